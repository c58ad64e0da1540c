"""Early help."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import spell


EARLY_HELP = spell(
    "early_help",
    "an early help episode of one child",
    told_by=("early_help", "ssd"),
    columns=(
        Column("lead_organisation", ColumnType.TEXT, "who leads"),
        Column(
            "closure_reason",
            ColumnType.CODE,
            "why it ended",
            codes=(
                "needs_met",
                "partly_met",
                "stepped_up",
                "stepped_down",
                "moved",
                "disengaged",
                "transferred",
                "not_known",
            ),
        ),
    ),
)

EARLY_HELP_ASSESSMENTS = spell(
    "early_help_assessments",
    "an early help assessment of one child, from start to completion",
    told_by=("annex_a",),
    columns=(Column("lead_organisation", ColumnType.TEXT, "who completed it"),),
)

TABLES = (EARLY_HELP, EARLY_HELP_ASSESSMENTS)
