"""Areas by their codes, and the partnerships that answer for them."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class Area(models.Model):
    """A place that a partnership answers for, by its ONS code, from a day to a day."""

    code = models.CharField(max_length=9, primary_key=True)
    name = models.CharField(max_length=100)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    followed_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed"
    )

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """The safeguarding partners of one or more areas, maybe with a region above."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    above = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="below"
    )
    areas = models.ManyToManyField(Area, related_name="partnerships")
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True)
                | Q(first_on__isnull=True)
                | Q(last_on__gte=F("first_on")),
                name="partnership_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name
