"""Short makers of the Standard Safeguarding Dataset's columns and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import FeedColumn, FeedTable, area_column


if TYPE_CHECKING:
    from kith.contracts.feeds.national_codes import Values


def own_id(name: str, meaning: str = "the row's own number") -> FeedColumn:
    """The key of the table."""
    return FeedColumn(name, T.TEXT, meaning, required=True, personal=True)


def person(name: str) -> FeedColumn:
    """The child of the row: refers to ``pers_person_id``."""
    return FeedColumn(
        name, T.TEXT, "the child: pers_person_id", required=True, personal=True
    )


def link(name: str, meaning: str) -> FeedColumn:
    """A reference to another table's row."""
    return FeedColumn(name, T.TEXT, meaning, personal=True, may_be_absent=True)


def day(name: str, meaning: str, *, required: bool = False) -> FeedColumn:
    """A date; the specification's type is a date-time with no time in it."""
    return FeedColumn(name, T.DATE, meaning, required)


def flag(name: str, meaning: str) -> FeedColumn:
    """A yes or no of one character."""
    return FeedColumn(name, T.BOOLEAN, meaning, may_be_absent=True)


def text(name: str, meaning: str) -> FeedColumn:
    """Words."""
    return FeedColumn(name, T.TEXT, meaning, may_be_absent=True)


def code(
    name: str, meaning: str, codes: tuple[str, ...], values: Values = ()
) -> FeedColumn:
    """A code of a known list."""
    return FeedColumn(
        name, T.CODE, meaning, codes=codes, values=values, may_be_absent=True
    )


def table(
    name: str,
    meaning: str,
    *columns: FeedColumn,
    facts: tuple[str, ...] = (),
    left_out: tuple[str, ...] = (),
) -> FeedTable:
    """A table keyed by its first column, named with or without ``ssd_``."""
    return FeedTable(
        name,
        meaning,
        (*columns, area_column()),
        key=(columns[0].name,),
        file_names=(f"ssd_{name}", name),
        facts=facts,
        left_out=left_out,
    )
