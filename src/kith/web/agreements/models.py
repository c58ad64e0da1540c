"""Tables of sharing: agreements, overrides, and decisions not to share."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.states.agreements import AGREEMENT, AgreementState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in AGREEMENT.words.items()]


class Agreements(models.QuerySet["SharingAgreement"]):
    """Agreements by who may see them, and by what they cover."""

    def visible_to(self, viewer: Viewer) -> Agreements:
        """Those of the viewer's areas; whoever holds the permission there."""
        areas = SharingAgreement.areas.through.objects.filter(
            area__in=viewer.areas(P.AGREEMENT_SEE)
        )
        return self.filter(pk__in=areas.values("sharingagreement")).exclude(
            pk__in=viewer.blocked_keys("agreements")
        )

    def live(self) -> Agreements:
        """Agreed and not ended; whether lapsed is a matter of the day."""
        return self.filter(state=AgreementState.LIVE)


class SharingAgreement(models.Model):
    """Who may send what to whom, for what, on which basis, and until when.

    ``feeds`` are codes of feeds; ``fields`` says in words which fields they hold.
    ``security`` is for the parties and is never in the public register.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=150)
    purpose = models.TextField()
    legal_basis = models.TextField()
    fields = models.TextField()
    security = models.TextField(blank=True)
    controller = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements_controlled"
    )
    parties = models.ManyToManyField(Organisation, related_name="agreements")
    areas = models.ManyToManyField(Area, related_name="agreements")
    feeds = models.JSONField(default=list)
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    review_on = models.DateField()
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()

    objects = Agreements.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="an_agreement_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class AgreementStep(AppendOnly):
    """One step of an agreement's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    agreement = models.ForeignKey(
        SharingAgreement, on_delete=models.PROTECT, related_name="steps"
    )
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.agreement_id}"


class Override(AppendOnly):
    """A controller decided that something is sent though no agreement holds.

    For one feed, one area and the returns whose period lies within these days.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    controller = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    feed = models.CharField(max_length=40)
    first_on = models.DateField()
    last_on = models.DateField()
    reason = models.TextField()
    legal_basis = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="an_override_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(legal_basis=""),
                name="an_override_has_reason_and_basis",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed} of {self.controller_id}"


class Withholding(AppendOnly):
    """An organisation decided not to share something, and why. Never about one child.

    A later decision on the same question follows it, and both stay.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    what = models.TextField()
    reason = models.TextField()
    decided_on = models.DateField()
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    signs = models.JSONField(default=list)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(holder=F("asked_by")), name="asked_by_another"
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="not_shared_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.reference
