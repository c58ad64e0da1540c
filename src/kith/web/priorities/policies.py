"""What may be done with plans and priorities: by their state, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.plans import PLAN, PlanState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.priorities.models import Plan, Priority


NOT_YOURS = "Your role in this group does not allow it."
HAS_ENDED = "This plan has ended: its priorities stand as they were."


def why_not_draft(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot draft a plan for this body; empty where they can."""
    return "" if viewer.may(P.PRIORITY_EDIT, body=body) else NOT_YOURS


def why_not_move(viewer: Viewer, plan: Plan, move: str) -> str:
    """Why this viewer cannot agree or end the plan; empty where they can."""
    return why_not_draft(viewer, plan.body_id) or PLAN.why_not(
        move, PlanState(plan.state)
    )


def why_not_add(viewer: Viewer, plan: Plan) -> str:
    """Why this viewer cannot add a priority to the plan; empty where they can."""
    if missing := why_not_draft(viewer, plan.body_id):
        return missing
    return HAS_ENDED if plan.state == PlanState.ENDED else ""


def why_not_edit(viewer: Viewer, priority: Priority) -> str:
    """Why this viewer cannot change the priority or what hangs on it."""
    case = CaseKey("priorities", priority.pk)
    if not viewer.may(P.PRIORITY_EDIT, body=priority.plan.body_id, case=case):
        return NOT_YOURS
    return HAS_ENDED if priority.plan.state == PlanState.ENDED else ""


def why_not_note(viewer: Viewer, priority: Priority) -> str:
    """Why not: its lead notes progress, and so does whoever may edit it."""
    if priority.lead_id is not None and priority.lead_id == viewer.person:
        return HAS_ENDED if priority.plan.state == PlanState.ENDED else ""
    return why_not_edit(viewer, priority)
