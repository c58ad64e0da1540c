"""What became of the rows each return sent: nothing is lost without being counted."""

from kith.contracts.columns import Column, ColumnType


INTAKE = (
    Column("return_name", ColumnType.TEXT, "the return's folder name", required=True),
    Column("feed", ColumnType.TEXT, "the feed", required=True),
    Column("fact", ColumnType.TEXT, "the fact table", required=True),
    Column(
        "rows_read",
        ColumnType.INTEGER,
        "rows read in the return's tables that tell this fact",
        required=True,
    ),
    Column(
        "rows_quarantined", ColumnType.INTEGER, "of these, set aside", required=True
    ),
    Column(
        "rows_superseded",
        ColumnType.INTEGER,
        "facts told again by a fuller or later return, which stands instead",
        required=True,
    ),
)
"""One row a return and fact."""
