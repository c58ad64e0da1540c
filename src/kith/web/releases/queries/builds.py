"""Candidate editions: one, all of them, and what they are built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.returns import ReturnState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.organisations.models import Area
from kith.web.releases.models import Build
from kith.web.returns.queries import visible_returns


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import Builds


def visible_builds(viewer: Viewer) -> Builds:
    """Every candidate the viewer may see, the latest first."""
    rows = Build.objects.visible_to(viewer).select_related("asked_by")
    return rows.order_by("-asked_at", "id")


def build(viewer: Viewer, key: UUID) -> Build:
    """One candidate.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(Build.objects.visible_to(viewer), key)


def areas_to_propose_for(viewer: Viewer) -> QuerySet[Area]:
    """Areas of which the viewer may propose what the public is told."""
    held = viewer.areas(P.RELEASE_PROPOSE)
    return Area.objects.filter(pk__in=held).order_by("name", "code")


def last_locked(viewer: Viewer) -> Period | None:
    """The days of the return that was locked for the latest period, to begin with."""
    rows = visible_returns(viewer).filter(state=ReturnState.LOCKED)
    last = rows.order_by("-last_on", "-first_on", "id").first()
    return last.period if last else None
