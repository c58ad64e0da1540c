"""Tables of a group's scorecards: questions, measures, and what agencies say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.states.scorecards import SCORECARD, ScorecardState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.benchmarks.models import Benchmark
from kith.web.bodies.models import Body
from kith.web.organisations.models import Area, Organisation
from kith.web.priorities.models import Priority


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in SCORECARD.words.items()]
_IS_AGREED = Q(
    agreed_at__isnull=False, agreed_by__isnull=False, stands_on__isnull=False
) & ~Q(edition="")


class TargetKind(models.TextChoices):
    """What a value is held against. The first two are targets, the others comparators."""

    STATUTORY = "STATUTORY", "Statutory target"
    LOCAL = "LOCAL", "Local target"
    NEIGHBOURS = "NEIGHBOURS", "Statistical neighbours"
    REGION = "REGION", "Region"
    ENGLAND = "ENGLAND", "England"


class Scorecards(models.QuerySet["Scorecard"]):
    """Scorecards by who may see them."""

    def visible_to(self, viewer: Viewer) -> Scorecards:
        """Those of groups open to this viewer, and single ones opened to them."""
        return self.filter(
            Q(body__in=viewer.bodies(P.SCORECARD_SEE))
            | Q(pk__in=viewer.cases("scorecards", P.SCORECARD_SEE))
        ).exclude(pk__in=viewer.blocked_keys("scorecards"))


class Scorecard(models.Model):
    """One version of a group's scorecard for an area and a period.

    ``edition`` and what stands beside it are set when it is agreed: a draft shows the
    edition that is published now, an agreed one what it showed that day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=100, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="scorecards")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="scorecards")
    title = models.CharField(max_length=200)
    first_on = models.DateField()
    last_on = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    state = models.CharField(
        max_length=10, choices=STATE_CHOICES, default=ScorecardState.DRAFT.value
    )
    edition = models.CharField(max_length=80, blank=True)
    stands_on = models.DateField(null=True)
    rule_set = models.CharField(max_length=20, blank=True)
    is_invented = models.BooleanField(default=False)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    agreed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True)

    objects = Scorecards.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="a_scorecard_covers_a_period",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ScorecardState.DRAFT.value,
                    agreed_at__isnull=True,
                    agreed_by__isnull=True,
                    stands_on__isnull=True,
                    edition="",
                )
                | (~Q(state=ScorecardState.DRAFT.value) & _IS_AGREED),
                name="an_agreed_scorecard_names_its_edition",
            ),
        ]
        indexes = [models.Index(fields=["body", "-last_on"], name="scorecards_by_body")]

    def __str__(self) -> str:
        return self.title


class ScorecardQuestion(models.Model):
    """A question that a group asks of the figures, in its own words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="questions"
    )
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)

    def __str__(self) -> str:
        return self.words


class ScorecardMeasure(models.Model):
    """A measure under a question; ``shown`` is what it showed when it was agreed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="measures"
    )
    question = models.ForeignKey(
        ScorecardQuestion, on_delete=models.PROTECT, related_name="measures"
    )
    number = models.PositiveSmallIntegerField()
    measure = models.CharField(max_length=80)
    shown = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "measure"], name="a_measure_once_a_scorecard"
            )
        ]

    def __str__(self) -> str:
        return self.measure


class ScorecardTarget(models.Model):
    """A value that a measure is held against: a target, or a comparator.

    ``benchmark`` is where a comparator was chosen; none where it was typed.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="targets"
    )
    measure = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=TargetKind.choices)
    value = models.DecimalField(max_digits=20, decimal_places=6)
    source = models.CharField(max_length=1500)
    benchmark = models.ForeignKey(
        Benchmark, on_delete=models.PROTECT, null=True, related_name="+"
    )
    stands_on = models.DateField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "measure", "kind"],
                name="a_measure_has_one_target_a_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.measure}"


class StepChange(models.Model):
    """Something that happened in a month, written on the charts by hand.

    No measure: on every chart. ``restarts``: limits are worked out anew from there.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="step_changes"
    )
    measure = models.CharField(max_length=80, blank=True)
    month = models.DateField()
    words = models.CharField(max_length=60)
    restarts = models.BooleanField(default=False)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=1), name="a_step_change_is_of_a_month"
            ),
            models.UniqueConstraint(
                fields=["scorecard", "measure", "month"],
                name="one_step_change_a_month",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class CommentaryAsk(AppendOnly):
    """An agency is asked what it makes of a measure, or of a question, by a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="asks"
    )
    question = models.ForeignKey(
        ScorecardQuestion, on_delete=models.PROTECT, null=True, related_name="asks"
    )
    measure = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    wanted_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(question__isnull=True) ^ Q(measure=""),
                name="commentary_is_asked_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["scorecard", "number"], name="one_ask_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} asked about {self.measure or self.question_id}"


class Commentary(AppendOnly):
    """What an agency says of a measure or a question: what, so what, now what.

    Never changed: a later one of the same agency stands in its place, the earlier is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="commentary"
    )
    question = models.ForeignKey(
        ScorecardQuestion,
        on_delete=models.PROTECT,
        null=True,
        related_name="commentary",
    )
    measure = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    what = models.TextField()
    so_what = models.TextField()
    now_what = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(question__isnull=True) ^ Q(measure=""),
                name="commentary_is_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["scorecard", "number"], name="one_commentary_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} on {self.measure or self.question_id}"


class ScorecardPriority(models.Model):
    """A scorecard shows whether a priority makes a difference."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="linked_priorities"
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="scorecards"
    )
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "priority"], name="a_priority_once_a_scorecard"
            )
        ]

    def __str__(self) -> str:
        return f"{self.priority_id} on {self.scorecard_id}"


class ScorecardStep(AppendOnly):
    """One step of a scorecard's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.PROTECT, related_name="steps"
    )
    move = models.CharField(max_length=20)
    words = models.CharField(max_length=300, blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "number"], name="one_scorecard_step_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} of {self.scorecard_id}"
