"""A sheet's own XML, scanned for what the workbook reader does not tell.

The reader sets aside room for the whole rectangle a sheet spans, so one stray cell
far away can exhaust memory; and it gives an error in a cell, and a formula saved
without its result, as an empty cell. Both are found here first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.evidence.sources.sheets import NOT_CALCULATED
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.evidence.sources.limits import Limits


_C = rb"<(?:\w{1,20}:)?c\b"
_F = rb"<(?:\w{1,20}:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>)"
_V = rb"<(?:\w{1,20}:)?v(?: ?/>|>"
_CELL = re.compile(
    _C + rb"""[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["'](?:[^>]*[^/>])?>"""
)
_ERROR = re.compile(
    _C + rb"""([^>]*\bt=["']e["'][^>]*)>(?:""" + _F + rb""")?<(?:\w{1,20}:)?v>"""
    rb"""([^<]{1,30})<"""
)
_UNCALCULATED = re.compile(
    _C + rb"""([^>]*)>""" + _F + rb"""(?:""" + _V + rb"""</[^>]*>))?</[^>]*\bc>"""
)
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_MOST_UNBROKEN = 8 * 1024 * 1024
_OVERLAP = 64 * 1024
"""More than a cell can hold: Excel allows 32,767 letters."""


@dataclass
class SheetScan:
    """The rectangle a sheet spans, and its cells without a true value.

    ``faults`` are by row: the column, from 0, and what stands there.
    """

    rows: int = 0
    columns: int = 0
    faults: dict[int, dict[int, str]] = field(default_factory=dict)


def scan(blocks: Iterable[bytes], limits: Limits) -> SheetScan:
    """What stands where in a sheet; refuses one that spans too much."""
    found = SheetScan()
    rest = b""
    for block in blocks:
        text = rest + block
        _take(text, found)
        # Some is looked at twice, so that no cell is lost where two blocks meet.
        rest = text[min(max(text.rfind(b"<"), 0), max(len(text) - _OVERLAP, 0)) :]
        if len(rest) > _MOST_UNBROKEN:
            raise _too_wide("one tag is longer than 8 MB")
    if found.rows * found.columns > limits.cells or found.columns > limits.columns:
        raise _too_wide(f"it spans {found.rows:,} rows and {found.columns:,} columns")
    return found


def _take(text: bytes, found: SheetScan) -> None:
    cells = _CELL.findall(text)
    if cells:
        found.rows = max(found.rows, max(int(row) for _, row in cells))
        letters = max({letters for letters, _ in cells}, key=lambda at: (len(at), at))
        found.columns = max(found.columns, _column_number(letters))
    for place, error in _ERROR.findall(text):
        _note(found, place, error.decode("utf-8", "replace"))
    for place in _UNCALCULATED.findall(text):
        if b't="str"' not in place:
            _note(found, place, NOT_CALCULATED)


def _note(found: SheetScan, attributes: bytes, fault: str) -> None:
    place = _PLACE.search(attributes)
    if place:
        row, at = int(place[2]), _column_number(place[1]) - 1
        found.faults.setdefault(row, {})[at] = fault


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_wide(why: str) -> Unreadable:
    return Unreadable(
        "sheet.too_large",
        f"the sheet was not opened: {why}",
        "Delete the empty rows and columns round the data, or send CSV.",
    )
