"""Tables of explorations: a question put to the newest build, and rows opened behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.vocabulary.periods import Period
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


class Rules(models.TextChoices):
    """The rule set under which an answer is given."""

    PUBLIC = "public", "Public rules: small numbers are hidden"
    INTERNAL = "internal", "Internal rules: every number as it was counted"


class AnswerState(models.TextChoices):
    """Where the answer to a question stands."""

    WAITING = "WAITING", "Waits to be counted"
    RUNNING = "RUNNING", "Being counted"
    ANSWERED = "ANSWERED", "Answered"
    TOO_LARGE = "TOO_LARGE", "Too large"
    FAILED = "FAILED", "Could not be counted"
    CANCELLED = "CANCELLED", "Called off"


COUNTING = (AnswerState.WAITING, AnswerState.RUNNING)
STANDING = (*COUNTING, AnswerState.ANSWERED, AnswerState.TOO_LARGE)
"""What answers the same question asked again; whatever failed is asked anew."""


class Explorations(models.QuerySet["Exploration"]):
    """Questions by who may see their answers."""

    def visible_to(self, viewer: Viewer) -> Explorations:
        """Those of the viewer's areas, under the rules that the viewer is cleared for."""
        cleared = Q(rules=Rules.PUBLIC) | Q(
            area__in=viewer.areas(P.EXPLORATION_INTERNAL)
        )
        shown = self.filter(cleared, area__in=viewer.areas(P.EXPLORATION_ASK))
        return shown.exclude(pk__in=viewer.blocked_keys("explorations"))


class Exploration(models.Model):
    """A question that somebody asked, and the engine's answer while it is kept.

    ``build`` is the mark of the build that answered; empty where another came in between.
    ``cells`` are figures in the engine's words. ``title`` is what the measure was called.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    measure = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    by = models.JSONField(default=list)
    rules = models.CharField(max_length=10, choices=Rules.choices)
    build = models.CharField(max_length=64, blank=True)
    state = models.CharField(
        max_length=10, choices=AnswerState.choices, default=AnswerState.WAITING
    )
    cells = models.JSONField(default=list)
    fault = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    kept_until = models.DateField()

    objects = Explorations.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="an_exploration_is_about_some_days",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def period(self) -> Period:
        """The days it is about."""
        return Period(self.first_on, self.last_on)


class RowsState(models.TextChoices):
    """Where the rows behind an answer stand."""

    WAITING = "WAITING", "Wait to be fetched"
    OPEN = "OPEN", "Open"
    TOO_MANY = "TOO_MANY", "Too many"
    FAILED = "FAILED", "Could not be fetched"
    CLOSED = "CLOSED", "Closed"


class RowOpenings(models.QuerySet["RowOpening"]):
    """Openings of rows by who may see them."""

    def visible_to(self, viewer: Viewer) -> RowOpenings:
        """Whoever gave the purpose, as long as they may see rows there; nobody else."""
        shown = Exploration.objects.visible_to(viewer).filter(
            area__in=viewer.areas(P.ROWS_SEE)
        )
        return self.filter(asked_by=viewer.person, of__in=shown.values("pk"))


class RowOpening(models.Model):
    """The rows behind an internal answer, opened by one person for a purpose, for an hour.

    The rows lie in a file of their own and never in a table; ``open_until`` is real time.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    of = models.ForeignKey(
        Exploration, on_delete=models.CASCADE, related_name="openings"
    )
    purpose = models.CharField(max_length=200)
    state = models.CharField(
        max_length=10, choices=RowsState.choices, default=RowsState.WAITING
    )
    rows = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    open_until = models.DateTimeField(null=True)

    objects = RowOpenings.as_manager()

    def __str__(self) -> str:
        return f"rows of {self.of_id}"
