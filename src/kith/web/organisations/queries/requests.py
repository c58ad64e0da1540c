"""Reads of requests for information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.organisations.models import Area, InformationRequest, RequestState


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def visible_requests(viewer: Viewer) -> QuerySet[InformationRequest]:
    """The requests of areas for which this viewer may ask for information."""
    return (
        InformationRequest.objects.filter(area__in=viewer.areas(P.INFORMATION_REQUEST))
        .select_related("area", "organisation", "asked_by", "ended_by")
        .prefetch_related("chases__chased_by")
    )


def information_request(viewer: Viewer, key: UUID) -> InformationRequest:
    """One request.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_requests(viewer), key)


def overdue_requests(viewer: Viewer, *, today: date) -> QuerySet[InformationRequest]:
    """Those without an answer whose day has passed, the oldest first."""
    return (
        visible_requests(viewer)
        .filter(state=RequestState.ASKED, due_on__lt=today)
        .order_by("due_on", "id")
    )


def areas_to_ask_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas for which this viewer may ask."""
    mine = viewer.areas(P.INFORMATION_REQUEST)
    return Area.objects.filter(pk__in=mine).order_by("name", "code")
