"""The business plan: its priorities, how each is getting on, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.priority_progress import WORDS, Progress
from kith.domain.rules.states.plans import PLAN, PlanState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.actions.models import Action
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in PLAN.words.items()]
PROGRESS_CHOICES = [(one.value, words) for one, words in WORDS.items()]


class Plans(models.QuerySet["Plan"]):
    """Plans by who may see them, and by the day."""

    def visible_to(self, viewer: Viewer) -> Plans:
        """Those of bodies in which this viewer sees priorities, or single ones."""
        return self.filter(body__in=viewer.bodies(P.PRIORITY_SEE))

    def standing_on(self, day: date) -> Plans:
        """Between its two days, both included."""
        return self.filter(first_on__lte=day, last_on__gte=day)


class Plan(models.Model):
    """What a body wants to change in some years: an area's plan, or the region's."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200)
    first_on = models.DateField()
    last_on = models.DateField()
    state = models.CharField(
        max_length=8, choices=STATE_CHOICES, default=PlanState.DRAFT.value
    )
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()

    objects = Plans.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="a_plan_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["body", "title"], name="a_body_names_a_plan_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Priorities(models.QuerySet["Priority"]):
    """Priorities by who may see them."""

    def visible_to(self, viewer: Viewer) -> Priorities:
        """Those of plans whose body is open to this viewer, and single ones opened."""
        return self.filter(
            Q(plan__body__in=viewer.bodies(P.PRIORITY_SEE))
            | Q(pk__in=viewer.cases("priorities", P.PRIORITY_SEE))
        ).exclude(pk__in=viewer.blocked_keys("priorities"))


class Priority(models.Model):
    """One thing to change for children, who leads it, and how far it has come.

    ``area`` is set where a plan of several areas has a priority for one of them.
    ``progress`` and ``analysis`` are those of the latest note.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    outcome = models.TextField()
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, related_name="priorities"
    )
    lead_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="priorities"
    )
    lead = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="priorities"
    )
    progress = models.CharField(
        max_length=15, choices=PROGRESS_CHOICES, default=Progress.NOT_STARTED.value
    )
    analysis = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = Priorities.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], name="one_priority_a_number"
            ),
            models.CheckConstraint(
                condition=~Q(progress=Progress.LITTLE_OR_NONE.value) | ~Q(analysis=""),
                name="little_progress_is_analysed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PriorityNote(AppendOnly):
    """How far a priority had come on a day, in words. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="notes"
    )
    noted_on = models.DateField()
    progress = models.CharField(max_length=15, choices=PROGRESS_CHOICES)
    words = models.TextField()
    analysis = models.TextField(blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "number"], name="one_note_a_number"
            ),
            models.CheckConstraint(
                condition=~Q(progress=Progress.LITTLE_OR_NONE.value) | ~Q(analysis=""),
                name="a_note_of_little_progress_is_analysed",
            ),
        ]
        indexes = [models.Index(fields=["priority", "noted_on"], name="notes_by_day")]

    def __str__(self) -> str:
        return f"{self.progress} of {self.priority_id}"


class PriorityNarrative(AppendOnly):
    """What a report may say of a priority over a period; the latest one holds."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="narratives"
    )
    first_on = models.DateField()
    last_on = models.DateField()
    words = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "number"], name="one_narrative_a_number"
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="a_narrative_covers_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on} of {self.priority_id}"


class PriorityMeasure(models.Model):
    """A measure of the evidence that shows whether the priority makes a difference."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="measures"
    )
    measure = models.CharField(max_length=80)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "measure"], name="a_measure_is_chosen_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.priority_id}"


class PriorityAction(models.Model):
    """An action serves a priority."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="linked"
    )
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="priorities"
    )
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "action"], name="an_action_serves_a_priority_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action_id} for {self.priority_id}"
