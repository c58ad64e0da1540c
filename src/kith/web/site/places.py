"""Where people sit and which organisations serve an area, told to the room of people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from kith.web.access.places import SeatHeld
from kith.web.bodies.models import Seat
from kith.web.organisations.models import Footprint


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID


def people_seated(bodies: frozenset[UUID]) -> Iterable[UUID]:
    """Whoever sits or sat in these bodies, as a query to be asked within another."""
    held = Seat.objects.filter(body__in=bodies, person__isnull=False)
    return held.values_list("person", flat=True)


def seats_held(people: Iterable[UUID], day: date) -> dict[UUID, list[SeatHeld]]:
    """The seats of each of these people that stand on the day or begin later."""
    found: dict[UUID, list[SeatHeld]] = defaultdict(list)
    held = (
        Seat.objects.filter(
            Q(last_on__isnull=True) | Q(last_on__gte=day), person__in=people
        )
        .select_related("body")
        .order_by("body__name", "first_on", "id")
    )
    for seat in held:
        words = seat.get_role_display()
        found[seat.person_id].append(  # type: ignore[index] # only seats with a person
            SeatHeld(
                role=f"Deputy {words[0].lower()}{words[1:]}"
                if seat.is_deputy
                else words,
                body=seat.body.name,
                url=reverse("bodies:detail", args=[seat.body_id]),
                first_on=seat.first_on,
                last_on=seat.last_on,
            )
        )
    return found


def organisations_there(areas: frozenset[str], day: date) -> Iterable[tuple[str, str]]:
    """Each organisation that serves one of these areas on the day, by name."""
    serving = Footprint.objects.standing_on(day).filter(area__in=areas)
    named = serving.values_list("organisation__code", "organisation__name")
    return sorted(set(named), key=lambda one: one[1])
