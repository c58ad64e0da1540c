"""One Annex A workbook: eleven lists, and the dirt a real one carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.writing import annex_a_headers as headers
from kith.evidence.invent.writing.annex_a_care import list_8, list_9, list_10, list_11
from kith.evidence.invent.writing.annex_a_front_door import (
    Late,
    list_1,
    list_2,
    list_3,
    list_4,
    list_5,
)
from kith.evidence.invent.writing.annex_a_plans import (
    LAST_SEEN_COLUMN,
    NEED_COLUMN,
    list_6,
    list_7,
)
from kith.evidence.invent.writing.workbook import write_workbook


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.invent.writing.register import Register
    from kith.evidence.invent.writing.untidy import Row, Smudge


HEADERS = (
    headers.LIST_1, headers.LIST_2, headers.LIST_3, headers.LIST_4, headers.LIST_5,
    headers.LIST_6, headers.LIST_7, headers.LIST_8, headers.LIST_9, headers.LIST_10,
    headers.LIST_11,
)  # fmt: skip
DAY_COLUMN = 5
"""Where lists 1 to 3 hold the day of the event."""


def write_annex_a(path: Path, register: Register, smudge: Smudge, late: Late) -> None:
    """The workbook of one extract."""
    lists = [
        list_1(register, late), list_2(register), list_3(register, late),
        list_4(register), list_5(register), list_6(register), list_7(register),
        list_8(register), list_9(register), list_10(register), list_11(register),
    ]  # fmt: skip
    _spoil(lists, smudge)
    sheets = [_sheet(n, rows, smudge) for n, rows in enumerate(lists, 1)]
    write_workbook(path, sheets, stamp=register.extract.taken_on)


def _spoil(lists: list[list[Row]], smudge: Smudge) -> None:
    contacts, _, referrals, _, _, cases = lists[:6]
    smudge.second_copies(contacts, day=DAY_COLUMN)
    smudge.second_copies(referrals, day=DAY_COLUMN, number=True)
    smudge.unknown_codes(cases, NEED_COLUMN)
    smudge.two_digit_years(cases, LAST_SEEN_COLUMN)
    smudge.second_copies(cases, day=None)
    for rows in lists[:4]:
        smudge.dates_as_text(rows, after=DAY_COLUMN)
        smudge.padded_numbers(rows)


def _sheet(number: int, rows: list[Row], smudge: Smudge) -> tuple[str, list[Row]]:
    header = HEADERS[number - 1]
    return f"List {number}", [list(header), *rows, *smudge.blank_rows(len(header))]
