"""Releases: one, the list, what waits for whom, and what the public has seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404

from kith.domain.rules.states.releases import ReleaseState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.queries import quality_areas
from kith.web.releases.models import Release


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import Releases, ReleaseStep


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the list; empty means no matter."""

    state: str = ""
    area: str = ""
    words: str = ""


def visible_releases(viewer: Viewer) -> Releases:
    """Every release the viewer may see."""
    return Release.objects.visible_to(viewer).select_related("proposed_by")


def release(viewer: Viewer, key: UUID) -> Release:
    """One release.

    Raises:
        Http404: not there, or not this viewer's.
    """
    rows = visible_releases(viewer).select_related("build", "follows", "approved_by")
    return one_or_404(rows, key)


def filtered(viewer: Viewer, asked: Asked) -> Releases:
    """The releases that are asked for, the latest first; dropped ones only by name."""
    rows = visible_releases(viewer)
    if asked.state:
        rows = rows.filter(state=asked.state)
    else:
        rows = rows.exclude(state=ReleaseState.DROPPED)
    if asked.area:
        rows = rows.filter(areas=asked.area)
    for word in asked.words.split():
        rows = rows.filter(title__icontains=word)
    return rows.order_by("-proposed_at", "id")


def story(viewer: Viewer, of: Release) -> QuerySet[ReleaseStep]:
    """The release's steps, oldest first."""
    shown = release(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("number", "id")


def waiting_for(viewer: Viewer) -> tuple[list[Release], list[Release]]:
    """What waits for this viewer's approval, and what of theirs was not let through."""
    rows = visible_releases(viewer).prefetch_related("areas").order_by("proposed_at")
    approves = viewer.areas(P.RELEASE_APPROVE) | quality_areas(
        viewer, P.RELEASE_APPROVE
    )
    approve = [
        one
        for one in rows.filter(state=ReleaseState.PROPOSED)
        if one.proposed_by_id != viewer.person
        and {area.pk for area in one.areas.all()} <= approves
    ]
    mine = rows.filter(
        state__in=[ReleaseState.REFUSED, ReleaseState.FAILED],
        proposed_by=viewer.person,
    )
    return approve, list(mine)


def in_public(viewer: Viewer) -> Releases:
    """What the public has seen, the latest first; nobody is shut out."""
    if not viewer.may_see_published:
        return Release.objects.none()
    rows = Release.objects.in_public().prefetch_related("areas")
    return rows.order_by("-released_on", "-ledger", "id")


def public_release(viewer: Viewer, ledger: str) -> Release:
    """What stands at a public address: a table, an edition, or the stone of one.

    Raises:
        Http404: nothing was ever released under this name.
    """
    found = in_public(viewer).filter(ledger=ledger).first()
    if found is None:
        raise Http404("nothing was released under this name")
    return found
