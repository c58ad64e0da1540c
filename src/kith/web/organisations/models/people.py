"""Who works for an organisation, and whom to ask there about safeguarding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models import Person
from kith.web.organisations.models.organisations import Organisation


if TYPE_CHECKING:
    from datetime import date


class Terms(models.QuerySet["Employment"]):
    """Employments by the day."""

    def standing_on(self, day: date) -> Terms:
        """Begun and not over on the day."""
        return self.filter(
            Q(last_on__isnull=True) | Q(last_on__gte=day), first_on__lte=day
        )


class Employment(models.Model):
    """A person works for an organisation, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="employments"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="employments"
    )
    post = models.CharField(max_length=120, blank=True)
    first_on = models.DateField()
    last_on = models.DateField(null=True)

    objects = Terms.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="employment_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.organisation_id}"


class SafeguardingLead(models.Model):
    """Whom to ask about safeguarding in an organisation; a sign-in is not needed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="leads"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="leads"
    )
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    first_on = models.DateField()
    last_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="lead_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name
