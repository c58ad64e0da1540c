"""Who came, who stood in for whom, and what interests they declared."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.access.models import Person
from kith.web.bodies.models import Seat
from kith.web.groups.models.agendas import AgendaItem
from kith.web.groups.models.meetings import Meeting


class Presence(models.TextChoices):
    """Whether a seat was filled at a meeting, and how."""

    ROOM = "ROOM", "In the room"
    ONLINE = "ONLINE", "Online"
    APOLOGY = "APOLOGY", "Apology"
    ABSENT = "ABSENT", "Absent"


THERE = (Presence.ROOM, Presence.ONLINE)


class Attendance(models.Model):
    """One seat at one meeting. With a substitute, the presence is the substitute's."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence.choices)
    substitute = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    substitute_name = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "seat"], name="one_attendance_a_seat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} at {self.meeting_id}"

    @property
    def is_there(self) -> bool:
        """Whether the seat was filled, by its holder or a substitute."""
        return self.presence in THERE

    @property
    def has_substitute(self) -> bool:
        """Whether somebody stood in."""
        return bool(self.substitute_name) or self.substitute_id is not None


class Guest(models.Model):
    """Somebody at a meeting who holds no seat in the body."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="guests"
    )
    name = models.CharField(max_length=200)
    comes_from = models.CharField(max_length=200, blank=True)
    presence = models.CharField(max_length=10, choices=Presence.choices)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class InterestNature(models.TextChoices):
    """What kind of interest it is."""

    PERSONAL = "PERSONAL", "Personal or family"
    PROFESSIONAL = "PROFESSIONAL", "Professional, as part of the work concerned"
    FINANCIAL = "FINANCIAL", "Financial"
    OTHER = "OTHER", "Another"


class InterestOutcome(models.TextChoices):
    """What followed from an interest, as the chair ruled."""

    STAYED = "STAYED", "Stayed and took part"
    NO_VOTE = "NO_VOTE", "Stayed, took no part in the decision"
    LEFT = "LEFT", "Left for the item"


class Interest(models.Model):
    """An interest declared at a meeting, in one item or in the whole of it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="interests"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="interests"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="interests"
    )
    nature = models.CharField(max_length=12, choices=InterestNature.choices)
    words = models.TextField(blank=True)
    outcome = models.CharField(
        max_length=10, choices=InterestOutcome.choices, blank=True
    )
    declared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "item", "person"],
                condition=Q(item__isnull=False),
                name="one_interest_a_person_and_item",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nature} at {self.meeting_id}"
