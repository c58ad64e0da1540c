"""Who sits in a body, and who sits there for a time in another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models import Person
from kith.web.access.roles import ROLES, Role, Scope
from kith.web.bodies.models.bodies import Body
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import date


SEAT_ROLES = [
    (role.value, duty.name)
    for role, duty in ROLES.items()
    if duty.scope is Scope.BODY or role is Role.PARTNERSHIP_CHAIR
]


class Seats(models.QuerySet["Seat"]):
    """Seats by the day."""

    def standing_on(self, day: date) -> Seats:
        """Begun and not over on the day; a seat ends by itself."""
        return self.filter(
            Q(last_on__isnull=True) | Q(last_on__gte=day), first_on__lte=day
        )


class Seat(models.Model):
    """A place in a body: for an organisation, in a role, from a day to a day.

    Without a person it is vacant, and shown as that. ``follows`` is the seat whose
    holder handed this one over.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="seats"
    )
    role = models.CharField(max_length=40, choices=SEAT_ROLES)
    is_deputy = models.BooleanField(default=False)
    is_voting = models.BooleanField(default=True)
    may_send_substitute = models.BooleanField(default=True)
    may_be_named_publicly = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="seats"
    )
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    ended_because = models.CharField(max_length=200, blank=True)

    objects = Seats.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="seat_ends_after_it_starts",
            )
        ]
        indexes = [models.Index(fields=["person", "first_on"], name="seats_of_person")]

    def __str__(self) -> str:
        return f"{self.role} of {self.body_id}"


class Substitutions(models.QuerySet["Substitution"]):
    """Substitutions by the day."""

    def standing_on(self, day: date) -> Substitutions:
        """Between its two days, both included."""
        return self.filter(first_on__lte=day, last_on__gte=day)


class Substitution(models.Model):
    """Somebody sits in a seat in its holder's place, between two days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, related_name="substitutions"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="substitutions"
    )
    first_on = models.DateField()
    last_on = models.DateField()
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    objects = Substitutions.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="substitution_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.seat_id}"
