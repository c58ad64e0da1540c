"""Asking for a candidate edition, and calling it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.notices.work import CLOCKS, enqueue_once
from kith.web.releases import policies
from kith.web.releases.actions.steps import BUILD, held_areas
from kith.web.releases.models import Build, BuildState


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.values import Wanted


def ask_for_edition(*, viewer: Viewer, at: datetime, wanted: Wanted) -> Build:
    """A candidate edition will be built from what is locked.

    Raises:
        RefusedError: not theirs to ask for.
    """
    with writing(viewer=viewer, at=at, verb="releases.edition_asked") as event:
        refuse_if(policies.why_not_ask(viewer, wanted.areas))
        areas = held_areas(wanted.areas)
        build = Build.objects.create(
            reference=next_reference(
                Build.objects.all(), "EDITION", year=london_day(at).year
            ),
            first_on=wanted.period.first,
            last_on=wanted.period.last,
            edition=wanted.period.last.isoformat(),
            is_provisional=wanted.is_provisional,
            asked_by_id=viewer.who,
            asked_at=at,
        )
        build.areas.set(areas)
        enqueue_once(
            kind=BUILD,
            key=f"{BUILD} {build.pk}",
            at=CLOCKS.real(),
            arguments={"build": str(build.pk)},
        )
        event.about(build, area=areas[0].pk, edition=build.edition)
    return build


def cancel_building(*, viewer: Viewer, at: datetime, key: UUID) -> Build:
    """The engine stops building; the edition before stands as it stood."""
    with writing(viewer=viewer, at=at, verb="releases.building_cancelled") as event:
        shown = Build.objects.visible_to(viewer).filter(pk=key).values("pk")
        build = locked(Build.objects.filter(pk__in=shown), key)
        refuse_if(policies.why_not_cancel(viewer, build))
        build.state = BuildState.CANCELLED
        build.save(update_fields=["state"])
        event.about(build, edition=build.edition)
    return build
