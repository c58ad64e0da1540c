"""Text → numbers, yes or no, and codes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.evidence.quality.folding import fold
from kith.evidence.quality.readings import Problem, Reading


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.contracts.feeds import FeedColumn


_NUMBER = re.compile(
    r"[-+]?£?(\d{1,3}(,\d{3})+|\d+|(?=\.\d))(\.\d+)?([eE][+-]?\d{1,2})?"
)
_LARGEST = 10**12
PLACES = 6
"""Decimals are kept to six places: more is a spreadsheet's noise."""

_YES_NO = {
    **dict.fromkeys(("yes", "y", "true", "t", "1"), "true"),
    **dict.fromkeys(("no", "n", "false", "f", "0"), "false"),
    **dict.fromkeys(("unknown", "unk", "u", "notknown", "notstated", "na"), ""),
}
"""An answer of not known is empty, and no fault of the sender's."""

_MARKER = re.compile(r"^\(?[a-z]{1,2}\)\s*", re.IGNORECASE)
_LEADING_CODE = re.compile(r"^\s*([a-z]{0,3}\d{0,2}[a-z]?)\s*[:\-–—]", re.IGNORECASE)  # noqa: RUF001 - both dashes are met


def read_decimal(text: str) -> Reading[Decimal]:
    """A number; thousands may be parted by commas."""
    if not _NUMBER.fullmatch(text):
        return Reading(None, Problem.TEXT_FOR_NUMBER)
    value = Decimal(text.replace(",", "").replace("£", ""))
    if abs(value) > _LARGEST:
        return Reading(None, Problem.TOO_LARGE)
    return Reading(round(value, PLACES))


def read_integer(text: str) -> Reading[int]:
    """A whole number; ``3.0`` is one."""
    reading = read_decimal(text)
    if reading.value is None:
        return Reading(None, reading.problem)
    if reading.value != int(reading.value):
        return Reading(None, Problem.NOT_WHOLE)
    return Reading(int(reading.value))


def read_yes_no(text: str, column: FeedColumn) -> Reading[bool]:
    """Yes, no, or None where the answer itself is not known."""
    own = {fold(said): meant for said, meant in column.values}
    for form in _forms(text):
        meant = own.get(form, _YES_NO.get(form))
        if meant is not None:
            return Reading({"true": True, "false": False}.get(meant))
    return Reading(None, Problem.NOT_YES_NO)


def read_code(text: str, known: Mapping[str, str]) -> Reading[str]:
    """The code that a text stands for, in a list of folded texts."""
    for form in _forms(text):
        if form in known:
            return Reading(known[form])
    return Reading(None, Problem.NOT_IN_LIST)


def known_codes(column: FeedColumn) -> dict[str, str]:
    """Every folded text that stands for a code of the column."""
    said = {fold(text): code for text, code in column.values}
    return said | {fold(code): code for code in column.codes}


def _forms(text: str) -> list[str]:
    """Ways to look a text up, the whole first.

    Lists of Annex A number their choices, and write code and meaning together:
    ``q) 6: Police`` is looked up as itself, as ``6: Police``, ``6`` and ``Police``.
    """
    bare = _MARKER.sub("", text)
    forms = [fold(text), fold(bare)]
    leading = _LEADING_CODE.match(bare)
    if leading and leading[1]:
        forms += [fold(leading[1]), fold(bare[leading.end() :])]
    return [form for form in forms if form]
