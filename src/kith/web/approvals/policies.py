"""What may be done with an approval: by its state, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.approvals import APPROVAL, ApprovalState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import Approval


NOT_YOURS = "Your role does not allow it."
NOT_ASKED = "It is another person's approval."
NOT_TWICE = "You recorded it, so somebody else has to confirm it."


def why_not_ask(viewer: Viewer, *, area: str, body: UUID | None) -> str:
    """Why this viewer cannot ask for approvals there; empty where they can."""
    return "" if _may(viewer, P.APPROVAL_RECORD, area, body) else NOT_YOURS


def why_not_give(viewer: Viewer, approval: Approval) -> str:
    """Why not: only the person who was asked signs, and no deputy for them."""
    if approval.asked_of_id is None or approval.asked_of_id != viewer.person:
        return NOT_ASKED
    if not _holds(viewer, P.APPROVAL_GIVE, approval):
        return NOT_YOURS
    return APPROVAL.why_not("give", ApprovalState(approval.state))


def why_not_refuse(viewer: Viewer, approval: Approval) -> str:
    """Why not: whoever may give it may refuse it."""
    return why_not_give(viewer, approval)


def why_not_record(viewer: Viewer, approval: Approval) -> str:
    """Why this viewer cannot record it as given elsewhere."""
    if approval.asked_of_id is not None and approval.asked_of_id == viewer.person:
        return "It is your own approval: give it here yourself."
    if not _holds(viewer, P.APPROVAL_RECORD, approval):
        return NOT_YOURS
    return APPROVAL.why_not("record", ApprovalState(approval.state))


def why_not_confirm(viewer: Viewer, approval: Approval) -> str:
    """Why not: what one person recorded, another confirms, never the same."""
    if not _holds(viewer, P.APPROVAL_CONFIRM, approval):
        return NOT_YOURS
    closed = APPROVAL.why_not("confirm", ApprovalState(approval.state))
    if closed:
        return closed
    return NOT_TWICE if approval.recorded_by_id == viewer.person else ""


def why_not_send_back(viewer: Viewer, approval: Approval) -> str:
    """Why not: whoever may confirm it may send it back."""
    return why_not_confirm(viewer, approval)


def why_not_withdraw(viewer: Viewer, approval: Approval) -> str:
    """Why this viewer cannot stop asking."""
    if not _holds(viewer, P.APPROVAL_RECORD, approval):
        return NOT_YOURS
    return APPROVAL.why_not("withdraw", ApprovalState(approval.state))


def _holds(viewer: Viewer, permission: P, approval: Approval) -> bool:
    if CaseKey("approvals", approval.pk) in viewer.blocked:
        return False
    return _may(viewer, permission, approval.area, approval.body)


def _may(viewer: Viewer, permission: P, area: str, body: UUID | None) -> bool:
    if body is not None:
        return viewer.may(permission, body=body)
    return viewer.may(permission, area=area)
