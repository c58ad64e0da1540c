"""Education, health and care plans; children educated at home."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import spell


EHC_PLANS = spell(
    "ehc_plans",
    "an education, health and care plan the council maintains, ages 0 to 25",
    told_by=("ehc_plans", "ssd"),
    columns=(
        Column("requested_on", ColumnType.DATE, "day the assessment was requested"),
        Column("has_exception", ColumnType.BOOLEAN, "an exception to 20 weeks applies"),
    ),
)

HOME_EDUCATION = spell(
    "home_education",
    "a child electively educated at home",
    told_by=("home_education",),
)

TABLES = (EHC_PLANS, HOME_EDUCATION)
