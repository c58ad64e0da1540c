"""Moving in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.arrivals.actions import (
    Brought,
    apply_arrival,
    bring_in,
    match_columns,
)
from kith.web.arrivals.models import ArrivalKind
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.arrivals.models import Arrival
    from tests.lib.world import Side, World


LOG = b"Action,Owner,Due\nWrite to every school in the area,%s,1/3/2021\n"


def read(world: World, side: Side) -> tuple[object, ...]:
    """A tracker that was read and not yet matched."""
    return (_read(world, side).pk,)


def matched(world: World, side: Side) -> tuple[object, ...]:
    """A tracker whose columns are known."""
    arrival = _read(world, side)
    match_columns(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        key=arrival.pk,
        header=arrival.header_row,
        columns=arrival.columns,
    )
    return (arrival.pk,)


def applied(world: World, side: Side) -> tuple[object, ...]:
    """A tracker that was brought in."""
    (key,) = matched(world, side)
    apply_arrival(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        key=key,  # type: ignore[arg-type] # a key
    )
    return (key,)


def _read(world: World, side: Side) -> Arrival:
    owner = world.person(Role.MEMBER, side)
    return bring_in(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        brought=Brought(ArrivalKind.ACTIONS, "tracker.csv", LOG % owner.name.encode()),
    )


ARGUMENTS_OF = {
    "arrivals:detail": applied,
    "arrivals:columns": read,
    "arrivals:check": matched,
    "arrivals:apply": matched,
    "arrivals:undo": applied,
    "arrivals:drop": read,
}
