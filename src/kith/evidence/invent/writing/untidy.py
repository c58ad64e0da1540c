"""Ordinary dirt for rows about to be written; ``dirt.toml`` says how much of each.

What is spoilt is a second copy of a row that also stands there whole, or a cell that
no count reads, so that dirt changes no count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from kith.evidence.invent.writing.workbook import Cell


Row = list["Cell"]
NO_SUCH_DAY = "31/02/2020"
UNKNOWN_NEED = "PSRMEM - Support with memory and cognition"


@dataclass(frozen=True)
class Dirt:
    """How much of each kind; the field names are those of ``dirt.toml``."""

    duplicate_rows: int
    impossible_dates: int
    missing_numbers: int
    blank_rows_at_end: int
    unknown_codes: int = 0
    two_digit_years: int = 0
    text_dates_percent: int = 0
    iso_dates_percent: int = 0
    padded_numbers_percent: int = 0
    ethnicity_not_yet_percent: int = 0
    late_referrals: int = 0
    late_contacts: int = 0


def read_dirt(words: Mapping[str, Any]) -> tuple[Dirt, Dirt]:
    """The dirt of workbooks, and that of CSV files."""
    return Dirt(**words["workbook"]), Dirt(**words["csv"])


@dataclass(frozen=True)
class Smudge:
    """Spoils rows by one file's own stream of chance."""

    dirt: Dirt
    rng: random.Random

    def dates_as_text(self, rows: list[Row], *, after: int) -> None:
        """Some rows hold their dates as text; columns before ``after`` stay."""
        for row in rows:
            drawn = self.rng.random() * 100
            if drawn < self.dirt.text_dates_percent:
                row[after:] = [_english(cell) for cell in row[after:]]
            elif drawn < self.dirt.text_dates_percent + self.dirt.iso_dates_percent:
                row[after:] = [_iso(cell) for cell in row[after:]]

    def padded_numbers(self, rows: list[Row]) -> None:
        """Some children's numbers are text with a space behind."""
        for row in rows:
            padded = self.rng.random() * 100 < self.dirt.padded_numbers_percent
            if padded and row[0] is not None:
                row[0] = f"{row[0]} "

    def two_digit_years(self, rows: list[Row], column: int) -> None:
        """A few dates of the column are text with a two-digit year."""
        dated = [row for row in rows if isinstance(row[column], date)]
        for row in self._some(dated, self.dirt.two_digit_years):
            cell = row[column]
            assert isinstance(cell, date)
            row[column] = f"{cell:%d/%m/%y}"

    def unknown_codes(self, rows: list[Row], column: int) -> None:
        """A few codes of the column are of no known list."""
        for row in self._some(rows, self.dirt.unknown_codes):
            row[column] = UNKNOWN_NEED

    def second_copies(
        self, rows: list[Row], *, day: int | None, number: bool = False
    ) -> None:
        """Copies of rows: whole, dated impossibly in column ``day``, unnumbered."""
        whole = list(rows)
        rows += [list(row) for row in self._some(whole, self.dirt.duplicate_rows)]
        if day is not None:
            for row in self._some(whole, self.dirt.impossible_dates):
                rows.append([*row[:day], NO_SUCH_DAY, *row[day + 1 :]])
        if number:
            for row in self._some(whole, self.dirt.missing_numbers):
                rows.append([None, *row[1:]])

    def blank_rows(self, width: int) -> list[Row]:
        """Rows that look empty: what a person leaves under a table."""
        blank: Row = [None] * width
        return [["", *blank[1:]] for _ in range(self.dirt.blank_rows_at_end)]

    def _some(self, rows: list[Row], wanted: int) -> list[Row]:
        return self.rng.sample(rows, min(wanted, len(rows)))


def _english(cell: Cell) -> Cell:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell


def _iso(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell
