"""Where documents belong, in words: what the rooms above documents know of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.models import Person
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.db.models import QuerySet


def body_names(bodies: frozenset[UUID]) -> Mapping[UUID, str]:
    """The name of each of these bodies."""
    return dict(Body.objects.filter(pk__in=bodies).values_list("pk", "name"))


def area_names(areas: frozenset[str]) -> Mapping[str, str]:
    """The name of each of these areas."""
    return dict(Area.objects.filter(pk__in=areas).values_list("pk", "name"))


def people_of(bodies: frozenset[UUID]) -> QuerySet[Person]:
    """Who sits, or sat, in any of these bodies."""
    seats = Seat.objects.filter(body__in=bodies, person__isnull=False)
    return Person.objects.filter(pk__in=seats.values("person"))
