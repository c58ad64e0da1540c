"""Requests for figures: one, and all of them, those to be answered first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.information_requests import InformationState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.organisations.models import Area, Organisation
from kith.web.releases.models import FigureRequest


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models.requests import FigureRequests


def visible_requests(viewer: Viewer) -> FigureRequests:
    """Every request the viewer may see: to be answered first, by their day."""
    rows = FigureRequest.objects.visible_to(viewer)
    rows = rows.select_related("area", "authority", "release", "answered_by")
    return rows.order_by("-state", "due_on", "id")


def figure_request(viewer: Viewer, key: UUID) -> FigureRequest:
    """One request.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_requests(viewer), key)


def requests_to_answer(viewer: Viewer) -> list[FigureRequest]:
    """What waits for an answer."""
    return list(visible_requests(viewer).filter(state=InformationState.RECEIVED))


def areas_to_keep_for(viewer: Viewer) -> QuerySet[Area]:
    """Areas whose requests the viewer keeps."""
    rows = Area.objects.filter(pk__in=viewer.areas(P.FOI_KEEP))
    return rows.order_by("name", "code")


def authorities(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations of those areas, which may have received a request."""
    rows = Organisation.objects.filter(
        footprints__area__in=viewer.areas(P.FOI_KEEP)
    ).distinct()
    return rows.order_by("name", "id")
