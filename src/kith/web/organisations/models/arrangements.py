"""The published arrangements: versions, the agencies they name, and who accepted."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.terms import ARRANGEMENTS, TermsState
from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models.organisations import Organisation
from kith.web.organisations.models.places import Partnership


STATE_CHOICES = [(state.value, words) for state, words in ARRANGEMENTS.words.items()]


class ArrangementsVersion(models.Model):
    """One version of how the partners and agencies of a partnership work together.

    The three signatures are approvals: its noun is ``organisations``, its key this.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="arrangements"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    scrutiny_plan = models.TextField(blank=True)
    state = models.CharField(
        max_length=12, choices=STATE_CHOICES, default=TermsState.DRAFT.value
    )
    review_on = models.DateField(null=True)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    published_on = models.DateField(null=True)
    superseded_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="one_version_a_number"
            ),
            models.UniqueConstraint(
                fields=["partnership"],
                condition=Q(state=TermsState.PUBLISHED.value),
                name="one_published_version_a_partnership",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class ArrangementsStep(AppendOnly):
    """One step of a version's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(
        ArrangementsVersion, on_delete=models.PROTECT, related_name="steps"
    )
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=12, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.version_id}"


class RelevantAgency(models.Model):
    """An agency that a version names: it must act in line with the arrangements."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(
        ArrangementsVersion, on_delete=models.PROTECT, related_name="agencies"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="named_in"
    )
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation"], name="an_agency_is_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.version_id}"


class AgencyAcceptance(AppendOnly):
    """An agency accepted what a version asks of it: itself, or as recorded for it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    agency = models.OneToOneField(
        RelevantAgency, on_delete=models.PROTECT, related_name="acceptance"
    )
    accepted_on = models.DateField()
    by_whom = models.CharField(max_length=200)
    is_recorded_for_them = models.BooleanField(default=False)
    evidence = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_recorded_for_them=False) | ~Q(evidence=""),
                name="acceptance_for_them_has_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"accepted {self.agency_id}"
