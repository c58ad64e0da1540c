"""The end: evidence is looked at by somebody else, and the action is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.actions.steps import moved, needs_words
from kith.web.actions.queries import evidence_given_by, visible_actions


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action


def send_back(*, viewer: Viewer, at: datetime, key: UUID, reason: str) -> Action:
    """The evidence is not enough: the action is in progress again, with the reason.

    Raises:
        RefusedError: no reason, nothing to judge, or not theirs to judge.
    """
    with writing(viewer=viewer, at=at, verb="actions.sent_back") as event:
        action = locked(visible_actions(viewer), key)
        giver = evidence_given_by(viewer, action)
        refuse_if(policies.why_not_judge(viewer, action, "send_back", giver))
        moved(
            action, "send_back", viewer, at, needs_words(reason, "Say what is missing.")
        )
        event.about(action, body=action.body_id)
    return action


def verify_action(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> Action:
    """Somebody who is not its owner, and did not give the evidence, has verified it.

    Raises:
        RefusedError: nothing to judge, or not theirs to judge.
    """
    with writing(viewer=viewer, at=at, verb="actions.verified") as event:
        action = locked(visible_actions(viewer), key)
        giver = evidence_given_by(viewer, action)
        refuse_if(policies.why_not_judge(viewer, action, "verify", giver))
        action.verified_by_id, action.verified_at = viewer.who, at
        action.save(update_fields=["verified_by", "verified_at"])
        moved(action, "verify", viewer, at, words)
        event.about(action, body=action.body_id)
    return action


def close_action(*, viewer: Viewer, at: datetime, key: UUID, words: str = "") -> Action:
    """The action is over: verified, and nothing is owed any more.

    Raises:
        RefusedError: it is not verified, or this is not theirs to close.
    """
    with writing(viewer=viewer, at=at, verb="actions.closed") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_close(viewer, action))
        moved(action, "close", viewer, at, words)
        event.about(action, body=action.body_id)
    return action
