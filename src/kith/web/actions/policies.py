"""What may be done with an action: by its state, and by whom.

Each question is one function that answers with the reason why not, and with nothing
where it may be: the button asks it, and so does the action, so they never differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.actions import ACTION, ActionState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action


NOT_YOURS = "Your role in this group does not allow it."


def why_not_propose(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot propose an action in this body; empty where they can."""
    return "" if viewer.may(P.ACTION_PROPOSE, body=body) else NOT_YOURS


def why_not_agree(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot agree this action; empty where they can."""
    if not viewer.may(P.ACTION_AGREE, body=action.body_id, case=_case(action)):
        return NOT_YOURS
    return ACTION.why_not("agree", ActionState(action.state))


def _case(action: Action) -> CaseKey:
    return CaseKey("actions", action.id)
