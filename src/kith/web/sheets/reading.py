"""A workbook or CSV as rows of text. Formulas are never run: their last value is read.

Whether the file may be opened at all has been decided before, by
`kith.web.documents.files.accepting`. Here its size as a table is kept in bounds.
"""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl import Workbook


MOST_ROWS = 2_000
MOST_COLUMNS = 200
MOST_SHEETS = 20
LONGEST_CELL = 2_000
_MARKS = ",;\t|"
_HEAD_LINES = 30


class UnreadableError(ValueError):
    """The file cannot be read as a table; the message is for whoever sent it."""


@dataclass(frozen=True)
class Sheet:
    """One sheet's rows of text, as many cells in each as the sheet has columns."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _Bounds:
    """How many rows are read, and whether more than that is a fault."""

    rows: int
    is_head: bool


def read_sheets(content: bytes, *, head: int = 0, most: int = MOST_ROWS) -> list[Sheet]:
    """Every sheet that holds something; with ``head``, that many of its first rows.

    A table of more than ``most`` rows is refused.

    Raises:
        UnreadableError: damaged, too large, or empty.
    """
    bounds = _Bounds(head or most, is_head=bool(head))
    packed = content.startswith(b"PK")
    found = (
        list(_workbook(content, bounds)) if packed else [_delimited(content, bounds)]
    )
    kept = [one for one in found if one.rows]
    if not kept:
        raise UnreadableError("The file holds no rows. Choose another")
    return kept


def first_table(content: bytes, *, most: int) -> tuple[tuple[str, ...], ...]:
    """The rows of the first sheet that holds something.

    Raises:
        UnreadableError: damaged, empty, or of more rows than that.
    """
    return read_sheets(content, most=most)[0].rows


def table_rows(content: bytes, *, most: int) -> Iterator[list[str]]:
    """The rows of a long table one after the other: never all of them at once.

    Of a workbook its first sheet. Rows that hold nothing are passed over.

    Raises:
        UnreadableError: damaged, or of more rows or columns than are read.
    """
    bounds = _Bounds(most, is_head=False)
    if content.startswith(b"PK"):
        with _opened(content) as book:
            yield from filter(
                any, _rows(book.worksheets[0].iter_rows(values_only=True), bounds)
            )
    else:
        with _told_damage():
            yield from filter(any, _rows(_lines(content), bounds))


def _workbook(content: bytes, bounds: _Bounds) -> Iterator[Sheet]:
    with _opened(content) as book:
        for sheet in book.worksheets[:MOST_SHEETS]:
            rows = sheet.iter_rows(values_only=True)
            yield Sheet(sheet.title[:100], _table(rows, bounds))


@contextmanager
def _opened(content: bytes) -> Iterator[Workbook]:
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        yield book
        book.close()
    except UnreadableError:
        raise
    # A damaged workbook fails in openpyxl wherever it is damaged: one clear message.
    except (
        BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        OverflowError,
    ) as broken:
        raise UnreadableError(
            "The workbook is damaged and cannot be read. Open it, save it again and "
            "send that"
        ) from broken


def _delimited(content: bytes, bounds: _Bounds) -> Sheet:
    with _told_damage():
        return Sheet("", _table(_lines(content), bounds))


def _lines(content: bytes) -> Iterator[list[str]]:
    words = StringIO(_decoded(content), newline="")
    head = list(islice(words, _HEAD_LINES))
    words.seek(0)
    mark = max(_MARKS, key=lambda one: sum(line.count(one) for line in head))
    return csv.reader(words, delimiter=mark)


@contextmanager
def _told_damage() -> Iterator[None]:
    try:
        yield
    except csv.Error as broken:
        raise UnreadableError(
            "The file cannot be read as a table. Save it as .xlsx or .csv again"
        ) from broken


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        if encoding == "utf-16" and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
            continue
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _table(
    rows: Iterable[Iterable[object]], bounds: _Bounds
) -> tuple[tuple[str, ...], ...]:
    # A published table says the same places and years in every row: each is held once.
    held: dict[str, str] = {}
    found = [
        [held.setdefault(one, one) for one in cells] for cells in _rows(rows, bounds)
    ]
    while found and not any(found[-1]):
        found.pop()
    width = max((len(row) for row in found), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in found)


def _rows(rows: Iterable[Iterable[object]], bounds: _Bounds) -> Iterator[list[str]]:
    blank = 0
    for before, row in enumerate(rows):
        cells = _cells(row)
        blank = 0 if any(cells) else blank + 1
        # Formatting often reaches to the last row of the sheet, with nothing in it.
        if blank > MOST_ROWS // 10 or (bounds.is_head and before == bounds.rows):
            break
        yield cells
        if before + 1 - blank > bounds.rows:
            raise UnreadableError(
                f"The table has more than {bounds.rows:,} rows. Split it and send the "
                "parts"
            )


def _cells(row: Iterable[object]) -> list[str]:
    """The row's cells as text; refused where one lies beyond the columns that are read.

    Formatting often reaches further than that, with nothing in it.
    """
    cells = list(row)
    if any(_text(one) for one in cells[MOST_COLUMNS:]):
        raise UnreadableError(
            f"The table has more than {MOST_COLUMNS} columns. Leave out those that are "
            "not needed, and send it again"
        )
    return [_text(one) for one in cells[:MOST_COLUMNS]]


def _text(cell: object) -> str:
    """A cell as people read it; a date as ISO, a whole number without its nought."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        midnight = cell.time() == time(0)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).replace("\x00", "").split())[:LONGEST_CELL]
