"""Actions: what somebody promised, and every state it passed through."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models

from kith.domain.rules.states.actions import ACTION, OPEN
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.bodies.models import Body
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in ACTION.words.items()]


class Actions(models.QuerySet["Action"]):
    """Actions by who may see them and where they stand."""

    def visible_to(self, viewer: Viewer) -> Actions:
        """Those of bodies in which this viewer sees actions, and single ones opened."""
        return self.filter(
            models.Q(body__in=viewer.bodies(P.ACTION_SEE))
            | models.Q(pk__in=viewer.cases("actions", P.ACTION_SEE))
        ).exclude(pk__in=viewer.blocked_keys("actions"))

    def still_open(self) -> Actions:
        """Something is still owed."""
        return self.filter(state__in=[state.value for state in OPEN])

    def overdue_on(self, day: date) -> Actions:
        """Still open, and due before the day."""
        return self.still_open().filter(due_on__lt=day)


class Action(models.Model):
    """One promise of one organisation and one person to one body."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="actions")
    wording = models.TextField()
    owner_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="actions"
    )
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField()
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    objects = Actions.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="open_actions")
        ]

    def __str__(self) -> str:
        return self.reference


class ActionStep(models.Model):
    """One step of an action's story: who moved it, when, and why. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.action_id}"
