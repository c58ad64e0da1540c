"""Packs, Word files and calendar feeds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kith.web.access.roles import Role
from kith.web.groups.actions import plan_meeting, send_papers, set_habit
from kith.web.groups.calendars.actions import make_feed
from kith.web.groups.values import Sitting
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.groups.models import Meeting
    from tests.lib.world import Side, World


LONDON = ZoneInfo("Europe/London")
TEN_O_CLOCK = datetime(2021, 2, 8, 10, tzinfo=LONDON)


def planned(world: World, side: Side, starts: datetime = TEN_O_CLOCK) -> Meeting:
    """A meeting of the side's body."""
    return plan_meeting(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        sitting=Sitting(
            starts=starts, ends=starts + timedelta(hours=2), place="Town Hall"
        ),
    )


def meeting(world: World, side: Side) -> tuple[object, ...]:
    """A meeting's key."""
    return (planned(world, side).pk,)


def public_pack(world: World, side: Side) -> tuple[object, ...]:
    """The pack that every reader may have."""
    return (planned(world, side).pk, "public")


def published(world: World, side: Side) -> tuple[object, ...]:
    """A meeting whose papers are out, of a body that publishes them."""
    manager, of = world.viewer(Role.BUSINESS_MANAGER, side), planned(world, side)
    send_papers(viewer=manager, at=NOW, key=of.pk)
    set_habit(
        viewer=manager,
        at=NOW,
        body=side.body,
        papers_working_days=5,
        publishes_papers=True,
    )
    return (of.pk,)


def feed(world: World, side: Side) -> tuple[object, ...]:
    """The secret of a member's feed."""
    return (make_feed(viewer=world.viewer(Role.MEMBER, side), at=NOW),)


def agenda(world: World, side: Side) -> tuple[object, ...]:
    """The agenda of a meeting, as a Word file."""
    return (planned(world, side).pk, "agenda")


ARGUMENTS_OF = {
    "word:out": agenda,
    "word:bring_in": agenda,
    "word:take": agenda,
    "calendars:feed": feed,
    "packs:list": meeting,
    "packs:pack": public_pack,
    "packs:download": public_pack,
    "packs:public_download": published,
}
