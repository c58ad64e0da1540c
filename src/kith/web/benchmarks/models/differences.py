"""Why our figure differs from the published number of the same thing."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.benchmarks.models.statistics import PublishedNumber


class DifferenceReason(AppendOnly):
    """A reason on record, for the value that ours had then; the latest holds.

    Where ours changes the reason stays, and another one is asked for.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.ForeignKey(
        PublishedNumber, on_delete=models.PROTECT, related_name="+"
    )
    order = models.PositiveSmallIntegerField()
    ours = models.DecimalField(max_digits=20, decimal_places=6)
    edition = models.CharField(max_length=80)
    reason = models.TextField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "order"], name="one_reason_an_order"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_reason_is_said"),
        ]

    def __str__(self) -> str:
        return f"why ours differs from {self.number_id}"
