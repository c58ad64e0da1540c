"""How people come in: invitations, a second factor given up, and devices they know."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models.people import Person


class Invitation(models.Model):
    """A person may choose a password, once, until a moment of the world's clock.

    The secret itself went out with the link; only its digest stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="invitations"
    )
    area = models.CharField(max_length=9, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    invited_at = models.DateTimeField()
    open_until = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="an_invitation_is_accepted_or_withdrawn",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="one_standing_invitation_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"for {self.person_id}"


class HowChecked(models.TextChoices):
    """How somebody made sure that it is really that person who lost their factor."""

    IN_PERSON = "IN_PERSON", "In person, with a staff pass or other photo identity"
    VIDEO = "VIDEO", "On a video call, by somebody who knows them by sight"
    RANG_BACK = (
        "RANG_BACK",
        "By ringing back through the switchboard of their organisation",
    )
    LINE_MANAGER = "LINE_MANAGER", "Through their line manager, in person or by video"


class FactorReset(models.Model):
    """A lost second factor: one person asks, having checked who it is; another agrees."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="resets")
    how_checked = models.CharField(max_length=20, choices=HowChecked.choices)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    open_until = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    refused_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="a_reset_is_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True, refused_by__isnull=True)
                | Q(refused_at__isnull=False, refused_by__isnull=False),
                name="a_reset_is_refused_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("asked_by")),
                name="a_reset_takes_two_people",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("asked_by")), name="nobody_asks_their_own_reset"
            ),
        ]

    def __str__(self) -> str:
        return f"for {self.person_id}"


class KnownDevice(models.Model):
    """A browser in which a person signed in before; only a digest of its mark stays."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="devices")
    digest = models.CharField(max_length=64)
    first_seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "digest"], name="a_device_is_known_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"of {self.person_id}"
