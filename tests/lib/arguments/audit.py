"""The audit trail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.reading import read_recorded
from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from tests.lib.arguments import actions
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def record(world: World, side: Side) -> tuple[object, ...]:
    """An action of the side."""
    return ("actions", *actions.proposed(world, side))


def event(world: World, side: Side) -> tuple[object, ...]:
    """The event of its proposal."""
    (key,) = actions.proposed(world, side)
    return (Event.objects.get(noun="actions", key=key, verb="actions.proposed").pk,)


def question(world: World, side: Side) -> tuple[object, ...]:
    """Somebody read much in the side's body within an hour."""
    (key,) = actions.proposed(world, side)
    viewer = world.viewer(Role.MEMBER, side)
    read = [Action.objects.get(pk=key)] * 30
    at = NOW - timedelta(minutes=1)
    read_recorded(viewer, at, "actions.exported", read, body=side.body.pk)
    first = Event.objects.filter(verb="actions.exported", body=side.body.pk)
    return (f"many-{first.order_by('sequence')[0].sequence}",)


ARGUMENTS_OF = {
    "audit:of_record": record,
    "audit:event": event,
    "audit:look_into": question,
}
NARROWER = {
    "audit:of_record": "its owner, and whoever keeps the trail there",
    "audit:event": "whoever did it, and whoever keeps the trail there",
}
