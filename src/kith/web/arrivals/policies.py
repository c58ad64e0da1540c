"""What may be done with an import: by its state, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.arrivals import ARRIVAL, ArrivalState
from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.models import Arrival


NOT_YOURS = "Your role in this group does not allow it."


def why_not_bring(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot bring a spreadsheet in for this body."""
    return "" if viewer.may(P.ARRIVAL_IMPORT, body=body) else NOT_YOURS


def why_not(viewer: Viewer, arrival: Arrival, move: str) -> str:
    """Why this viewer cannot take the step with the import."""
    return why_not_bring(viewer, arrival.body_id) or ARRIVAL.why_not(
        move, ArrivalState(arrival.state)
    )


def why_not_add_organisation(viewer: Viewer) -> str:
    """Why this viewer cannot add an organisation that the file names."""
    return "" if viewer.may(P.ORGANISATION_EDIT) else NOT_YOURS


def why_not_take_back(worked_on: list[str]) -> str:
    """Why a batch that somebody has worked on since is not taken back."""
    if not worked_on:
        return ""
    named = ", ".join(worked_on[:5])
    more = f" and {len(worked_on) - 5} more" if len(worked_on) > 5 else ""
    return (
        f"Somebody has worked on {named}{more} since. Nothing was taken back: end those "
        "by hand, with their reasons."
    )
