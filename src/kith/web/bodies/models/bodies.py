"""The partnership's bodies: what each is for, when it meets, who must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.states.task_and_finish import TASK_AND_FINISH, GroupState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


class BodyKind(models.TextChoices):
    """What a body is in the structure."""

    EXECUTIVE = "EXECUTIVE", "Executive"
    LEADS = "LEADS", "Leads group"
    SUB_GROUP = "SUB_GROUP", "Sub-group"
    TASK_AND_FINISH = "TASK_AND_FINISH", "Task-and-finish group"
    FORUM = "FORUM", "Forum"
    REGIONAL = "REGIONAL", "Regional partnership"


class CadenceUnit(models.TextChoices):
    """What the rhythm of meetings is counted in."""

    WEEK = "WEEK", "weeks"
    MONTH = "MONTH", "months"


WEEKDAYS = [
    (0, "Monday"),
    (1, "Tuesday"),
    (2, "Wednesday"),
    (3, "Thursday"),
    (4, "Friday"),
]
STATE_CHOICES = [(state.value, words) for state, words in TASK_AND_FINISH.words.items()]


class Bodies(models.QuerySet["Body"]):
    """Bodies by who may see them and by the day."""

    def visible_to(self, viewer: Viewer) -> Bodies:
        """Those that this viewer's seats and areas open to them."""
        return self.filter(pk__in=viewer.bodies(P.BODY_SEE))

    def standing_on(self, day: date) -> Bodies:
        """Opened, and not closed before the day."""
        return self.filter(
            Q(closed_on__isnull=True) | Q(closed_on__gte=day), opened_on__lte=day
        )


class Body(models.Model):
    """A group that meets: its place in the structure, and the areas that own it.

    Quorum: each rule that is set must hold. ``state`` is a task-and-finish group's;
    of every other body, active and closed alone are used.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children"
    )
    areas = models.ManyToManyField(Area, related_name="bodies")
    purpose = models.TextField(blank=True)
    state = models.CharField(
        max_length=15, choices=STATE_CHOICES, default=GroupState.ACTIVE.value
    )
    quorum_all_sectors = models.BooleanField(default=False)
    quorum_number = models.PositiveSmallIntegerField(null=True)
    quorum_chair = models.BooleanField(default=False)
    cadence_every = models.PositiveSmallIntegerField(null=True)
    cadence_unit = models.CharField(
        max_length=5, choices=CadenceUnit.choices, blank=True
    )
    cadence_weekday = models.PositiveSmallIntegerField(null=True, choices=WEEKDAYS)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_because = models.CharField(max_length=300, blank=True)

    objects = Bodies.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_because="")
                | Q(closed_on__gte=F("opened_on")) & ~Q(closed_because=""),
                name="a_body_is_closed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(cadence_every__isnull=True, cadence_unit="")
                | Q(cadence_every__gte=1) & ~Q(cadence_unit=""),
                name="a_cadence_has_its_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BodyLink(models.Model):
    """A body works sideways with another board, here or outside the partnership."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="links")
    to = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="linked_from"
    )
    name = models.CharField(max_length=200)
    how = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="one_link_a_name")
        ]

    def __str__(self) -> str:
        return f"{self.body_id} and {self.name}"


class BodyStep(AppendOnly):
    """One step of a body's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.body_id}"
