"""Requests for information under Children Act 2004 s16H."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models.organisations import Organisation
from kith.web.organisations.models.places import Area


class RequestState(models.TextChoices):
    """Where a request for information stands."""

    ASKED = "ASKED", "Asked"
    ANSWERED = "ANSWERED", "Answered"
    REFUSED = "REFUSED", "Refused"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


class InformationRequest(models.Model):
    """What the partnership asked an organisation to supply, by when, and the reply.

    Children Act 2004 s16H: a person or body that is asked must comply; courts can
    enforce it. What is supplied is not kept here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="information_requests"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="information_requests"
    )
    what = models.TextField()
    why = models.TextField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=RequestState.choices, default=RequestState.ASKED
    )
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reply = models.TextField(blank=True)
    ended_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state=RequestState.ASKED,
                    ended_at__isnull=True,
                    ended_by__isnull=True,
                )
                | ~Q(state=RequestState.ASKED)
                & Q(ended_at__isnull=False, ended_by__isnull=False),
                name="a_request_is_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("asked_at")),
                name="a_request_ends_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class InformationRequestChase(AppendOnly):
    """Somebody was asked again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, related_name="chases"
    )
    words = models.TextField(blank=True)
    chased_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chased_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"chased {self.request_id}"
