"""The audit trail: events in one chain, added to and never changed."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from kith.web.audit.append_only import AppendOnly


class Event(AppendOnly):
    """One thing that somebody did, or saw.

    ``details`` holds coded values and the names of fields, never free text: what a
    person wrote stays in the record itself. ``digest`` covers every other field and
    the digest before it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor_person = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200)
    acting_for = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=100, blank=True)
    verb = models.CharField(max_length=80)
    noun = models.CharField(max_length=40, blank=True)
    key = models.UUIDField(null=True)
    area = models.CharField(max_length=9, blank=True)
    body = models.UUIDField(null=True)
    purpose = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict)
    digest_before = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["noun", "key"], name="event_of_a_record"),
            models.Index(fields=["actor_person", "at"], name="event_of_a_person"),
            models.Index(fields=["area", "at"], name="event_of_an_area"),
            models.Index(fields=["body", "at"], name="event_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"


class Touched(AppendOnly):
    """One record among the several that a single event is about.

    The keys stand in the event's ``details`` too, and so in the chain; this table
    finds them.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="touched")
    noun = models.CharField(max_length=40)
    key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["noun", "key"], name="touched_record")]

    def __str__(self) -> str:
        return f"{self.noun} {self.key}"


class LookedInto(AppendOnly):
    """What somebody found out about reading that seemed unusual.

    ``alert`` is the alert's own key, computed from what was read, so that the same
    reading is always the same alert.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    alert = models.CharField(max_length=64, db_index=True)
    person = models.UUIDField()
    words = models.TextField()
    by = models.UUIDField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"looked into {self.alert[:12]}"


class ChainHead(models.Model):
    """The end of the chain. Its row is the lock under which a place is taken."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.sequence} {self.digest[:12]}"
