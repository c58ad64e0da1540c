"""What may be done with an action: by its state, and by whom.

Each question is one function that answers with the reason why not, and with nothing
where it may be: the button asks it, and so does the action, so they never differ.

States and movers are those of `domain.rules.states.actions`. Whoever chairs or runs a
group may write down progress and evidence for an owner who is not at a keyboard; but
evidence is then never judged by whoever gave it, nor by the owner.
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
NOT_THE_OWNER = "Its owner does this, or whoever chairs or runs the group for them."
OWNER_NEVER = "You own this action, so somebody else has to check it."
GIVER_NEVER = "You gave the evidence, so somebody else has to check it."
OWNER_WAITS = "You own this action, so somebody else decides about more time."
IS_OVER = "This action is over."
UNDER_WAY = (ActionState.AGREED, ActionState.IN_PROGRESS)
OVER = (ActionState.VERIFIED, ActionState.CLOSED, ActionState.WITHDRAWN)


def why_not_propose(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot propose an action in this body; empty where they can."""
    return "" if viewer.may(P.ACTION_PROPOSE, body=body) else NOT_YOURS


def why_not_agree(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot agree this action; empty where they can."""
    return _without(viewer, P.ACTION_AGREE, action) or _state("agree", action)


def why_not_start(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot say that work has begun; empty where they can."""
    return _not_owner(viewer, action) or _state("start", action)


def why_not_note(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot write down progress; empty where they can."""
    return _not_owner(viewer, action) or _not_under_way(action)


def why_not_submit(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot give evidence; empty where they can."""
    return _not_owner(viewer, action) or _state("submit_evidence", action)


def why_not_judge(viewer: Viewer, action: Action, move: str, giver: UUID | None) -> str:
    """Why this viewer cannot verify, or send back, what was given; never the owner.

    ``giver`` is who gave the latest evidence: nobody judges what they gave themselves.
    """
    if missing := _without(viewer, P.ACTION_VERIFY, action):
        return missing
    if viewer.person == action.owner_id:
        return OWNER_NEVER
    if viewer.person == giver:
        return GIVER_NEVER
    return _state(move, action)


def why_not_close(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot close this action; empty where they can."""
    return _without(viewer, P.ACTION_CLOSE, action) or _state("close", action)


def why_not_withdraw(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot withdraw this action; empty where they can."""
    return _without(viewer, P.ACTION_WITHDRAW, action) or _state("withdraw", action)


def why_not_ask_extension(viewer: Viewer, action: Action, *, is_asked: bool) -> str:
    """Why this viewer cannot ask for more time; empty where they can."""
    if missing := _not_owner(viewer, action) or _not_under_way(action):
        return missing
    return "More time has been asked for already." if is_asked else ""


def why_not_decide_extension(viewer: Viewer, action: Action, *, is_asked: bool) -> str:
    """Why this viewer cannot answer the wish for more time; empty where they can."""
    if missing := _without(viewer, P.ACTION_EXTEND, action):
        return missing
    if viewer.person == action.owner_id:
        return OWNER_WAITS
    return "" if is_asked else "Nobody has asked for more time."


def why_not_extend(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot give more time unasked; empty where they can."""
    if missing := _without(viewer, P.ACTION_EXTEND, action):
        return missing
    if viewer.person == action.owner_id:
        return OWNER_WAITS
    return _not_under_way(action)


def why_not_reassign(
    viewer: Viewer, action: Action, organisation: UUID | None = None
) -> str:
    """Why this viewer cannot give it another owner; empty where they can.

    An owner may pass it on inside their own organisation; to another, the chair does.
    """
    if action.state in OVER:
        return IS_OVER
    if not _without(viewer, P.ACTION_AGREE, action):
        return ""
    if missing := _not_owner(viewer, action):
        return missing
    if organisation not in (None, action.owner_organisation_id):
        return "Ask the chair to move it to another organisation."
    return ""


def why_not_add_source(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot add a source to it; empty where they can."""
    if missing := _without(viewer, P.ACTION_PROPOSE, action):
        return missing
    return IS_OVER if action.state in OVER else ""


def why_not_state_impact(viewer: Viewer, action: Action) -> str:
    """Why this viewer cannot say what changed for children; empty where they can."""
    if missing := _not_owner(viewer, action):
        return missing
    if action.state in (ActionState.PROPOSED, ActionState.WITHDRAWN):
        return "Nothing has been done yet that could have changed anything."
    return ""


def _without(viewer: Viewer, needed: P, action: Action) -> str:
    may = viewer.may(needed, body=action.body_id, case=CaseKey("actions", action.id))
    return "" if may else NOT_YOURS


def _not_owner(viewer: Viewer, action: Action) -> str:
    if not _without(viewer, P.ACTION_AGREE, action):
        return ""
    if CaseKey("actions", action.id) in viewer.blocked:
        return NOT_YOURS
    # An owner need not sit in the body that asked: it is their promise all the same.
    is_owner = viewer.person == action.owner_id and viewer.may(P.ACTION_PROGRESS)
    return "" if is_owner else NOT_THE_OWNER


def _not_under_way(action: Action) -> str:
    if action.state in UNDER_WAY:
        return ""
    words = ACTION.words[ActionState(action.state)].lower()
    return f"This action is {words}; it would have to be agreed or in progress."


def _state(move: str, action: Action) -> str:
    return ACTION.why_not(move, ActionState(action.state))
