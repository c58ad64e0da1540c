"""CSV and its cousins → a sheet of text."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.sources.columns import ColumnBuilder
from kith.evidence.sources.encodings import encoding_of
from kith.evidence.sources.sheets import ReadFile, Sheet
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from kith.evidence.sources.encodings import Encoding
    from kith.evidence.sources.limits import Limits


_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE_LINES = 30
_LONGEST_LINE = 64 * 1024


def read_delimited(path: Path, limits: Limits) -> ReadFile:
    """Every row of a delimited text file; its encoding and delimiter are found out."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding.codec, newline="") as file:
        delimiter = _delimiter(file)
        sheet = _sheet(path, file, delimiter, limits)
    return ReadFile(path.name, (sheet,), tuple(_remarks(path, encoding, delimiter)))


def _delimiter(file: TextIO) -> str:
    """The mark that cuts the first lines into most columns, most evenly."""
    lines = [file.readline(_LONGEST_LINE) for _ in range(_SAMPLE_LINES)]
    file.seek(0)
    told = lines[0].strip().lower() if lines else ""
    if told.startswith("sep=") and told[4:5] in _NAMES:
        return told[4:5]
    return max(_NAMES, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
    except csv.Error:
        return (0, 0)
    if not widths or max(widths) == 1:
        return (0, 0)
    usual = max(set(widths), key=lambda width: (width > 1, widths.count(width)))
    return (widths.count(usual) if usual > 1 else 0, usual)


def _sheet(path: Path, file: TextIO, delimiter: str, limits: Limits) -> Sheet:
    builder = ColumnBuilder()
    # strict: a quotation mark that never closes would swallow the rest of the file.
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    for number, row in _rows(reader):
        if len(row) > limits.columns:
            raise Unreadable(
                "file.too_wide",
                f"row {number} has {len(row):,} fields; the limit is {limits.columns:,}",
                "Check the delimiter and the quotation marks before that row.",
            )
        if number > 1 or not (len(row) <= 2 and row[:1] and row[0][:4] == "sep="):
            builder.add(number, row)
    return Sheet(
        file=path.name,
        name="",
        columns=builder.columns(),
        row_numbers=builder.row_numbers(),
        blank_rows=builder.blank_rows,
        widths=builder.widths(),
    )


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            if "field limit" in str(fault):
                raise Unreadable(
                    "file.cell_too_long",
                    f"a cell in row {number} has more than "
                    f"{csv.field_size_limit():,} characters",
                    "Check the quotation marks before it; no column needs so long a "
                    "text.",
                ) from None
            raise Unreadable(
                "file.quotes",
                f"a quotation mark in row {number} is not closed, or stands where none "
                "can",
                "Export it again, with quotation marks doubled inside quoted text.",
            ) from None
        yield number, row


def _remarks(path: Path, encoding: Encoding, delimiter: str) -> Iterator[Finding]:
    if not encoding.is_usual:
        yield Finding(
            rule="file.encoding",
            severity=Severity.NOTE,
            file=path.name,
            message=f"read as {encoding.label}",
            remedy="Check that names with accents look right; UTF-8 is safest.",
        )
    if delimiter != ",":
        yield Finding(
            rule="file.delimiter",
            severity=Severity.NOTE,
            file=path.name,
            message=f"columns are parted by a {_NAMES[delimiter]}, not a comma",
            remedy="Nothing to do if the columns below are right.",
        )
