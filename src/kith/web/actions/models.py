"""Actions: what somebody promised, and every state it passed through."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.states.actions import ACTION, OPEN, ActionState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in ACTION.words.items()]


class SourceKind(models.TextChoices):
    """Where an action came from."""

    MEETING = "MEETING", "Meeting"
    DECISION = "DECISION", "Decision"
    RAPID_REVIEW = "RAPID_REVIEW", "Rapid review"
    PRACTICE_REVIEW = "PRACTICE_REVIEW", "Practice review"
    SECTION_11 = "SECTION_11", "Section 11 audit"
    AUDIT = "AUDIT", "Audit"
    INSPECTION = "INSPECTION", "Inspection"
    SCRUTINY = "SCRUTINY", "Scrutiny"
    RISK = "RISK", "Risk"
    CHALLENGE = "CHALLENGE", "Challenge"
    SCORECARD = "SCORECARD", "Scorecard"
    OTHER = "OTHER", "Something else"


class Strength(models.TextChoices):
    """How it is known that something changed for children."""

    NONE = "NONE", "No evidence yet"
    SAID = "SAID", "Somebody says so"
    SEEN = "SEEN", "Seen in practice: an audit, an observation"
    MEASURED = "MEASURED", "Measured: a figure moved"


class Actions(models.QuerySet["Action"]):
    """Actions by who may see them and where they stand."""

    def visible_to(self, viewer: Viewer) -> Actions:
        """Those of bodies in which this viewer sees actions, single ones opened, and
        their own: a group may ask somebody who does not sit in it."""
        return self.filter(
            Q(body__in=viewer.bodies(P.ACTION_SEE))
            | Q(owner=viewer.person)
            | Q(pk__in=viewer.cases("actions", P.ACTION_SEE))
        ).exclude(pk__in=viewer.blocked_keys("actions"))

    def still_open(self) -> Actions:
        """Something is still owed."""
        return self.filter(state__in=[state.value for state in OPEN])

    def unfinished(self) -> Actions:
        """Agreed, and not yet verified: somebody still has work to do."""
        return self.filter(
            state__in=[
                ActionState.AGREED,
                ActionState.IN_PROGRESS,
                ActionState.EVIDENCE_SUBMITTED,
            ]
        )

    def overdue_on(self, day: date) -> Actions:
        """Still open, and due before the day."""
        return self.still_open().filter(due_on__lt=day)


class Action(models.Model):
    """One promise of one organisation and one person to one body.

    ``first_due_on`` is what was promised at first; ``due_on`` what holds now. Whoever
    verified it is never its owner: the table itself refuses that.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="actions")
    wording = models.TextField()
    owner_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="actions"
    )
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField()
    first_due_on = models.DateField()
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    verified_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verified_at = models.DateTimeField(null=True)

    objects = Actions.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("owner")),
                name="an_action_is_never_verified_by_its_owner",
            ),
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True, verified_by__isnull=True)
                | Q(verified_at__isnull=False, verified_by__isnull=False),
                name="an_action_has_who_verified_it",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="open_actions"),
            models.Index(fields=["owner", "state", "due_on"], name="actions_of_owner"),
        ]

    def __str__(self) -> str:
        return self.reference


class ActionStep(AppendOnly):
    """One step of an action's story: who moved it, when, and why. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "number"], name="one_step_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} {self.action_id}"


class ActionSource(AppendOnly):
    """Why there is this action: a record of the platform, or words for what is not.

    Several sources may share one action, so that one weakness has one plan. ``words``
    are read by everybody who sees the action: whoever adds the source writes them so.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    words = models.CharField(max_length=300, blank=True)
    noun = models.CharField(max_length=40, blank=True)
    key = models.UUIDField(null=True)
    url = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "noun", "key"],
                condition=Q(key__isnull=False),
                name="a_record_is_a_source_once",
            ),
            models.CheckConstraint(
                condition=Q(key__isnull=False) & ~Q(noun="")
                | Q(key__isnull=True, noun="") & ~Q(words=""),
                name="a_source_is_a_record_or_words",
            ),
        ]
        indexes = [models.Index(fields=["noun", "key"], name="actions_of_a_record")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.action_id}"


class ActionEvidence(AppendOnly):
    """What somebody gave to show that the action is done. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="evidence"
    )
    words = models.TextField()
    submitted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "number"], name="one_evidence_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"evidence of {self.action_id}"


class EvidenceDocument(AppendOnly):
    """A document of the platform that goes with a piece of evidence. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    evidence = models.ForeignKey(
        ActionEvidence, on_delete=models.PROTECT, related_name="documents"
    )
    document = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "document"], name="a_document_is_given_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} of {self.evidence_id}"


class ActionExtension(models.Model):
    """More time: asked for with a reason, then given or refused by somebody else."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="extensions"
    )
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    is_given = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(is_given__isnull=True),
                name="one_extension_is_asked_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to_on__gt=F("from_on")), name="an_extension_gives_time"
            ),
            models.CheckConstraint(
                condition=Q(
                    is_given__isnull=True,
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                )
                | Q(
                    is_given__isnull=False,
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
                name="an_extension_has_who_decided_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} to {self.to_on}"


class ActionImpact(AppendOnly):
    """What changed for children, and how that is known; the latest holds."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="impacts")
    words = models.TextField()
    strength = models.CharField(max_length=10, choices=Strength.choices)
    stated_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "number"], name="one_impact_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.strength} of {self.action_id}"
