"""Contacts that led to no referral: most of what reaches a front door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.case_work import CaseWork
from kith.evidence.invent.records import Contact
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.domain.vocabulary.periods import Period
    from kith.evidence.invent.world import World


FROM_A_NOTIFICATION = 0.35
POLICE = "6"


def draw_contacts(world: World) -> None:
    """The year before, then the period."""
    given = world.targets.given
    _draw(world, given.contacts_without_referral_in_history, world.history)
    _draw(world, given.contacts_without_referral, world.period)


def _draw(world: World, wanted: int, within: Period) -> None:
    with_pen = pen(world, f"contacts from {within.first}")
    notified = [n for n in world.notifications if n.on in within]
    followed = with_pen.rng.sample(notified, int(wanted * FROM_A_NOTIFICATION))
    for notification in followed:
        day = with_pen.later(notification.on, 0, 2)
        on = min(day, within.last)
        world.contacts.append(Contact(notification.child, on, POLICE))
    left = wanted - len(followed)
    work, seasons = CaseWork(with_pen), with_pen.seasons("contacts")
    for size in world.cradle.families(left):
        on = seasons.day(within.first, within.last)
        source = work.source(on)
        for child in world.cradle.family(size, on, "referred"):
            world.contacts.append(Contact(child, on, source))
