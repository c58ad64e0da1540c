"""Writes a CSV as some agency's system would: its own dates, ending and encoding."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kith.evidence.invent.writing.workbook import Cell


@dataclass(frozen=True)
class Manner:
    """How a system writes its files."""

    english_dates: bool = False
    encoding: str = "utf-8"
    line_end: str = "\n"


PLAIN = Manner()
POLICE = Manner(encoding="utf-8-sig", line_end="\r\n")
OFFICE = Manner(english_dates=True, encoding="cp1252", line_end="\r\n")


def write_csv(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell | bool]],
    *,
    manner: Manner = PLAIN,
) -> None:
    """The rows under their headers, in a system's manner."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=manner.line_end)
    writer.writerow(headers)
    for row in rows:
        writer.writerow([_say(cell, manner) for cell in row])
    path.write_bytes(text.getvalue().encode(manner.encoding))


def _say(cell: Cell | bool, manner: Manner) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        pattern = "%d/%m/%Y %H:%M" if manner.english_dates else "%Y-%m-%dT%H:%M"
        return cell.strftime(pattern)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}" if manner.english_dates else cell.isoformat()
    return str(cell)
