"""Reads of handovers: what goes with a seat, and who has still to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Handover
from kith.web.home.noun import nouns


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.home.noun import Holding


def visible_handovers(viewer: Viewer) -> QuerySet[Handover]:
    """One's own, given or taken, and those of bodies where one keeps the seats."""
    mine = Q(giver=viewer.person) | Q(taker=viewer.person)
    kept = Q(before__body__in=viewer.bodies(P.SEAT_FILL))
    return Handover.objects.filter(
        (mine if viewer.is_signed_in else Q(pk__in=[])) | kept
    ).select_related(
        "before__body", "before__organisation", "after", "giver", "taker", "made_by"
    )


def handover(viewer: Viewer, key: UUID) -> Handover:
    """One handover.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_handovers(viewer), key)


def to_acknowledge(viewer: Viewer) -> QuerySet[Handover]:
    """What this viewer took over and has not yet said to have read."""
    return (
        visible_handovers(viewer)
        .filter(taker=viewer.person, acknowledged_at__isnull=True)
        .order_by("on", "id")
    )


def held(
    viewer: Viewer, *, person: UUID, body: UUID | None, today: date
) -> list[Holding]:
    """Everything open, promised and pending that goes with a person in a body, of every
    noun, the most urgent first; only what this viewer may see."""
    found: list[Holding] = []
    for one in nouns():
        if one.holdings is not None:
            found += one.holdings(viewer, person=person, body=body, today=today)
    return sorted(found, key=lambda item: (item.due is None, item.due or today))
