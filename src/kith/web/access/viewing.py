"""Builds the viewer: once a request, from what stands on that day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.grants import SOURCES, grants_of_holdings
from kith.web.access.models import BrokenGlass, ConflictBlock, Delegation, RoleHolding
from kith.web.access.permissions import Permission
from kith.web.access.roles import NOT_BY_DEPUTY
from kith.web.access.viewer import CaseKey, Emergency, Grant, Viewer


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person


READS = frozenset(one for one in Permission if one.name.endswith(("_SEE", "_READ")))
"""What an emergency opens: reading, never changing."""


def viewer_for(
    person: Person, *, day: date, real_time_at: datetime, origin: str = "web"
) -> Viewer:
    """The person as a viewer on a day of the site.

    Emergencies run by the world's clock: thirty minutes are thirty minutes, even
    where the site's own day stands still.
    """
    emergencies = _emergencies(person, real_time_at)
    grants = (
        *_own(person.id, day),
        *_delegated(person, day),
        *(_opened(one.case) for one in emergencies),
    )
    blocked = ConflictBlock.objects.filter(
        person=person, lifted_at__isnull=True
    ).values_list("noun", "key")
    return Viewer(
        name=person.name,
        person=person.id,
        grants=grants,
        blocked=frozenset(CaseKey(noun, key) for noun, key in blocked),
        emergencies=emergencies,
        origin=origin,
        day=day,
    )


def _own(person: UUID, day: date) -> Iterator[Grant]:
    holdings = RoleHolding.objects.filter(person=person).standing_on(day)
    yield from grants_of_holdings(holdings)
    yield from SOURCES.seats(person, day)


def _delegated(person: Person, day: date) -> Iterator[Grant]:
    standing = Delegation.objects.filter(
        Q(ended_at__isnull=True), taker=person, first_on__lte=day, last_on__gte=day
    ).select_related("giver")
    for one in standing:
        for grant in _own(one.giver_id, day):
            if one.body is not None and one.body not in grant.bodies:
                continue
            yield replace(
                grant,
                permissions=grant.permissions - NOT_BY_DEPUTY,
                areas=grant.areas if one.body is None else frozenset(),
                bodies=grant.bodies if one.body is None else frozenset({one.body}),
                acting_for=one.giver.name,
            )


def _emergencies(person: Person, now: datetime) -> tuple[Emergency, ...]:
    standing = BrokenGlass.objects.filter(person=person, until__gt=now)
    return tuple(Emergency(CaseKey(one.noun, one.key), one.until) for one in standing)


def _opened(case: CaseKey) -> Grant:
    return Grant(None, READS, cases=frozenset({case}), because="opened in an emergency")
