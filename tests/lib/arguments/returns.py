"""Returns, each in a state that its routes ask for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.domain.rules.return_calendar import Cadence
from kith.web.access.roles import Role
from kith.web.documents.files import accepted
from kith.web.organisations.models import Employment
from kith.web.returns.actions import (
    add_file,
    check_return,
    lock_return,
    owe,
    send_return,
    sign_return,
    type_figures,
)
from kith.web.returns.values import Owed, Typed
from tests.lib.world import LONG_AGO, NOW, viewer_of


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Duty, Return
    from tests.lib.world import Side, World


MEASURES = ("suspensions", "permanent_exclusions")
SHEET = b"Indicator,Count\nsuspensions,12\npermanent exclusions,3\n"


def speaking(world: World, role: Role, side: Side) -> Viewer:
    """Somebody with this role who works for the side's council."""
    someone = world.person(role, side)
    Employment.objects.get_or_create(
        person=someone, organisation=side.council, first_on=LONG_AGO
    )
    return viewer_of(someone)


def owed(world: World, side: Side, **other: object) -> Duty:
    """The side's council owes two figures a quarter."""
    return owe(
        viewer=world.viewer(Role.DATA_ANALYST, side),
        at=NOW,
        owed=Owed(
            **{
                "area": side.area,
                "organisation": side.council,
                "feed": "aggregate",
                "cadence": Cadence.QUARTERLY,
                "first_on": date(2020, 7, 1),
                "measures": MEASURES,
                **other,
            }  # type: ignore[arg-type] # what a test says differently
        ),
    )


def a_return(world: World, side: Side) -> Return:
    """The council's return for July to September 2020."""
    from kith.web.returns.models import Duty  # noqa: PLC0415 - beside its only use

    duty = Duty.objects.filter(organisation=side.council, feed="aggregate").first()
    found = (duty or owed(world, side)).returns.order_by("first_on").first()
    assert found is not None
    return found


def prepared(world: World, side: Side) -> Return:
    """The same, with figures typed and not sent."""
    speaking(world, Role.AGENCY_LEAD, side)
    of = owed_anew(world, side)
    type_figures(
        viewer=speaking(world, Role.AGENCY_DATA_STEWARD, side),
        at=NOW,
        key=of.pk,
        typed=[Typed("suspensions", 12), Typed("permanent_exclusions", 3)],
        is_nil=False,
    )
    return of


def owed_anew(world: World, side: Side) -> Return:
    """A return that no other route has: each from a month of its own."""
    from kith.web.returns.actions import end_duty  # noqa: PLC0415 - beside its only use
    from kith.web.returns.models import Duty  # noqa: PLC0415 - beside its only use

    analyst = world.viewer(Role.DATA_ANALYST, side)
    stands = Duty.objects.filter(organisation=side.council, feed="aggregate")
    for one in stands.filter(last_on__isnull=True):
        end_duty(
            viewer=analyst, at=NOW, key=one.pk, last_on=date(2020, 9, 30), words="anew"
        )
    found = owed(world, side).returns.order_by("first_on").first()
    assert found is not None
    return found


def sent(world: World, side: Side) -> Return:
    """The same, sent."""
    of = prepared(world, side)
    steward = speaking(world, Role.AGENCY_DATA_STEWARD, side)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    return of


def checked(world: World, side: Side) -> Return:
    """The same, checked."""
    of = sent(world, side)
    analyst = world.viewer(Role.DATA_ANALYST, side)
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    return of


def signed(world: World, side: Side) -> Return:
    """The same, signed off."""
    of = checked(world, side)
    lead = speaking(world, Role.AGENCY_LEAD, side)
    sign_return(viewer=lead, at=NOW, key=of.pk)
    return of


def locked(world: World, side: Side) -> Return:
    """The same, locked."""
    of = signed(world, side)
    analyst = world.viewer(Role.DATA_ANALYST, side)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    return of


def a_file(world: World, side: Side) -> tuple[object, ...]:
    """A spreadsheet of a return that is not sent."""
    of = owed_anew(world, side)
    made = add_file(
        viewer=speaking(world, Role.AGENCY_DATA_STEWARD, side),
        at=NOW,
        key=of.pk,
        file=accepted(SHEET),
        name="quarter.csv",
    )
    return (made.pk,)


def a_duty(world: World, side: Side) -> tuple[object, ...]:
    """What the council owes: of a feed that no other route ends and plans anew."""
    return (owed(world, side, feed="police", measures=()).pk,)


def key_of_due(world: World, side: Side) -> tuple[object, ...]:
    """A return that is due."""
    return (owed_anew(world, side).pk,)


def key_of_prepared(world: World, side: Side) -> tuple[object, ...]:
    """A return that is prepared."""
    return (prepared(world, side).pk,)


def key_of_sent(world: World, side: Side) -> tuple[object, ...]:
    """A return that was sent."""
    return (sent(world, side).pk,)


def key_of_checked(world: World, side: Side) -> tuple[object, ...]:
    """A return that is checked."""
    return (checked(world, side).pk,)


def key_of_signed(world: World, side: Side) -> tuple[object, ...]:
    """A return that is signed off."""
    return (signed(world, side).pk,)


def key_of_locked(world: World, side: Side) -> tuple[object, ...]:
    """A return that is locked."""
    return (locked(world, side).pk,)


_AGENCY = "only who works for the agency that owes it"
_LEAD = "only a lead who speaks for the agency"
_SEES = "an agency sees its own returns; those who oversee the area see all of them"

ARGUMENTS_OF = {
    "returns:duty_end": a_duty,
    "returns:detail": key_of_sent,
    "returns:findings": key_of_sent,
    "returns:file": a_file,
    "returns:match": a_file,
    "returns:take_out": a_file,
    "returns:send": key_of_due,
    "returns:figures": key_of_due,
    "returns:nil": key_of_due,
    "returns:review": key_of_prepared,
    "returns:drop": key_of_prepared,
    "returns:cancel": key_of_prepared,
    "returns:check": key_of_sent,
    "returns:send_back": key_of_sent,
    "returns:sign": key_of_checked,
    "returns:decline": key_of_checked,
    "returns:lock": key_of_signed,
    "returns:restate": key_of_locked,
}
NARROWER = {
    "returns:detail": _SEES,
    "returns:findings": _SEES,
    "returns:file": "only the agency's steward, and once it is sent the analyst",
    "returns:match": _AGENCY,
    "returns:take_out": _AGENCY,
    "returns:send": _AGENCY,
    "returns:figures": _AGENCY,
    "returns:nil": _AGENCY,
    "returns:review": _AGENCY,
    "returns:drop": _AGENCY,
    "returns:cancel": _AGENCY,
    "returns:sign": _LEAD,
    "returns:decline": _LEAD,
    "returns:restate": "only the agency's steward and the analyst",
}
