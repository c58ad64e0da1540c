"""Budgets."""

from __future__ import annotations

from kith.web.access.doors.door import Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("budgets:list", P.BUDGET_SEE, "the budget of each year"),
    Door("budgets:new", P.BUDGET_EDIT, "draft a budget"),
    Door("budgets:detail", P.BUDGET_SEE, "one year: who gives what, and for what"),
    Door("budgets:contribution", P.BUDGET_EDIT, "set what an organisation gives"),
    Door("budgets:heading", P.BUDGET_EDIT, "set what is planned for a heading"),
    Door("budgets:spent", P.BUDGET_EDIT, "say what was spent"),
    Door("budgets:value", P.BUDGET_EDIT, "say what value the money had"),
    Door("budgets:send", P.BUDGET_EDIT, "ask the three partners to sign"),
    Door("budgets:take_back", P.BUDGET_EDIT, "take a budget back to change it"),
)
