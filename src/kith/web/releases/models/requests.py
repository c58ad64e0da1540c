"""Tables of requests for information that touch the partnership's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.information_requests import (
    INFORMATION,
    InformationState,
)
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.organisations.models import Area, Organisation
from kith.web.releases.models.releases import Release


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in INFORMATION.words.items()]


class FigureRequests(models.QuerySet["FigureRequest"]):
    """Requests for figures by who may see them."""

    def visible_to(self, viewer: Viewer) -> FigureRequests:
        """Those of the areas whose requests the viewer keeps."""
        return self.filter(area__in=viewer.areas(P.FOI_KEEP))


class FigureRequest(models.Model):
    """A request under the Freedom of Information Act for figures of the partnership.

    Who asked is known to the authority and never stands here. ``release`` is the table
    that answers it, kept by the ledger.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    received_on = models.DateField()
    due_on = models.DateField()
    words = models.TextField()
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, null=True, related_name="requests"
    )
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = FigureRequests.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    answered_at__isnull=True,
                    answered_by__isnull=True,
                    state=InformationState.RECEIVED,
                )
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    state=InformationState.ANSWERED,
                ),
                name="a_request_is_answered_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.reference
