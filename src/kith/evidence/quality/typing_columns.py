"""A column of text → a typed column, and which rows have which problem.

Each distinct text is read once, however many rows hold it, so that a million rows
of dates cost a few thousand readings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.columns import ColumnType
from kith.evidence.quality.reading_dates import read_date, read_moment
from kith.evidence.quality.reading_values import (
    known_codes,
    read_code,
    read_decimal,
    read_integer,
    read_yes_no,
)
from kith.evidence.quality.readings import Problem, Reading
from kith.evidence.sources.sheets import NOT_CALCULATED
from kith.evidence.store.shapes import ARROW_TYPES


if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from kith.contracts.feeds import FeedColumn


_FORMULA_ERRORS = (
    *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"),
    *("#SPILL!", "#CALC!", "#GETTING_DATA"),
)
_WHOLE_FLOAT = r"^(-?\d+)\.0+$"
_SCIENTIFIC = r"^\d(\.\d+)?[eE]\+\d+$"


@dataclass(frozen=True)
class TypedColumn:
    """A typed column, and for each problem the rows (from 0) that have it."""

    column: FeedColumn
    values: pa.Array
    problems: dict[Problem, npt.NDArray[np.int64]]


def type_column(
    column: FeedColumn, text: pa.ChunkedArray, *, days_from_1904: bool = False
) -> TypedColumn:
    """Every value of a column as its type; null where it could not be read."""
    cells = text.combine_chunks()
    if isinstance(cells, pa.ChunkedArray):
        cells = (
            pa.concat_arrays(cells.chunks)
            if cells.num_chunks
            else pa.array([], pa.string())
        )
    reader = _reader(column, days_from_1904=days_from_1904)
    return _free_text(column, cells) if reader is None else _read(column, cells, reader)


def _reader(
    column: FeedColumn, *, days_from_1904: bool
) -> Callable[[str], Reading[Any]] | None:
    match column.type:
        case ColumnType.DATE:
            return partial(read_date, days_from_1904=days_from_1904)
        case ColumnType.DATETIME:
            return partial(read_moment, days_from_1904=days_from_1904)
        case ColumnType.INTEGER:
            return read_integer
        case ColumnType.DECIMAL:
            return read_decimal
        case ColumnType.BOOLEAN:
            return partial(read_yes_no, column=column)
        case ColumnType.CODE if column.codes:
            return partial(read_code, known=known_codes(column))
        case ColumnType.TEXT | ColumnType.CODE:
            return None


def _read(
    column: FeedColumn, cells: pa.Array, reader: Callable[[str], Reading[Any]]
) -> TypedColumn:
    encoded = cells.dictionary_encode()
    readings = [_guarded(text, reader) for text in encoded.dictionary.to_pylist()]
    distinct = pa.array([r.value for r in readings], ARROW_TYPES[column.type])
    values = distinct.take(encoded.indices)
    return TypedColumn(column, values, _rows_of(readings, encoded.indices))


def _guarded(text: str, reader: Callable[[str], Reading[Any]]) -> Reading[Any]:
    if text.startswith("#"):
        if text == NOT_CALCULATED:
            return Reading(None, Problem.NOT_CALCULATED)
        if text in _FORMULA_ERRORS:
            return Reading(None, Problem.FORMULA_ERROR)
    return reader(text)


def _rows_of(
    readings: list[Reading[Any]], indices: pa.Array
) -> dict[Problem, npt.NDArray[np.int64]]:
    found = {reading.problem for reading in readings if reading.problem}
    if not found:
        return {}
    kinds = tuple(problem for problem in Problem if problem in found)
    numbers = {problem: at for at, problem in enumerate(kinds)}
    of_text = np.array(
        [numbers[r.problem] if r.problem else -1 for r in readings], np.int8
    )
    at_row = indices.fill_null(len(readings)).to_numpy(zero_copy_only=False)
    of_row = np.append(of_text, np.int8(-1))[at_row]
    return {kind: np.flatnonzero(of_row == numbers[kind]) for kind in kinds}


def _free_text(column: FeedColumn, cells: pa.Array) -> TypedColumn:
    problems = {}
    for problem, bad in (
        (Problem.FORMULA_ERROR, pc.is_in(cells, value_set=pa.array(_FORMULA_ERRORS))),
        (Problem.NOT_CALCULATED, pc.equal(cells, NOT_CALCULATED)),
        (Problem.LOST_DIGITS, _lost_digits(column, cells)),
    ):
        mask = bad.fill_null(False).to_numpy(zero_copy_only=False)  # noqa: FBT003 - Arrow's own signature
        if mask.any():
            problems[problem] = np.flatnonzero(mask)
            cells = pc.if_else(pa.array(mask), pa.scalar(None, pa.string()), cells)
    plain = pc.replace_substring_regex(cells, _WHOLE_FLOAT, r"\1")
    return TypedColumn(column, plain, problems)


def _lost_digits(column: FeedColumn, cells: pa.Array) -> pa.Array:
    # Only a number of a person or a row must keep its digits; words may say 1E+5.
    if not (column.personal or column.required):
        return pa.array(np.zeros(len(cells), bool))
    return pc.match_substring_regex(cells, _SCIENTIFIC)
