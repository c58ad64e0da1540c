"""What seats give their holders and substitutes, and which bodies an area has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kith.web.access.grants import role_grant
from kith.web.access.roles import Role
from kith.web.bodies.models import Body, Seat, Substitution


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Grant


def grants_of_seats(person: UUID, day: date) -> Iterator[Grant]:
    """One grant a seat that the person holds, or stands in for, on the day."""
    held = Seat.objects.standing_on(day).filter(person=person).select_related("body")
    for seat in held:
        yield _grant(seat, f"{seat.get_role_display()}, {seat.body.name}")
    yield from _grants_of_substitutes(person, day)


def _grants_of_substitutes(person: UUID, day: date) -> Iterator[Grant]:
    """A substitute has the seat for its days, and like a deputy nothing personal."""
    named = Substitution.objects.standing_on(day).filter(person=person)
    seats = Seat.objects.standing_on(day).filter(substitutions__in=named)
    for seat in seats.select_related("body").distinct():
        because = f"Substitute for {seat.get_role_display()}, {seat.body.name}"
        yield _grant(seat, because, substitutes=True)


def _grant(seat: Seat, because: str, *, substitutes: bool = False) -> Grant:
    return role_grant(
        Role(seat.role),
        bodies=frozenset({seat.body_id}),
        is_deputy=seat.is_deputy or substitutes,
        because=because,
    )


def bodies_of_areas(areas: frozenset[str]) -> Mapping[str, frozenset[UUID]]:
    """The bodies that each area owns, alone or with others; closed ones included."""
    found: dict[str, set[UUID]] = defaultdict(set)
    through = Body.areas.through.objects.filter(area_id__in=areas)
    for area, body in through.values_list("area_id", "body_id"):
        found[area].add(body)
    return {area: frozenset(bodies) for area, bodies in found.items()}


def areas_of_bodies(bodies: frozenset[UUID]) -> frozenset[str]:
    """The areas that own any of these bodies."""
    through = Body.areas.through.objects.filter(body_id__in=bodies)
    return frozenset(through.values_list("area_id", flat=True))
