"""``figures.parquet``: one row a measure, area, period and breakdown cell.

Of each measure an edition holds: the report period's total; each breakdown alone
(month, quarter, age_band, sex, ethnicity, agency; missing_setting where its rows tell
it) over the report period; and, from the day a series is told (else inside the report
period), the totals of whole years and of the quarters before. After suppression.
"""

from __future__ import annotations

from kith.contracts.columns import Column
from kith.contracts.columns import ColumnType as T


COLUMNS = (
    Column("measure", T.TEXT, "the measure's code", required=True),
    Column("area", T.CODE, "ONS code", required=True),
    Column("first", T.DATE, "first day", required=True),
    Column("last", T.DATE, "last day, included", required=True),
    Column("dimension", T.TEXT, "the breakdown; empty for the total", required=True),
    Column(
        "dimension_value",
        T.TEXT,
        "its value: 2020-03, 2020-Q1, 5-9, female …",
        required=True,
    ),
    Column("numerator", T.INTEGER, "the count; null unless it may be seen"),
    Column("denominator", T.INTEGER, "null unless it may be seen"),
    Column("value", T.DECIMAL, "six decimals; null unless the status has a value"),
    Column("unit", T.TEXT, "see domain.vocabulary.figures.Unit", required=True),
    Column("status", T.CODE, "see domain.vocabulary.figures.Status", required=True),
    Column(
        "source",
        T.TEXT,
        "feed the rows came from; 'aggregate (agency)' if supplied",
        required=True,
    ),
    Column("population_year", T.INTEGER, "the mid-year estimate used, if any"),
    Column(
        "reason",
        T.TEXT,
        "why a value is missing or doubtful, a sentence",
        required=True,
    ),
)
KEY = ("measure", "area", "first", "last", "dimension", "dimension_value", "source")
