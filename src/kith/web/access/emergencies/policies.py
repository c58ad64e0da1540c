"""Who may open a record in an emergency, and who reviews that they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from kith.web.access.models import BrokenGlass
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


NOT_THERE = "There is no record with this reference or address that you may open."
"""The same words where the record is not there, not theirs, or closed by a conflict."""


def why_not_open(viewer: Viewer, place: RecordPlace | None) -> str:
    """Why this viewer cannot open a record in an emergency; empty where they can.

    A conflict of interest stays closed: no emergency opens a record to its subject.
    """
    if place is None or not place.may(viewer, P.BREAK_GLASS_OPEN):
        return NOT_THERE
    return ""


def why_not_review(
    viewer: Viewer, glass: BrokenGlass, place: RecordPlace | None
) -> str:
    """Why this viewer cannot review an emergency; empty where they can."""
    if place is None or not place.may(viewer, P.BREAK_GLASS_REVIEW):
        return "Your role there does not allow it."
    if glass.person_id == viewer.person:
        return "You opened it yourself: somebody else reviews it."
    return "It is reviewed already." if glass.reviewed_at else ""
