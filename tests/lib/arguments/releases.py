"""Editions and releases, each in a state that its routes ask for.

The engine's answers are written by hand, as it prints them; `test_loop` runs the engine.
"""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from kith.contracts.commands.releases import ReleaseRequest
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.periods import Period
from kith.web.access.roles import Role
from kith.web.releases.actions import (
    approve_release,
    ask_about_figure,
    ask_for_edition,
    keep_built,
    keep_judged,
    keep_released,
    keep_request,
    propose_table,
)
from kith.web.releases.models import BuildState
from kith.web.releases.values import AskedAbout, Judged, Proposal, Received, Wanted
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.releases.models import Build, FigureRequest, Question, Release
    from tests.lib.world import Side, World


ACTOR = Actor.platform("releases")
QUARTER = Period(date(2020, 7, 1), date(2020, 9, 30))
OUTCOME: dict[str, Any] = {
    "edition": "2020-09-30",
    "returns": 1,
    "left_out": [],
    "rows_read": 12,
    "rows_accepted": 11,
    "rows_quarantined": 1,
    "rows_superseded": 0,
    "figures": 40,
    "findings": {"stop": 0, "quarantine": 1, "warn": 0, "note": 2},
    "stops": [],
}
CURE = {
    "leave_out": {"measure": "suspensions"},
    "words": "Hide suspensions as well.",
    "options": ["--measure", "referrals", "suspensions"],
}
_number = count(1)


def request(side: Side) -> ReleaseRequest:
    """Two measures of the quarter in the side's area."""
    return ReleaseRequest(
        measures=("referrals", "suspensions"),
        areas=(side.area.code,),
        first=QUARTER.first,
        last=QUARTER.last,
        title="Autumn newsletter",
    )


def judged(side: Side, *, refused: bool = False) -> Judged:
    """What the ledger says of the same, under a number that nobody else has."""
    days = {
        "area": side.area.code,
        "from": QUARTER.first.isoformat(),
        "to": QUARTER.last.isoformat(),
    }
    printed = [
        {"measure": "referrals", **days, "numerator": 906, "value": "906"}
        | {"unit": "referrals", "status": "shown"},
        {"measure": "suspensions", **days, "unit": "events", "status": "suppressed"},
    ]
    return Judged(
        ledger=f"R{next(_number):04}",
        state="refused" if refused else "proposed",
        answer={
            "decision": "refused" if refused else "may_be_approved",
            "reasons": ["Suspensions can be worked out."] if refused else [],
            "cure": [CURE] if refused else [],
        },
        asked=request(side).as_words(),
        rule_set="dfe",
        figures=0 if refused else len(printed),
        table=[] if refused else printed,
        titles={
            "measures": {
                "referrals": {"title": "Referrals", "definition": "Each referral."},
                "suspensions": {"title": "Suspensions", "definition": "Each one."},
            },
            "areas": {side.area.code: side.area.name},
        },
    )


def asked_edition(world: World, side: Side) -> Build:
    """An edition that waits to be built."""
    return ask_for_edition(
        viewer=world.viewer(Role.DATA_ANALYST, side),
        at=NOW,
        wanted=Wanted([side.area.code], QUARTER),
    )


def built(world: World, side: Side) -> Build:
    """The same, built."""
    build = asked_edition(world, side)
    keep_built(
        actor=ACTOR, at=NOW, key=build.pk, state=BuildState.BUILT, outcome=OUTCOME
    )
    build.refresh_from_db()
    return build


def asked(world: World, side: Side) -> Release:
    """A table that waits to be judged."""
    return propose_table(
        viewer=world.viewer(Role.DATA_ANALYST, side),
        at=NOW,
        proposal=Proposal("Autumn newsletter", request(side), [side.area.code]),
    )


def proposed(world: World, side: Side) -> Release:
    """The same, found safe."""
    return _judged(asked(world, side), judged(side))


def refused(world: World, side: Side) -> Release:
    """The same, refused with a cure."""
    return _judged(asked(world, side), judged(side, refused=True))


def failed(world: World, side: Side) -> Release:
    """The same, which the engine could not judge."""
    return _judged(asked(world, side), None)


def released(world: World, side: Side) -> Release:
    """The same, approved and out."""
    of = proposed(world, side)
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER, side)
    approve_release(viewer=partner, at=NOW, key=of.pk)
    keep_released(actor=ACTOR, at=NOW, key=of.pk)
    of.refresh_from_db()
    return of


def _judged(of: Release, said: Judged | None) -> Release:
    keep_judged(actor=ACTOR, at=NOW, key=of.pk, judged=said, fault="No store.")
    of.refresh_from_db()
    return of


def key_of_asked_edition(world: World, side: Side) -> tuple[object, ...]:
    """An edition that waits to be built."""
    return (asked_edition(world, side).pk,)


def key_of_built(world: World, side: Side) -> tuple[object, ...]:
    """An edition that was built."""
    return (built(world, side).pk,)


def key_of_proposed(world: World, side: Side) -> tuple[object, ...]:
    """A release that may be approved."""
    return (proposed(world, side).pk,)


def key_of_failed(world: World, side: Side) -> tuple[object, ...]:
    """A release that could not be judged."""
    return (failed(world, side).pk,)


def key_of_released(world: World, side: Side) -> tuple[object, ...]:
    """A release that is out."""
    return (released(world, side).pk,)


def cure_of_refused(world: World, side: Side) -> tuple[object, ...]:
    """A refused release, and the first of its cures."""
    return (refused(world, side).pk, 0)


def address_of_released(world: World, side: Side) -> tuple[object, ...]:
    """The public address of a release."""
    return (released(world, side).ledger,)


def question(world: World, side: Side, email: str = "") -> Question:
    """A question of somebody's about a figure of the side."""
    assert world
    about = AskedAbout("referrals", side.area.code, "2020-12-31", "Why so many?", email)
    return ask_about_figure(at=NOW, about=about)


def key_of_question(world: World, side: Side) -> tuple[object, ...]:
    """The same, by its key."""
    return (question(world, side).pk,)


def figure_request(world: World, side: Side) -> FigureRequest:
    """A request for figures that the side's council received."""
    received = Received(side.area, side.council, date(2021, 1, 4), "Referrals in 2020")
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    return keep_request(viewer=manager, at=NOW, received=received)


def key_of_request(world: World, side: Side) -> tuple[object, ...]:
    """The same, by its key."""
    return (figure_request(world, side).pk,)


_QUALITY = "a group's chair only where the group assures quality"

ARGUMENTS_OF = {
    "releases:edition": key_of_built,
    "releases:edition_cancel": key_of_asked_edition,
    "releases:edition_propose": key_of_built,
    "releases:detail": key_of_released,
    "releases:cure": cure_of_refused,
    "releases:again": key_of_failed,
    "releases:drop": key_of_proposed,
    "releases:approve": key_of_proposed,
    "releases:withdraw": key_of_released,
    "releases:correct": key_of_released,
    "releases:question": key_of_question,
    "releases:question_answer": key_of_question,
    "releases:question_set_aside": key_of_question,
    "releases:request": key_of_request,
    "releases:request_answer": key_of_request,
    "releases:public": address_of_released,
    "releases:csv": address_of_released,
    "releases:csvw": address_of_released,
}
NARROWER = {
    "releases:edition": _QUALITY,
    "releases:detail": _QUALITY,
    "releases:question": _QUALITY,
    "releases:approve": _QUALITY,
}
