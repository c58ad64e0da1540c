"""Builds the viewer: once a request, from what stands on that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.grants import SOURCES, grants_of_holdings
from kith.web.access.marks import current_mark
from kith.web.access.models import BrokenGlass, ConflictBlock, Delegation, RoleHolding
from kith.web.access.permissions import Permission
from kith.web.access.roles import NOT_BY_DEPUTY
from kith.web.access.viewer import CaseKey, Emergency, Grant, Viewer


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person


READS = frozenset(one for one in Permission if one.name.endswith(("_SEE", "_READ"))) - {
    Permission.ACCESS_MATRIX_SEE,
    Permission.AUDIT_SEE,
    Permission.TASKS_SEE,
}
"""What an emergency opens: reading, never changing; and records, never the pages about
how the site is kept."""


KEPT = 512
"""People whose standing is kept in memory, those who asked last; a few kilobytes each."""


@dataclass(frozen=True)
class _Standing:
    """What a person holds on a day: the part of a viewer that needs the database."""

    grants: tuple[Grant, ...]
    blocked: frozenset[CaseKey]
    emergencies: tuple[Emergency, ...]


def viewer_for(
    person: Person, *, day: date, real_time_at: datetime, origin: str = "web"
) -> Viewer:
    """The person as a viewer on a day of the site.

    What they hold is kept in memory until the database says that anything changed
    (docs/adr/0013). Emergencies run by the world's clock, and so end at each request
    anew: thirty minutes are thirty minutes, even where the site's own day stands still.
    """
    # Asked before what it stands for: a change in between leaves something newer under
    # a mark that is over, never something older under the new one.
    mark = current_mark()
    found = _kept(person.id, day, mark) if mark else _standing(person.id, day)
    emergencies = tuple(one for one in found.emergencies if one.until > real_time_at)
    return Viewer(
        name=person.name,
        person=person.id,
        grants=(*found.grants, *(_opened(one.case) for one in emergencies)),
        blocked=found.blocked,
        emergencies=emergencies,
        origin=origin,
        day=day,
        mark=mark,
    )


@lru_cache(maxsize=KEPT)
def _kept(person: UUID, day: date, mark: str) -> _Standing:  # noqa: ARG001 - the mark is the key
    return _standing(person, day)


def _standing(person: UUID, day: date) -> _Standing:
    blocked = ConflictBlock.objects.filter(
        person=person, lifted_at__isnull=True
    ).values_list("noun", "key")
    return _Standing(
        grants=(*_own(person, day), *_delegated(person, day)),
        blocked=frozenset(CaseKey(noun, key) for noun, key in blocked),
        emergencies=_emergencies(person),
    )


def _own(person: UUID, day: date) -> Iterator[Grant]:
    holdings = RoleHolding.objects.filter(person=person).standing_on(day)
    yield from grants_of_holdings(holdings)
    yield from SOURCES.seats(person, day)


def _delegated(person: UUID, day: date) -> Iterator[Grant]:
    standing = Delegation.objects.filter(
        Q(ended_at__isnull=True),
        taker=person,
        first_on__lte=day,
        last_on__gte=day,
        # A leaver's seats stand until they are filled; nobody acts from them meanwhile.
        giver__is_active=True,
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


def _emergencies(person: UUID) -> tuple[Emergency, ...]:
    opened = BrokenGlass.objects.filter(person=person).order_by("until", "id")
    return tuple(
        Emergency(CaseKey(noun, key), until)
        for noun, key, until in opened.values_list("noun", "key", "until")
    )


def _opened(case: CaseKey) -> Grant:
    return Grant(None, READS, cases=frozenset({case}), because="opened in an emergency")
