"""A typed column: the brick of every feed, fact and published table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ColumnType(StrEnum):
    """The types a column may have; engines map each to their own."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    DATETIME = "datetime"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Column:
    """A column's name, type and meaning.

    ``codes`` lists the values a CODE column may hold, empty for any. A
    ``personal`` column's values never stand in a finding, a log or an error.
    """

    name: str
    type: ColumnType
    meaning: str
    required: bool = False
    codes: tuple[str, ...] = ()
    personal: bool = False
