"""What every write of a scorecard begins and ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.scorecards import policies
from kith.web.scorecards.models import Scorecard, ScorecardStep


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def held(viewer: Viewer, key: UUID) -> Scorecard:
    """The scorecard as it stands now, held until the end."""
    return locked(Scorecard.objects.visible_to(viewer), key)


def draft_of(viewer: Viewer, key: UUID) -> Scorecard:
    """The same, where this viewer may change it.

    Raises:
        RefusedError: it is agreed, or not theirs to change.
    """
    scorecard = held(viewer, key)
    refuse_if(policies.why_not_change(viewer, scorecard))
    return scorecard


def told(
    scorecard: Scorecard, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    """The story has one step more."""
    ScorecardStep.objects.create(
        scorecard=scorecard,
        number=scorecard.steps.count() + 1,
        move=move,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
