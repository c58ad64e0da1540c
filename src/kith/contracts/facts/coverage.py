"""Which days which facts are told for, and by whom: what makes a zero a true zero."""

from kith.contracts.columns import Column, ColumnType


COVERAGE = (
    Column("fact", ColumnType.TEXT, "the fact table's name", required=True),
    Column("feed", ColumnType.TEXT, "the feed that tells it", required=True),
    Column("agency", ColumnType.TEXT, "the agency that sent it", required=True),
    Column("area", ColumnType.CODE, "the area's ONS code", required=True),
    Column("first", ColumnType.DATE, "first day the return reports", required=True),
    Column("last", ColumnType.DATE, "last day the return reports", required=True),
    Column(
        "extracted_on", ColumnType.DATE, "when the extract was taken", required=True
    ),
    Column("return_name", ColumnType.TEXT, "the return's folder name", required=True),
    Column(
        "history_from",
        ColumnType.DATE,
        "first day of the history it holds before ``first``, where said",
    ),
)
"""One row a return, area and fact that a file of the return really held.

A file with a header and no rows is coverage; a file that is not there is none.
"""

COVERAGE_KEY = ("fact", "area", "first", "last", "return_name")
