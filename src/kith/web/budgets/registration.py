"""What budgets tell the rest of the site.

Nothing for home: the three signatures are approvals, which say there that they wait.
"""

from __future__ import annotations

from kith.web.access.records import RecordKind
from kith.web.budgets.models import Budget


BUDGET_RECORDS = RecordKind(
    noun="budgets",
    kind="Budget",
    model=Budget,
    route="budgets:detail",
    reference="first_year",
    body="body_id",
    owner="drafted_by_id",
)
"""How access finds a single budget."""
