"""Allegations against people who work with children: coded fields only."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form


ALLEGATIONS = FactTable(
    "allegations",
    "a contact with the designated officer (LADO); no person is identified",
    Form.EVENT,
    key=("case_key",),
    date="received_on",
    told_by=("lado",),
    columns=(
        Column(
            "case_key", ColumnType.TEXT, "a keyed digest of the case", required=True
        ),
        Column("received_on", ColumnType.DATE, "day received", required=True),
        Column(
            "contact_kind",
            ColumnType.CODE,
            "counted apart, never added up silently",
            required=True,
            codes=("referral", "advice", "other_lado", "record_check"),
        ),
        Column("sector", ColumnType.CODE, "where the person works"),
        Column("category", ColumnType.CODE, "kind of allegation"),
        Column("outcome", ColumnType.CODE, "outcome where closed"),
    ),
    about_a_child=False,
)

TABLES = (ALLEGATIONS,)
