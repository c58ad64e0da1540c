"""``sources.parquet``: which returns each measure's rows came from, and the gaps.

Where the rule set hides small counts, numbers of rows are rounded up to the next ten:
the exact rows of a small return would tell a count that the figures hide. Nought stays
nought.
"""

from __future__ import annotations

from kith.contracts.columns import Column
from kith.contracts.columns import ColumnType as T


COLUMNS = (
    Column("measure", T.TEXT, "the measure's code", required=True),
    Column("return_name", T.TEXT, "the return's folder name", required=True),
    Column("feed", T.TEXT, "the feed", required=True),
    Column("agency", T.TEXT, "who sent it", required=True),
    Column("area", T.TEXT, "ONS code", required=True),
    Column("first", T.DATE, "first day it reports", required=True),
    Column("last", T.DATE, "last day it reports", required=True),
    Column("extracted_on", T.DATE, "when the extract was taken", required=True),
    Column(
        "rows_read",
        T.INTEGER,
        "rows read in the tables that feed this measure",
        required=True,
    ),
    Column("rows_quarantined", T.INTEGER, "of these, set aside", required=True),
    Column(
        "rows_superseded",
        T.INTEGER,
        "of these, told again by a fuller or later return",
        required=True,
    ),
)
KEY = ("measure", "return_name", "area")
