"""A person's own notices; the background work, for those who keep the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.notices.models import (
    DigestChoice,
    Heartbeat,
    Job,
    JobState,
    Notice,
    Rhythm,
)


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def own_notices(viewer: Viewer) -> QuerySet[Notice]:
    """What was sent to the viewer, and to nobody else; the latest first."""
    return Notice.objects.filter(person=viewer.person).order_by("-made_at", "id")


def rhythm(viewer: Viewer) -> Rhythm:
    """How often the viewer is nudged."""
    chosen = DigestChoice.objects.filter(person=viewer.person).first()
    return Rhythm(chosen.rhythm) if chosen else Rhythm.DAILY


def jobs(viewer: Viewer) -> QuerySet[Job]:
    """The background work, for whoever may see it."""
    return Job.objects.all() if viewer.may(P.TASKS_SEE) else Job.objects.none()


def jobs_by_need(viewer: Viewer, state: str) -> QuerySet[Job]:
    """The work in a state (all of it where none is named), the latest first."""
    rows = jobs(viewer)
    if state in JobState.values:
        rows = rows.filter(state=state)
    return rows.order_by("-queued_at", "id")


def heartbeat(viewer: Viewer) -> Heartbeat | None:
    """When the worker was last alive."""
    return Heartbeat.objects.filter(pk=1).first() if viewer.may(P.TASKS_SEE) else None
