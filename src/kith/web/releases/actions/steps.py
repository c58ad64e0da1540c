"""What every step of a release does: it is held, it moves, and its story says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.releases import RELEASE
from kith.web.access.refusals import locked
from kith.web.notices.work import CLOCKS, enqueue_once
from kith.web.organisations.models import Area
from kith.web.releases.models import Release, ReleaseStep


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


BUILD = "releases.build"
JUDGE = "releases.judge"
GO_OUT = "releases.go_out"
TAKE_DOWN = "releases.take_down"
"""Kinds of background work: each has the engine do one thing."""


def held(viewer: Viewer, key: UUID) -> Release:
    """The release as it stands now, held until the transaction ends.

    Raises:
        Http404: not there, or not this viewer's.
    """
    # A row found through its areas cannot be locked in one step: PostgreSQL forbids it.
    shown = Release.objects.visible_to(viewer).filter(pk=key).values("pk")
    return locked(Release.objects.filter(pk__in=shown), key)


def held_areas(codes: Sequence[str]) -> list[Area]:
    """The areas, held: what is made of them meanwhile gets another number."""
    rows = Area.objects.select_for_update().filter(pk__in=codes)
    return list(rows.order_by("code"))


def move(
    of: Release,
    name: str,
    at: datetime,
    *,
    by: UUID | None = None,
    words: str = "",
) -> None:
    """The release takes a step, and its story says who took it and why."""
    of.state = RELEASE.move(name).target
    of.save()
    ReleaseStep.objects.create(
        of=of,
        number=of.steps.count() + 1,
        move=name,
        state=of.state,
        words=words,
        taken_by_id=by,
        taken_at=at,
    )


def ask_engine(kind: str, of: Release) -> None:
    """The engine will do this for the release, once for each time that it is asked."""
    enqueue_once(
        kind=kind,
        key=f"{kind} {of.pk} {of.steps.count()}",
        at=CLOCKS.real(),
        arguments={"release": str(of.pk)},
    )
