"""Every read of emergencies. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from kith.web.access.models import BrokenGlass
from kith.web.access.permissions import Permission as P
from kith.web.access.records import place_of, places_of
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


def visible_emergencies(viewer: Viewer) -> QuerySet[BrokenGlass]:
    """Every emergency but those on records that a conflict closes to the viewer."""
    found = BrokenGlass.objects.select_related("person", "reviewed_by")
    for case in viewer.blocked:
        found = found.exclude(noun=case.noun, key=case.key)
    return found


def emergencies_to_review(viewer: Viewer) -> list[tuple[BrokenGlass, RecordPlace]]:
    """Those in places where this viewer reviews, what waits first."""
    found = list(visible_emergencies(viewer).order_by("-opened_at", "id"))
    places = places_of(CaseKey(one.noun, one.key) for one in found)
    shown = [
        (one, place)
        for one in found
        if (place := places.get(CaseKey(one.noun, one.key)))
        and place.may(viewer, P.BREAK_GLASS_REVIEW)
    ]
    return sorted(shown, key=lambda pair: pair[0].reviewed_at is not None)


def emergency(viewer: Viewer, key: UUID) -> tuple[BrokenGlass, RecordPlace]:
    """One emergency that this viewer reviews.

    Raises:
        Http404: not there, or not in a place of theirs.
    """
    glass = visible_emergencies(viewer).filter(pk=key).first()
    place = place_of(CaseKey(glass.noun, glass.key)) if glass else None
    if glass is None or place is None or not place.may(viewer, P.BREAK_GLASS_REVIEW):
        raise Http404("no such emergency for this viewer")
    return glass, place
