"""Notices to people, how often they want them, and the work that nobody waits for."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.access.models import Person


class NoticeKind(models.TextChoices):
    """What a notice is about. Its words to people stand in ``notices.letters``."""

    DIGEST = "DIGEST", "Something waits for you"
    NEW_DEVICE = "NEW_DEVICE", "A sign-in from a new device"
    EMERGENCY_OPENED = "EMERGENCY_OPENED", "An emergency opening of a record of yours"
    SIGN_IN_CHANGED = "SIGN_IN_CHANGED", "A change to how you sign in"
    RETURN_DUE = "RETURN_DUE", "A return is due"


class NoticeState(models.TextChoices):
    """Where a notice stands."""

    WAITING = "WAITING", "Waits to be sent"
    SENT = "SENT", "Sent"
    FAILED = "FAILED", "Could not be sent"


class Notice(models.Model):
    """One e-mail to one person: a nudge and a link, so there is nothing to keep of it.

    ``mark`` makes it one: the same notice asked for twice is sent once.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=20, choices=NoticeKind.choices)
    mark = models.CharField(max_length=150, unique=True)
    url = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, choices=NoticeState.choices, default=NoticeState.WAITING
    )
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "made_at"], name="notice_of_a_person")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="SENT", sent_at__isnull=False)
                | (~Q(state="SENT") & Q(sent_at__isnull=True)),
                name="a_sent_notice_has_its_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Rhythm(models.TextChoices):
    """How often a person wants their digest."""

    DAILY = "DAILY", "Every morning when something waits"
    WEEKLY = "WEEKLY", "On Monday mornings"


class DigestChoice(models.Model):
    """How often a person chose to be nudged; whoever chose nothing is nudged daily."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, related_name="digest_choice"
    )
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    chosen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.rhythm


class NeedStanding(models.Model):
    """Since when something has waited for a person: nobody can tell from it what.

    The mark is a digest of the noun and the address. Needed for the rule that a lead
    safeguarding partner is told only of what has stood with others first.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, db_index=True)
    first_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "mark"], name="one_standing_a_person_and_need"
            )
        ]

    def __str__(self) -> str:
        return f"since {self.first_on}"


class JobState(models.TextChoices):
    """Where a piece of background work stands."""

    WAITING = "WAITING", "Waits"
    RUNNING = "RUNNING", "Runs"
    DONE = "DONE", "Done"
    FAILED = "FAILED", "Failed"


class Job(models.Model):
    """One piece of background work, done once for its key however often it is asked.

    The queue itself is django-tasks-db's; it knows neither keys, nor a worker's death,
    nor another try, so this table does. ``error_kind`` is the name of the fault: its
    words may hold a personal value, so they are kept nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, choices=JobState.choices, default=JobState.WAITING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error_kind = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"], name="job_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Heartbeat(models.Model):
    """When the worker was last alive: one row, so that its silence can be seen."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"alive at {self.at}"
