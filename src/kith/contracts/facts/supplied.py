"""Figures that agencies counted themselves."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form


SUPPLIED_FIGURES = FactTable(
    "supplied_figures",
    "a figure an agency counted at home, for an area, a period and a breakdown",
    Form.ATTRIBUTE,
    key=(
        "measure",
        "area",
        "period_from",
        "period_to",
        "dimension",
        "dimension_value",
        "agency",
    ),
    date="period_to",
    told_by=("aggregate",),
    columns=(
        Column(
            "measure",
            ColumnType.CODE,
            "a measure's or an indicator's code",
            required=True,
        ),
        Column("period_from", ColumnType.DATE, "first day", required=True),
        Column("period_to", ColumnType.DATE, "last day, included", required=True),
        Column("dimension", ColumnType.CODE, "the breakdown, empty for the total"),
        Column("dimension_value", ColumnType.CODE, "its value, empty for the total"),
        Column("numerator", ColumnType.INTEGER, "the count"),
        Column("denominator", ColumnType.INTEGER, "as supplied"),
        Column("status", ColumnType.CODE, "why a value is missing, where it is"),
    ),
    about_a_child=False,
)

TABLES = (SUPPLIED_FIGURES,)
