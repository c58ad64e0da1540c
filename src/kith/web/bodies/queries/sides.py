"""For which organisations somebody speaks: where they work, and where they sit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.bodies.models import Seat
from kith.web.organisations.models import Employment


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def spoken_for(viewer: Viewer) -> frozenset[UUID]:
    """The organisations for which this viewer works or sits, on the viewer's day."""
    if viewer.person is None or viewer.day is None:
        return frozenset()
    works = Employment.objects.standing_on(viewer.day).filter(person=viewer.person)
    sits = Seat.objects.standing_on(viewer.day).filter(person=viewer.person)
    found = {*works.values_list("organisation_id", flat=True)}
    found |= {one.organisation_id for one in sits if one.organisation_id is not None}
    return frozenset(found)
