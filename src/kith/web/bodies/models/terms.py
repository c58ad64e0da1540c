"""A body's terms of reference, version by version."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.terms import TERMS_OF_REFERENCE, TermsState
from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models.bodies import Body


STATE_CHOICES = [
    (state.value, words) for state, words in TERMS_OF_REFERENCE.words.items()
]


class TermsOfReference(models.Model):
    """One version of what a body is for and how it works.

    Its signatures, where no body is above, are approvals of the noun ``bodies``.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    state = models.CharField(
        max_length=12, choices=STATE_CHOICES, default=TermsState.DRAFT.value
    )
    review_on = models.DateField(null=True)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    in_force_from = models.DateField(null=True)
    superseded_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"], name="one_terms_version_a_number"
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(state=TermsState.PUBLISHED.value),
                name="one_version_in_force_a_body",
            ),
        ]

    def __str__(self) -> str:
        return f"terms of {self.body_id}, version {self.number}"


class TermsStep(AppendOnly):
    """One step of a version's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    terms = models.ForeignKey(
        TermsOfReference, on_delete=models.PROTECT, related_name="steps"
    )
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=12, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.terms_id}"
