"""Conflicts, emergencies, and standing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.conflicts.actions import Conflicted, name_conflict
from kith.web.access.delegations.actions import StandIn, give_delegation
from kith.web.access.emergencies.actions import open_in_emergency
from kith.web.access.records import place_of
from kith.web.access.roles import Role
from kith.web.access.viewer import CaseKey
from tests.lib.arguments import actions
from tests.lib.world import NOW, REAL_NOW, TODAY, holder, person, seat, viewer_of


if TYPE_CHECKING:
    from kith.web.access.records import RecordPlace
    from tests.lib.world import Side, World


def place(world: World, side: Side) -> RecordPlace:
    """An action of the side, as access knows it."""
    (key,) = actions.proposed(world, side)
    found = place_of(CaseKey("actions", key))
    assert found is not None, "actions are registered as records"
    return found


def block(world: World, side: Side) -> tuple[object, ...]:
    """A conflict that the side's chair named, of somebody else."""
    named = name_conflict(
        viewer=world.viewer(Role.GROUP_CHAIR, side),
        at=NOW,
        place=place(world, side),
        conflicted=Conflicted(world.person(Role.MEMBER, side), "A relative"),
    )
    return (named.pk,)


def emergency(world: World, side: Side) -> tuple[object, ...]:
    """A record of the side that another of its leads opened."""
    place_of_it = place(world, side)
    lead = holder(
        Role.LEAD_SAFEGUARDING_PARTNER, side, f"Opener {place_of_it.case.key.hex[:8]}"
    )
    glass = open_in_emergency(
        viewer=viewer_of(lead),
        at=NOW,
        now=REAL_NOW,
        place=place_of_it,
        reason="The owner cannot be reached and a child may be at risk",
    )
    return (glass.pk,)


def stand_in(world: World, side: Side) -> tuple[object, ...]:
    """Somebody who sits in no body of the tests stands in for the side's chair."""
    number = side.body.seats.count()
    taker = person(f"Stand In {side.area.code} {number}")
    seat(side, taker)
    given = give_delegation(
        viewer=world.viewer(Role.GROUP_CHAIR, side),
        at=NOW,
        stand_in=StandIn(taker, side.body.pk, "On leave", TODAY, TODAY),
    )
    return (given.pk,)


ARGUMENTS_OF = {
    "conflicts:lift": block,
    "emergencies:review": emergency,
    "delegations:end": stand_in,
}
NARROWER = {
    "delegations:end": "whoever gave it, and the business unit",
}
