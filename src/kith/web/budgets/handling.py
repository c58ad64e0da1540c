"""How the tables of budgets are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: financial records of a partnership, at least six years [?]"

HANDLING = (
    Handling(
        "Budget",
        retention=_KEPT,
        plain=("id", "body", "first_year", "state", "drafted_at", "agreed_on"),
        people=("drafted_by",),
        words=("value_note",),
    ),
    Handling(
        "Contribution",
        retention="as its budget",
        plain=("id", "budget", "organisation", "kind", "amount"),
        words=("what",),
    ),
    Handling(
        "Spend",
        retention="as its budget",
        plain=("id", "budget", "heading", "planned", "spent"),
    ),
    Handling(
        "BudgetStep",
        retention="as its budget",
        plain=("id", "number", "budget", "move", "state", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
