"""Questions put to the figures, each in a state that its routes ask for.

The engine's answers are written by hand, as it prints them; ``test_loop`` runs the engine.
"""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from kith.contracts.published.edition import PublishedArea
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.periods import Period
from kith.web.access.roles import Role
from kith.web.explorations.actions import ask_for_rows, ask_question, keep_answer
from kith.web.explorations.models import AnswerState, Rules
from kith.web.explorations.values import OnOffer, Question
from tests.lib.published_store import edition
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.explorations.models import Exploration, RowOpening
    from tests.lib.world import Side, World


ACTOR = Actor.platform("explorations")
QUARTER = Period(date(2020, 7, 1), date(2020, 9, 30))
_number = count(1)


def offer(side: Side) -> OnOffer:
    """A build of the side's area with one measure, whose mark nobody else has."""
    covered = edition(areas=(PublishedArea(side.area.code, side.area.name),))
    return OnOffer(f"{next(_number):064}", covered, {"referrals": "Referrals"})


def question(side: Side, **changes: Any) -> Question:
    """Referrals of a summer by sex and age band, under the public rules."""
    said: dict[str, Any] = {
        "measure": "referrals",
        "area": side.area.code,
        "period": QUARTER,
        "by": ("sex", "age_band"),
        "rules": Rules.PUBLIC.value,
    }
    return Question(**{**said, **changes})


def cell(side: Side, sex: str, age: str, value: int | None, status: str) -> Any:
    """A cell as the engine prints it."""
    return {
        "measure": "referrals",
        "area": side.area.code,
        "from": QUARTER.first.isoformat(),
        "to": QUARTER.last.isoformat(),
        "sex": sex,
        "age_band": age,
        "numerator": value,
        "denominator": None,
        "value": value,
        "unit": "referrals",
        "status": status,
    }


def asked(world: World, side: Side, rules: Rules = Rules.PUBLIC) -> Exploration:
    """A question that waits to be counted."""
    return ask_question(
        viewer=world.viewer(Role.DATA_ANALYST, side),
        at=NOW,
        asked=question(side, rules=rules.value),
        offer=offer(side),
    )


def answered(world: World, side: Side, rules: Rules = Rules.PUBLIC) -> Exploration:
    """The same, answered: a small number is hidden by the public rules alone."""
    of = asked(world, side, rules)
    is_hidden = rules is Rules.PUBLIC
    small = (None, "suppressed") if is_hidden else (3, "shown")
    cells = [
        cell(side, "female", "0", 31, "shown"),
        cell(side, "female", "1_4", *small),
        cell(side, "male", "0", 0, "zero"),
    ]
    keep_answer(
        actor=ACTOR,
        at=NOW,
        key=of.pk,
        state=AnswerState.ANSWERED,
        build=of.build,
        cells=cells,
    )
    of.refresh_from_db()
    return of


def opened(world: World, side: Side) -> RowOpening:
    """Rows behind an internal answer that wait to be fetched."""
    of = answered(world, side, Rules.INTERNAL)
    return ask_for_rows(
        viewer=world.viewer(Role.DATA_ANALYST, side),
        at=NOW,
        key=of.pk,
        purpose="Checking the jump in summer with the council",
        build=of.build,
    )


def key_of_asked(world: World, side: Side) -> tuple[object, ...]:
    """A question that waits to be counted."""
    return (asked(world, side).pk,)


def key_of_answered(world: World, side: Side) -> tuple[object, ...]:
    """A question that was answered under the public rules."""
    return (answered(world, side).pk,)


def key_of_internal(world: World, side: Side) -> tuple[object, ...]:
    """The same under the internal rules."""
    return (answered(world, side, Rules.INTERNAL).pk,)


def key_of_opened(world: World, side: Side) -> tuple[object, ...]:
    """Rows that wait to be fetched."""
    return (opened(world, side).pk,)


ARGUMENTS_OF = {
    "explorations:detail": key_of_answered,
    "explorations:csv": key_of_answered,
    "explorations:cancel": key_of_asked,
    "explorations:rows_new": key_of_internal,
    "explorations:rows": key_of_opened,
}
NARROWER = {"explorations:cancel": "only whoever asked calls it off"}
