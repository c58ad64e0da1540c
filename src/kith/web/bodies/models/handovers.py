"""A seat handed over: from whom, to whom, and that the successor has read the list."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models import Person
from kith.web.bodies.models.seats import Seat


class Handover(models.Model):
    """A seat passed from one person to the next on a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    before = models.OneToOneField(
        Seat, on_delete=models.PROTECT, related_name="handed_on"
    )
    after = models.OneToOneField(
        Seat, on_delete=models.PROTECT, related_name="taken_over"
    )
    giver = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="handovers_given"
    )
    taker = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="handovers_taken"
    )
    on = models.DateField()
    words = models.TextField(blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(giver=F("taker")), name="nobody_hands_over_to_themselves"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="a_handover_is_acknowledged_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"
