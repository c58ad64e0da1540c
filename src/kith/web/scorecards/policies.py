"""What may be done with a scorecard: by its state, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.scorecards import SCORECARD, ScorecardState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.scorecards.models import Scorecard


NOT_YOURS = "Your role in this group does not allow it."
NOT_CHAIR = "Whoever chairs the group agrees its scorecard."
NO_AGENCY = "You speak for no agency here."


def why_not_draft(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot draft a scorecard for this group; empty where they can."""
    return "" if viewer.may(P.SCORECARD_EDIT, body=body) else NOT_YOURS


def why_not_change(viewer: Viewer, scorecard: Scorecard) -> str:
    """Why this viewer cannot change it; empty where they can."""
    return _why_not(viewer, scorecard, P.SCORECARD_EDIT, "change", NOT_YOURS)


def why_not_comment(
    viewer: Viewer, scorecard: Scorecard, spoken_for: Collection[UUID]
) -> str:
    """Why this viewer can write no commentary: it is an agency's, in its own name."""
    if missing := _why_not(
        viewer, scorecard, P.SCORECARD_COMMENT, "comment", NOT_YOURS
    ):
        return missing
    return "" if spoken_for else NO_AGENCY


def why_not_agree(viewer: Viewer, scorecard: Scorecard, measures: int) -> str:
    """Why this viewer cannot agree it; empty where they can."""
    if missing := _why_not(viewer, scorecard, P.SCORECARD_AGREE, "agree", NOT_CHAIR):
        return missing
    return "" if measures else "It has no measures yet, so there is nothing to agree."


def why_not_renew(viewer: Viewer, scorecard: Scorecard, *, is_followed: bool) -> str:
    """Why this viewer cannot draft its next version; empty where they can."""
    if missing := _why_not(viewer, scorecard, P.SCORECARD_EDIT, "renew", NOT_YOURS):
        return missing
    return "Its next version is drafted already." if is_followed else ""


def _why_not(
    viewer: Viewer, scorecard: Scorecard, needed: P, move: str, not_theirs: str
) -> str:
    case = CaseKey("scorecards", scorecard.pk)
    if not viewer.may(needed, body=scorecard.body_id, case=case):
        return not_theirs
    return SCORECARD.why_not(move, ScorecardState(scorecard.state))
