"""Approvals: whose is asked, for what, and how each was given."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.states.approvals import APPROVAL, STANDING, ApprovalState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in APPROVAL.words.items()]


class Approvals(models.QuerySet["Approval"]):
    """Approvals by who may see them and where they stand."""

    def visible_to(self, viewer: Viewer) -> Approvals:
        """One's own, and those of places where this viewer records or confirms."""
        areas = viewer.areas(P.APPROVAL_RECORD) | viewer.areas(P.APPROVAL_CONFIRM)
        bodies = viewer.bodies(P.APPROVAL_RECORD) | viewer.bodies(P.APPROVAL_CONFIRM)
        return self.filter(
            Q(asked_of=viewer.person, asked_of__isnull=False)
            | Q(asked_by=viewer.person)
            | Q(area__in=areas)
            | Q(body__in=bodies)
        )

    def of(self, noun: str, key: UUID) -> Approvals:
        """Those asked for one record."""
        return self.filter(noun=noun, key=key)


class Approval(models.Model):
    """Somebody's signature under one record: asked, then given, refused or withdrawn.

    ``slot`` tells the places under one record apart (a partner's sector, say), so that
    none is asked twice. The place it belongs to is an area or a body.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    noun = models.CharField(max_length=40)
    key = models.UUIDField()
    slot = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=200)
    asked_of = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="approvals_asked"
    )
    area = models.CharField(max_length=9, blank=True)
    body = models.UUIDField(null=True)
    due_on = models.DateField(null=True)
    state = models.CharField(
        max_length=10, choices=STATE_CHOICES, default=ApprovalState.ASKED.value
    )
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_on = models.DateField(null=True)
    how = models.CharField(max_length=300, blank=True)
    evidence = models.UUIDField(null=True)
    recorded_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)

    objects = Approvals.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["noun", "key", "slot"],
                condition=Q(state__in=[one.value for one in STANDING]),
                name="one_standing_approval_a_slot",
            ),
            models.UniqueConstraint(
                fields=["noun", "key", "asked_of"],
                condition=Q(state__in=[one.value for one in STANDING]),
                name="nobody_signs_a_record_twice",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | Q(recorded_by__isnull=False) & ~Q(confirmed_by=F("recorded_by")),
                name="an_approval_is_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True, recorded_by__isnull=True)
                | Q(recorded_at__isnull=False, recorded_by__isnull=False),
                name="an_approval_is_recorded_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="an_approval_has_who_confirmed",
            ),
        ]
        indexes = [models.Index(fields=["noun", "key"], name="approvals_of_a_record")]

    def __str__(self) -> str:
        return f"{self.office}: {self.title}"


class ApprovalStep(AppendOnly):
    """One step of an approval's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    approval = models.ForeignKey(
        Approval, on_delete=models.PROTECT, related_name="steps"
    )
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.approval_id}"
