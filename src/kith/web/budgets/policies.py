"""What may be done with a budget: by its state, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.budgets import BUDGET, BudgetState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.budgets.models import Budget


NOT_YOURS = "Your role in this group does not allow it."
NO_MONEY = "It has no contributions yet, so there is nothing to sign."


def why_not_draft(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot draft a budget for this body; empty where they can."""
    return "" if viewer.may(P.BUDGET_EDIT, body=body) else NOT_YOURS


def why_not_edit(viewer: Viewer, budget: Budget) -> str:
    """Why not: contributions and plans are changed in draft alone."""
    if missing := _missing(viewer, budget):
        return missing
    if budget.state == BudgetState.DRAFT:
        return ""
    words = BUDGET.words[BudgetState(budget.state)].lower()
    return f"This budget is {words}; it would have to be draft."


def why_not_say_spent(viewer: Viewer, budget: Budget) -> str:
    """Why not: what was spent is written down once the budget is agreed."""
    if missing := _missing(viewer, budget):
        return missing
    agreed = budget.state == BudgetState.AGREED
    return "" if agreed else "Money is spent from an agreed budget."


def why_not_note(viewer: Viewer, budget: Budget) -> str:
    """Why this viewer cannot say what value the money had; empty where they can."""
    return _missing(viewer, budget)


def why_not_send(viewer: Viewer, budget: Budget, *, is_empty: bool) -> str:
    """Why this viewer cannot send it to be signed; empty where they can."""
    if missing := _missing(viewer, budget):
        return missing
    closed = BUDGET.why_not("send_to_sign", BudgetState(budget.state))
    return closed or (NO_MONEY if is_empty else "")


def why_not_take_back(viewer: Viewer, budget: Budget) -> str:
    """Why this viewer cannot take it back from the partners; empty where they can."""
    if missing := _missing(viewer, budget):
        return missing
    return BUDGET.why_not("take_back", BudgetState(budget.state))


def _missing(viewer: Viewer, budget: Budget) -> str:
    case = CaseKey("budgets", budget.pk)
    may = viewer.may(P.BUDGET_EDIT, body=budget.body_id, case=case)
    return "" if may else NOT_YOURS
