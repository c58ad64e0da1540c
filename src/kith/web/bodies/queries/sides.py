"""For which organisations somebody speaks, and which names a text may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.release_approval import assures_quality
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Area, Employment, Organisation


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.permissions import Permission
    from kith.web.access.viewer import Viewer


def spoken_for(viewer: Viewer) -> frozenset[UUID]:
    """The organisations for which this viewer works or sits, on the viewer's day."""
    if viewer.person is None or viewer.day is None:
        return frozenset()
    works = Employment.objects.standing_on(viewer.day).filter(person=viewer.person)
    sits = Seat.objects.standing_on(viewer.day).filter(person=viewer.person)
    sits = sits.filter(organisation__isnull=False)
    found = set(
        works.values_list("organisation_id", flat=True).union(
            sits.values_list("organisation_id", flat=True)
        )
    )
    if viewer.bearer is not None:
        found &= {viewer.bearer.organisation}
    return frozenset(found)


def known_names(viewer: Viewer) -> tuple[str, ...]:
    """Names of organisations, bodies and areas, which a text about a system may hold.

    All of them, since none is a person; the viewer is asked for as everywhere.
    """
    if not viewer.is_signed_in:
        return ()
    return (
        *Organisation.objects.order_by("name").values_list("name", flat=True),
        *Body.objects.order_by("name").values_list("name", flat=True),
        *Area.objects.order_by("name").values_list("name", flat=True),
    )


def quality_areas(viewer: Viewer, permission: Permission) -> frozenset[str]:
    """Areas of the groups that assure quality, where this viewer holds a permission."""
    held = Body.objects.filter(pk__in=viewer.bodies(permission))
    named = held.values_list("name", "areas")
    return frozenset(area for name, area in named if area and assures_quality(name))
