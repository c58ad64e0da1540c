"""Writes of areas and partnerships. Merging or splitting is data, not a release."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.organisations import policies
from kith.web.organisations.models import Area, Partnership


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer


def add_area(
    *,
    viewer: Viewer,
    at: datetime,
    code: str,
    name: str,
    days: tuple[date | None, date | None] = (None, None),
) -> Area:
    """The area is known, by its ONS code, from its first day to its last."""
    with writing(viewer=viewer, at=at, verb="organisations.area_added") as event:
        refuse_if(policies.why_not_edit(viewer, ()))
        area = Area.objects.create(
            code=code, name=name, first_on=days[0], last_on=days[1]
        )
        event.about(area, area=code)
        # An area has a code for its key; the trail knows records by a UUID.
        event.key = uuid5(NAMESPACE_URL, f"area/{code}")
    return area


def found_partnership(
    *,
    viewer: Viewer,
    at: datetime,
    name: str,
    code: str,
    areas: Sequence[Area],
    above: Partnership | None = None,
) -> Partnership:
    """A partnership owns these areas, under a regional one where there is one."""
    with writing(viewer=viewer, at=at, verb="organisations.founded") as event:
        codes = [area.code for area in areas]
        refuse_if(policies.why_not_edit(viewer, codes))
        made = Partnership.objects.create(
            code=code, name=name, above=above, first_on=at.date()
        )
        made.areas.set(areas)
        event.about(made, areas=codes)
    return made
