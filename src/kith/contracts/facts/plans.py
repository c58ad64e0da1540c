"""Child protection plans and their reviews."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form, spell


PROTECTION_PLANS = spell(
    "protection_plans",
    "a child protection plan",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("initial_category", ColumnType.CODE, "NEG PHY SAB EMO MUL"),
        Column("latest_category", ColumnType.CODE, "NEG PHY SAB EMO MUL"),
        Column(
            "previous_plans",
            ColumnType.INTEGER,
            "earlier plans with this council, as the return says",
        ),
    ),
)

PLAN_REVIEWS = FactTable(
    "plan_reviews",
    "a review conference of a protection plan",
    Form.EVENT,
    key=("child", "held_on"),
    date="held_on",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("held_on", ColumnType.DATE, "date of the review", required=True),
        Column("due_on", ColumnType.DATE, "when it was due, where told"),
    ),
)

TABLES = (PROTECTION_PLANS, PLAN_REVIEWS)
