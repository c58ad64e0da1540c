"""The partnership's bodies and who sits in them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models import Person
from kith.web.access.roles import ROLES, Role, Scope
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from datetime import date


class BodyKind(models.TextChoices):
    """What a body is in the structure."""

    EXECUTIVE = "EXECUTIVE", "Executive"
    LEADS = "LEADS", "Leads group"
    SUB_GROUP = "SUB_GROUP", "Sub-group"
    TASK_AND_FINISH = "TASK_AND_FINISH", "Task-and-finish group"
    FORUM = "FORUM", "Forum"
    REGIONAL = "REGIONAL", "Regional partnership"


class Body(models.Model):
    """A group that meets: its place in the structure, and the areas that own it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children"
    )
    areas = models.ManyToManyField(Area, related_name="bodies")
    purpose = models.TextField(blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_because="")
                | Q(closed_on__gte=F("opened_on")) & ~Q(closed_because=""),
                name="a_body_is_closed_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.name


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

    Without a person it is vacant, and shown as that.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="seats"
    )
    role = models.CharField(max_length=40, choices=SEAT_ROLES)
    is_deputy = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="seats"
    )
    first_on = models.DateField()
    last_on = models.DateField(null=True)

    objects = Seats.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="seat_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.body_id}"
