"""Every read of conflicts. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.models import ConflictBlock
from kith.web.access.people.queries import visible_people
from kith.web.access.permissions import Permission as P
from kith.web.access.records import places_of
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


def visible_blocks(viewer: Viewer) -> QuerySet[ConflictBlock]:
    """Blocks that are not about this viewer: of those they are never told."""
    return ConflictBlock.objects.exclude(person=viewer.who).select_related(
        "person", "named_by", "lifted_by"
    )


def blocks_to_list(viewer: Viewer) -> list[tuple[ConflictBlock, RecordPlace]]:
    """The blocks on records where this viewer names conflicts, standing ones first."""
    found = list(visible_blocks(viewer).order_by("-named_at", "id"))
    places = places_of(CaseKey(one.noun, one.key) for one in found)
    shown = [
        (one, place)
        for one in found
        if (place := places.get(CaseKey(one.noun, one.key)))
        and place.may(viewer, P.CONFLICT_NAME)
    ]
    return sorted(shown, key=lambda pair: pair[0].lifted_at is not None)


def people_to_name(viewer: Viewer) -> QuerySet[Person]:
    """Whom this viewer may name: the people of their areas and groups."""
    found = visible_people(viewer, P.CONFLICT_NAME)
    return found.filter(is_active=True).order_by("name", "id")
