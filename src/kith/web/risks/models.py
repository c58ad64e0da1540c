"""Tables of risks of the system: what could happen, and who looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.risk_levels import IMPACT, LIKELIHOOD, Mark
from kith.domain.rules.states.risks import LIVE, RISK
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in RISK.words.items()]


class ControlStanding(models.TextChoices):
    """Whether a control works already."""

    IN_PLACE = "IN_PLACE", "In place"
    PLANNED = "PLANNED", "Planned"
    GIVEN_UP = "GIVEN_UP", "Given up"


class Reply(models.TextChoices):
    """What a higher body answered."""

    ACCEPTED = "ACCEPTED", "Accepted here"
    SENT_BACK = "SENT_BACK", "Sent back with advice"
    RAISED_ON = "RAISED_ON", "Raised on"


def _step(words: dict[int, str]) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(choices=list(words.items()))


def _within(*names: str) -> Q:
    bounds = Q()
    for name in names:
        bounds &= Q(**{f"{name}__gte": 1, f"{name}__lte": 5})
    return bounds


class Risks(models.QuerySet["Risk"]):
    """Risks by who may see them and where they stand."""

    def visible_to(self, viewer: Viewer) -> Risks:
        """Those of this viewer's bodies, and those that were ever raised to them.

        Whoever had a risk keeps reading it when it has gone up, or come down again.
        """
        bodies = viewer.bodies(P.RISK_SEE)
        raised = Raising.objects.filter(to_body__in=bodies).values("risk")
        return self.filter(
            Q(body__in=bodies)
            | Q(pk__in=raised)
            | Q(pk__in=viewer.cases("risks", P.RISK_SEE))
        ).exclude(pk__in=viewer.blocked_keys("risks"))

    def live(self) -> Risks:
        """Not closed."""
        return self.filter(state__in=[state.value for state in LIVE])


class Risk(models.Model):
    """Because of a cause an event may happen, with an effect for children.

    ``body`` recorded it; ``tier`` holds it now. The marks of now are those of the
    last dated review, kept here too so that lists need not look it up.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="risks")
    tier = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="held_risks")
    title = models.CharField(max_length=150)
    cause = models.TextField()
    event = models.TextField()
    effect = models.TextField()
    owner_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="risks"
    )
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="risks")
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    before_likelihood = _step(LIKELIHOOD)
    before_impact = _step(IMPACT)
    now_likelihood = _step(LIKELIHOOD)
    now_impact = _step(IMPACT)
    target_likelihood = _step(LIKELIHOOD)
    target_impact = _step(IMPACT)
    review_on = models.DateField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = Risks.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_within(
                    "before_likelihood",
                    "before_impact",
                    "now_likelihood",
                    "now_impact",
                    "target_likelihood",
                    "target_impact",
                ),
                name="marks_lie_in_the_matrix",
            )
        ]
        indexes = [
            models.Index(fields=["body", "state"], name="risks_of_body"),
            models.Index(fields=["tier", "state"], name="risks_of_tier"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def before(self) -> Mark:
        """Before any control."""
        return Mark(self.before_likelihood, self.before_impact)

    @property
    def now(self) -> Mark:
        """As of the last review."""
        return Mark(self.now_likelihood, self.now_impact)

    @property
    def target(self) -> Mark:
        """What the partnership aims at."""
        return Mark(self.target_likelihood, self.target_impact)


class Review(AppendOnly):
    """A dated look at a risk: the marks of that day, and why. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="reviews")
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    likelihood = _step(LIKELIHOOD)
    impact = _step(IMPACT)
    words = models.TextField(blank=True)
    reviewed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_within("likelihood", "impact"),
                name="a_review_lies_in_the_matrix",
            )
        ]

    def __str__(self) -> str:
        return f"review of {self.risk_id} on {self.on}"

    @property
    def mark(self) -> Mark:
        """The marks of that day."""
        return Mark(self.likelihood, self.impact)


class Control(models.Model):
    """What makes the risk smaller, who sees to it, and whether it works already."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="controls")
    wording = models.TextField()
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="risk_controls"
    )
    standing = models.CharField(max_length=10, choices=ControlStanding.choices)
    due_on = models.DateField(null=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"control of {self.risk_id}"


class Evidence(AppendOnly):
    """What shows how large the risk is: words, a figure's code, or a document's key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="evidence")
    words = models.TextField()
    measure = models.CharField(max_length=80, blank=True)
    document = models.UUIDField(null=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"evidence of {self.risk_id}"


class Raising(models.Model):
    """A risk went up to a body, which owes a reply by a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="raisings")
    number = models.PositiveSmallIntegerField()
    from_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    to_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="risks_raised_here"
    )
    reason = models.TextField()
    reply_due_on = models.DateField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    reply = models.CharField(max_length=10, choices=Reply.choices, blank=True)
    reply_words = models.TextField(blank=True)
    replied_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["risk"],
                condition=Q(reply=""),
                name="one_reply_is_due_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(reply="", replied_at__isnull=True, replied_by__isnull=True)
                | ~Q(reply="")
                & ~Q(reply_words="")
                & Q(replied_at__isnull=False, replied_by__isnull=False),
                name="a_reply_is_given_by_somebody_with_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} to {self.to_body_id}"

    def is_overdue_on(self, day: date) -> bool:
        """No reply, and its day has passed."""
        return not self.reply and self.reply_due_on < day


class Seen(AppendOnly):
    """Somebody of the higher body opened a risk that was raised to it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    raising = models.ForeignKey(Raising, on_delete=models.PROTECT, related_name="seen")
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["raising", "seen_by"], name="first_seen_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seen_by_id} saw {self.raising_id}"


class RiskStep(AppendOnly):
    """One step of a risk's story: who moved it, when, and why. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.risk_id}"
