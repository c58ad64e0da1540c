"""Areas and organisations, as they were on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q


if TYPE_CHECKING:
    from datetime import date


class Area(models.Model):
    """A place that a partnership answers for, by its ONS code."""

    code = models.CharField(max_length=9, primary_key=True)
    name = models.CharField(max_length=100)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A council, a force, an NHS body, a school or another, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Footprints(models.QuerySet["Footprint"]):
    """Which organisation covers which area, by the day."""

    def standing_on(self, day: date) -> Footprints:
        """Begun and not over on the day."""
        return self.filter(
            Q(last_on__isnull=True) | Q(last_on__gte=day),
            Q(first_on__isnull=True) | Q(first_on__lte=day),
        )


class Footprint(models.Model):
    """An organisation serves an area, from a day to a day; never derived from either."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="footprints"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="footprints")
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    objects = Footprints.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True)
                | Q(first_on__isnull=True)
                | Q(last_on__gte=F("first_on")),
                name="footprint_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.area_id}"
