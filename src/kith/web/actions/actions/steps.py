"""The step that every action on an action leaves behind: its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.actions import ACTION
from kith.web.access.refusals import refuse_if
from kith.web.actions.models import Action, ActionStep


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.access.viewer import Viewer


def told(
    action: Action, step: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    """The story has one line more.

    Lines are numbered: two of one moment keep their order, in the example too, where
    the clock stands still. The action's row is held, so no number is taken twice.
    """
    ActionStep.objects.create(
        action=action,
        number=action.steps.count() + 1,
        move=step,
        state=action.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def moved(
    action: Action, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    """The action stands where the move leads, and its story says so."""
    action.state = ACTION.move(move).target
    action.save(update_fields=["state"])
    told(action, move, viewer, at, words)


def needs_words(words: str, wanted: str) -> str:
    """The words as they are kept.

    Raises:
        RefusedError: nothing was said.
    """
    kept = words.strip()
    refuse_if("" if kept else wanted)
    return kept
