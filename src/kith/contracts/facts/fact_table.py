"""What a fact table declares, and the columns that all facts share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kith.contracts.columns import Column, ColumnType


class Form(StrEnum):
    """How a fact stands in time."""

    EVENT = "event"
    SPELL = "spell"
    ATTRIBUTE = "attribute"


_T = ColumnType

LINEAGE = (
    Column("source_return", _T.TEXT, "the return's folder name", required=True),
    Column("source_file", _T.TEXT, "the file's name inside the return", required=True),
    Column("source_sheet", _T.TEXT, "the sheet, empty where the file has none"),
    Column("source_row", _T.INTEGER, "the row as a spreadsheet numbers it, header 1"),
    Column("feed", _T.TEXT, "the feed that told this row", required=True),
    Column("agency", _T.TEXT, "the agency that sent it", required=True),
    Column("area", _T.CODE, "the area's ONS code", required=True),
    Column("extracted_on", _T.DATE, "when the agency took the extract", required=True),
    Column("told_from", _T.DATE, "first day the telling returns report", required=True),
    Column("told_to", _T.DATE, "last day the telling returns report", required=True),
    Column("fact_key", _T.TEXT, "the event's key, a digest", required=True),
    Column(
        "is_counted",
        _T.BOOLEAN,
        "whether the event's date lies in the reporting period of a return that "
        "told it; otherwise it is history, kept for looking back",
        required=True,
    ),
)
"""Columns every fact carries, so that each counted row can be traced."""

PERSON = (
    Column("child", _T.TEXT, "the child key: a keyed digest of agency and local id"),
    Column("sex", _T.CODE, "see kith.domain.vocabulary.sex"),
    Column("ethnicity_code", _T.CODE, "one of the twenty codes, or empty"),
    Column("ethnicity", _T.CODE, "one of the five groups or not_known"),
    Column("born_on", _T.DATE, "date of birth, or expected date", personal=True),
)
"""Columns of every fact about a child, resolved once per child when reconciled."""


@dataclass(frozen=True)
class FactTable:
    """A table of facts of one kind.

    Two tellings with equal ``key`` values (in one area) are the same event.
    ``date`` is the column that dates an event, or the start of a spell; ``end``
    the column that ends a spell (None while open). ``told_by`` orders the feeds
    that may tell it, the fullest first: where two tell the same event the first
    wins, then the later extract. Where ``exclusive`` a fuller feed's coverage of
    an area and day sets aside every row of a later feed there, because the two
    know children by different numbers and would count one event twice.
    """

    name: str
    meaning: str
    form: Form
    key: tuple[str, ...]
    date: str
    told_by: tuple[str, ...]
    columns: tuple[Column, ...]
    end: str | None = None
    about_a_child: bool = True
    exclusive: bool = False

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Own columns, then the person's where it has one, then the lineage."""
        person = PERSON if self.about_a_child else ()
        return self.columns + person + LINEAGE


def spell(name: str, meaning: str, **kwargs: object) -> FactTable:
    """A spell dated by ``start_on`` and ``end_on``, keyed by child and start."""
    columns = (
        Column("start_on", ColumnType.DATE, "first day", required=True),
        Column("end_on", ColumnType.DATE, "day it ended; empty while open"),
        *kwargs.pop("columns", ()),  # type: ignore[misc]  # a tuple of Column
    )
    defaults: dict[str, object] = {"key": ("child", "start_on")}
    return FactTable(
        name,
        meaning,
        Form.SPELL,
        date="start_on",
        end="end_on",
        columns=columns,
        **(defaults | kwargs),  # type: ignore[arg-type]  # FactTable's own fields
    )
