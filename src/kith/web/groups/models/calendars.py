"""Calendar feeds: a secret address at which a person's meetings can be read."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.access.models import Person


class CalendarFeed(models.Model):
    """A person's own feed. The secret stands in its address; only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="calendar_feeds"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at__isnull=True),
                name="one_standing_feed_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"of {self.person_id}"
