"""Who keeps what figures are compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


NOT_YOURS = "The analyst and the business unit keep what figures are compared with."
SAY_HOW = "Say how the definitions differ: a reader has to know it."
NOTHING_READ = (
    "No row of the table has a place, a year and a number for what you chose. Choose "
    "another indicator or other values."
)
HERE_ALREADY = (
    "This table is here already: set another of its indicators beside a measure."
)
SET_ALREADY = "This release stands beside that measure already."


def why_not_keep(viewer: Viewer) -> str:
    """Why this viewer cannot bring in published statistics."""
    return "" if viewer.may(P.BENCHMARK_KEEP) else NOT_YOURS


def why_not_say(viewer: Viewer, area: str) -> str:
    """Why this viewer cannot say how an area holds a measure."""
    return "" if viewer.may(P.BENCHMARK_KEEP, area=area) else NOT_YOURS


def why_not_unsaid(definition: str, how: str) -> str:
    """Why a definition that is not the same is not kept without its words."""
    return SAY_HOW if definition != "AGREED" and not how.strip() else ""
