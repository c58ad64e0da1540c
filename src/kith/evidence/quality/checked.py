"""Typed rows of checked files, and the report on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import pyarrow as pa

    from kith.contracts.commands.checks import CheckReport


ROW = "source_row"
"""The column of a typed table that holds the row's number in its sheet."""


@dataclass(frozen=True)
class TypedTable:
    """Accepted rows of one table of a feed, as read from one sheet or file.

    ``rows`` holds every column the feed's table declares, typed, null where the
    file lacks it, and ``source_row``. Quarantined rows are not in it.
    """

    feed: str
    table: str
    file: str
    sheet: str
    rows: pa.Table


@dataclass(frozen=True)
class CheckedFiles:
    """What files hold once read as a feed, and everything to be said about them."""

    tables: tuple[TypedTable, ...]
    report: CheckReport
