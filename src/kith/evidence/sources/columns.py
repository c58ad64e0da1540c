"""Rows of Python text → columns, in chunks, so that memory grows with the file only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc


if TYPE_CHECKING:
    from collections.abc import Sequence


CHUNK = 50_000

_EMPTY_WORDS = pa.array(["", "NULL", "\\N"])
"""What databases write for an empty cell when they export to text."""


class ColumnBuilder:
    """Gathers rows, leaves out blank ones and counts them."""

    def __init__(self) -> None:
        self._rows: list[Sequence[str]] = []
        self._chunks: list[list[pa.Array]] = []
        self._numbers: list[int] = []
        self._widths: list[int] = []
        self._last = 0
        self.blank_rows = 0

    def add(self, number: int, row: Sequence[str]) -> None:
        """Take in the row that stands at ``number``."""
        if not "".join(row).strip():
            self.blank_rows += 1
            return
        self._rows.append(row)
        self._numbers.append(number)
        self._widths.append(len(row))
        if len(self._rows) >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        if not self._rows:
            return
        width = max(self._widths[-len(self._rows) :])
        padded = [
            row if len(row) == width else [*row, *[""] * (width - len(row))]
            for row in self._rows
        ]
        self._chunks.append([as_cells(column) for column in zip(*padded, strict=True)])
        self._rows = []

    def columns(self) -> tuple[pa.ChunkedArray, ...]:
        """All columns so far, as wide as the widest row."""
        self._flush()
        width = max((len(chunk) for chunk in self._chunks), default=0)
        return tuple(
            pa.chunked_array(
                [_column(chunk, at) for chunk in self._chunks], pa.string()
            )
            for at in range(width)
        )

    def row_numbers(self) -> pa.Array:
        """Where each row stands."""
        return pa.array(self._numbers, pa.int64())

    def widths(self) -> pa.Array:
        """How many fields each row has."""
        return pa.array(self._widths, pa.int32())


def as_cells(values: Sequence[str]) -> pa.Array:
    """Text with blanks round it taken off; null where nothing is left."""
    return without_blanks(pa.array(values, pa.string()))


def without_blanks(text: pa.Array) -> pa.Array:
    """The same text trimmed; null where nothing is left."""
    trimmed = pc.utf8_trim_whitespace(text)
    empty = pc.is_in(trimmed, value_set=_EMPTY_WORDS)
    return pc.if_else(empty, pa.scalar(None, pa.string()), trimmed)


def _column(chunk: list[pa.Array], at: int) -> pa.Array:
    if at < len(chunk):
        return chunk[at]
    return pa.nulls(len(chunk[0]), pa.string())
