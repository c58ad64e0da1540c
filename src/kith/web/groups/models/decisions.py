"""Decisions: what was settled, why, who was against, and votes between meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.circulated_votes import OUTCOME_WORDS, Choice, VotingRule
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body, Seat
from kith.web.groups.models.agendas import MARKING_CHOICES, AgendaItem, readable_in_body
from kith.web.groups.models.meetings import Meeting


if TYPE_CHECKING:
    from typing import Self

    from kith.web.access.viewer import Viewer


CHOICES = [
    (Choice.FOR.value, "For"),
    (Choice.AGAINST.value, "Against"),
    (Choice.ABSTAIN.value, "Abstain"),
    (Choice.DISCUSS.value, "I want this discussed at a meeting"),
]
RULES = [
    (VotingRule.MAJORITY.value, "More for than against"),
    (VotingRule.UNANIMOUS.value, "Nobody against"),
]
OUTCOMES = [(one.value, words) for one, words in OUTCOME_WORDS.items()]


class Circulations(models.QuerySet["Circulation"]):
    """Circulations by who may see them."""

    def visible_to(self, viewer: Viewer) -> Circulations:
        """Those of bodies whose decisions this viewer sees, in markings they read."""
        return self.filter(readable_in_body(viewer, P.DECISION_SEE)).exclude(
            pk__in=viewer.blocked_keys("groups")
        )


class Circulation(models.Model):
    """A proposal put to the voting seats of a body between two meetings."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="circulations"
    )
    proposal = models.TextField()
    background = models.TextField(blank=True)
    options = models.TextField(blank=True)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    rule = models.CharField(max_length=10, choices=RULES)
    closes_on = models.DateField()
    outcome = models.CharField(max_length=15, choices=OUTCOMES)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    reported_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="circulations"
    )

    objects = Circulations.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="a_circulation_is_ended_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class CirculatedVote(models.Model):
    """One voting seat's vote; without a choice it is still to come."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    circulation = models.ForeignKey(
        Circulation, on_delete=models.PROTECT, related_name="votes"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="circulated_votes"
    )
    choice = models.CharField(max_length=10, choices=CHOICES, blank=True)
    reason = models.TextField(blank=True)
    voted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    voted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circulation", "seat"], name="one_vote_a_seat"
            ),
            models.CheckConstraint(
                condition=Q(choice="", voted_at__isnull=True, voted_by__isnull=True)
                | ~Q(choice="") & Q(voted_at__isnull=False, voted_by__isnull=False),
                name="a_vote_is_given_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"vote of {self.seat_id}"


class Decisions(models.QuerySet["Decision"]):
    """Decisions by who may see them."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of bodies whose decisions this viewer sees, in markings they read.

        Others read what is published on the public register, which prints less.
        """
        closed = viewer.blocked_keys("groups")
        return self.filter(
            readable_in_body(viewer, P.DECISION_SEE)
            | Q(pk__in=viewer.cases("groups", P.DECISION_SEE))
        ).exclude(Q(pk__in=closed) | Q(item__in=closed))

    def published(self) -> Self:
        """On the public register."""
        return self.filter(published_at__isnull=False)

    def review_due_by(self, day: object) -> Self:
        """To be looked at again on or before the day."""
        return self.filter(review_on__lte=day)


class Decision(models.Model):
    """What a body decided, with what else it considered and why.

    ``wording_for_all`` is what the public register prints.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    circulation = models.OneToOneField(
        Circulation, on_delete=models.PROTECT, null=True, related_name="decision"
    )
    wording = models.TextField()
    options = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    decided_by = models.CharField(max_length=300)
    decided_on = models.DateField()
    had_quorum = models.BooleanField(null=True)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    review_on = models.DateField(null=True)
    is_publishable = models.BooleanField(default=False)
    wording_for_all = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    published_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    objects = Decisions.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="a_decision_is_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(is_publishable=True),
                name="only_the_publishable_is_published",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "decided_on"], name="decisions_of_a_body")
        ]

    def __str__(self) -> str:
        return self.reference


class Dissent(AppendOnly):
    """Somebody who was against a decision, and what they wished to have written down."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="dissents"
    )
    who = models.CharField(max_length=200)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"dissent on {self.decision_id}"


class DecisionReview(AppendOnly):
    """A later look at a decision: what became of it, and when to look again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="reviews"
    )
    words = models.TextField()
    again_on = models.DateField(null=True)
    reviewed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"review of {self.decision_id}"
