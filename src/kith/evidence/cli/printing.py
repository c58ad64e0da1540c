"""Rows on standard output, as a table to read, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


FORMATS = ("table", "csv", "json")

Value = str | int | date | Decimal | None


def print_rows(
    columns: Sequence[str], rows: Sequence[Mapping[str, Value]], form: str
) -> None:
    """Writes the rows' columns in the form asked for."""
    writers = {"csv": _as_csv, "json": _as_json, "table": _as_table}
    sys.stdout.write(writers[form](columns, rows))


def _as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(row[name]) for name in columns] for row in rows)
    return text.getvalue()


def _as_json(columns: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> str:
    plain = [{name: _plain(row[name]) for name in columns} for row in rows]
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def _as_table(columns: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> str:
    """Columns side by side; numbers to the right, under one another."""
    cells = [[_text(row[name]) for name in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    right = [any(isinstance(row[n], int | Decimal) for row in rows) for n in columns]
    lines = [
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in (list(columns), *cells)
    ]
    return "\n".join(lines) + "\n"


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def _plain(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
