"""``findings.parquet``: what the checks said, counted; no row, no place, no value."""

from __future__ import annotations

from kith.contracts.columns import Column
from kith.contracts.columns import ColumnType as T


COLUMNS = (
    Column("measure", T.TEXT, "the measure whose rows it touches", required=True),
    Column("feed", T.TEXT, "the feed", required=True),
    Column("rule", T.TEXT, "the check's name", required=True),
    Column("severity", T.TEXT, "see contracts.commands.checks.Severity", required=True),
    Column(
        "rows", T.INTEGER, "how many rows; null where too few to show", required=False
    ),
    Column("sentence", T.TEXT, "what it means for the figure", required=True),
)
KEY = ("measure", "feed", "rule")
