"""Writes a workbook whose bytes depend on its rows alone: no clock, no machine."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


Cell = str | int | float | date | datetime | None

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def write_workbook(
    path: Path, sheets: Iterable[tuple[str, Iterable[Sequence[Cell]]]], *, stamp: date
) -> None:
    """The sheets as an .xlsx that says it was made on the day ``stamp``."""
    book = Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(_without_times(made.getvalue(), stamp))


def _without_times(workbook: bytes, stamp: date) -> bytes:
    """The same workbook; its clock times, which the writer puts in, replaced."""
    moment = f"{stamp.isoformat()}T09:00:00Z".encode()
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as read,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in sorted(read.namelist()):
            content = read.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, content, compresslevel=6)
    return fixed.getvalue()
