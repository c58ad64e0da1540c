"""Who may name a conflict on a record, and lift it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from kith.web.access.models import ConflictBlock
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


NOT_THERE = "There is no record with this reference or address that you may close."
"""The same words where the record is not there and where it is not theirs."""


def why_not_name(viewer: Viewer, place: RecordPlace | None) -> str:
    """Why this viewer cannot name a conflict on a record; empty where they can."""
    if place is None or not place.may(viewer, P.CONFLICT_NAME):
        return NOT_THERE
    return ""


def why_not_lift(
    viewer: Viewer, block: ConflictBlock, place: RecordPlace | None
) -> str:
    """Why this viewer cannot lift a block; empty where they can."""
    reason = why_not_name(viewer, place)
    if reason:
        return reason
    if block.person_id == viewer.person:
        return NOT_THERE
    return "It is lifted already." if block.lifted_at else ""
