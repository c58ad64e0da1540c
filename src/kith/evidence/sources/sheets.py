"""A sheet as read: every cell as text, by position, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from kith.contracts.commands.checks import Finding


NOT_CALCULATED = "#NOT CALCULATED!"
"""Stands in a cell whose formula was saved without its result."""


@dataclass(frozen=True)
class Sheet:
    """The rows of one sheet or file that hold anything.

    ``columns`` are text, null where a cell is empty; dates that a workbook holds as
    dates are written as ISO. ``row_numbers`` count as a spreadsheet does, from 1.
    ``widths`` are the fields of each row of a delimited file, None elsewhere.
    ``days_from_1904`` says that day numbers count from 1904, not 1900.
    """

    file: str
    name: str
    columns: tuple[pa.ChunkedArray, ...]
    row_numbers: pa.Array
    blank_rows: int = 0
    widths: pa.Array | None = None
    is_hidden: bool = False
    days_from_1904: bool = False

    @property
    def height(self) -> int:
        """How many rows hold anything."""
        return len(self.row_numbers)

    def first_rows(self, count: int) -> list[tuple[str | None, ...]]:
        """The first rows, as tuples of text."""
        heads = [column.slice(0, count).to_pylist() for column in self.columns]
        return list(zip(*heads, strict=True))

    def below(self, rows: int) -> Sheet:
        """The sheet without its first rows."""
        return replace(
            self,
            columns=tuple(column.slice(rows) for column in self.columns),
            row_numbers=self.row_numbers.slice(rows),
            widths=None if self.widths is None else self.widths.slice(rows),
        )


@dataclass(frozen=True)
class ReadFile:
    """What came of opening one file: its sheets, and what is to be said about it."""

    file: str
    sheets: Sequence[Sheet] = ()
    findings: Sequence[Finding] = ()
