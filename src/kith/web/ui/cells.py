"""Cells of a file that people open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d")
"""A cell that begins so is worked out by a spreadsheet instead of shown (OWASP, CSV
injection); the wide forms are taken for the narrow ones by some."""


def plain_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula.

    What stands before a formula may be white space or a quotation mark.
    """
    if text.lstrip(" \"'\u00a0").startswith(STARTS_A_FORMULA) or text.startswith("\t"):
        return f"'{text}"
    return text


def csv_text(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, notice: str = ""
) -> str:
    """A table as CSV, with the mark by which spreadsheets know its letters.

    ``notice`` stands alone above the header: that what follows is invented, say.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    if notice:
        writer.writerow([notice])
    writer.writerow([plain_cell(one) for one in header])
    for row in rows:
        writer.writerow([plain_cell(one) for one in row])
    return "\ufeff" + out.getvalue()
