"""A spreadsheet read as figures: a row a measure, a column for the whole or for each month.

In: rows of text and what their columns and labels mean. Out: figures, and a sentence for
each row that is none. Nothing here knows the database.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import Grain, Period, part_label
from kith.web.sheets.matching import Field, header_row, matched, plain


if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kith.web.sheets.reading import Sheet


LEFT_OUT = "-"
"""What somebody says of a label that is no measure."""

MEASURE = Field(
    "measure",
    "The measure's name",
    ("measure", "indicator", "measure name", "data item", "metric", "description"),
    is_needed=True,
)
NUMERATOR = Field(
    "numerator",
    "The count for the whole period",
    ("numerator", "count", "number", "total", "value", "figure", "this period"),
)
DENOMINATOR = Field(
    "denominator",
    "Out of how many",
    ("denominator", "out of", "cohort", "eligible", "population", "base"),
)
_TOLD = "Row {} gives this measure already for the same days. Leave one of them out."
_MOST_DIGITS = 12
_WHOLE = re.compile(r"^\d{1,3}(,\d{3})+$|^\d+$")
_HIDDEN = re.compile(r"^[<*~]|^[cxzu]$|suppress", re.IGNORECASE)
_OWN_COLUMNS = {"measure", "area", "from", "to", "numerator"}
_BREAKDOWNS = (
    "month",
    "quarter",
    "age_band",
    "sex",
    "ethnicity",
    "missing_setting",
    "agency",
)


@dataclass(frozen=True)
class SheetFigure:
    """A count of a measure for some days, and the row it stands in."""

    measure: str
    days: Period
    numerator: int
    denominator: int | None
    row: int


@dataclass(frozen=True)
class SheetProblem:
    """A row that gave no figure, numbered as a spreadsheet does, and what to do."""

    row: int
    words: str


@dataclass(frozen=True)
class FiguresSheet:
    """Everything read from a sheet, and the labels whose measure nobody knows."""

    figures: tuple[SheetFigure, ...]
    problems: tuple[SheetProblem, ...]
    unknown: tuple[str, ...]


def fields_of(period: Period) -> tuple[Field, ...]:
    """What the columns of a spreadsheet of figures may hold, for a return's days."""
    months = () if period.whole_months == 1 else tuple(_months(period))
    return (MEASURE, NUMERATOR, DENOMINATOR, *months)


def _months(period: Period) -> Iterator[Field]:
    for part in period.parts(Grain.MONTH):
        name = month_name[part.first.month].lower()
        year, short = part.first.year, part.first.year % 100
        yield Field(
            _month_code(part),
            f"The count for {name.capitalize()} {year}",
            (
                f"{name} {year}",
                f"{name[:3]} {year}",
                f"{name[:3]} {short:02d}",
                f"{name} {short:02d}",
                f"{year} {part.first.month:02d} 01",
                f"{year} {part.first.month:02d}",
                name,
                name[:3],
            ),
        )


def _month_code(part: Period) -> str:
    return f"month_{part_label(part, Grain.MONTH)}"


def own_layout(sheets: Sequence[Sheet]) -> Sheet | None:
    """The sheet that is laid out as `kith evidence figures --format csv` prints, if any."""
    for sheet in sheets:
        if sheet.rows and set(sheet.rows[0]) >= _OWN_COLUMNS:
            return sheet
    return None


def read_own_layout(
    sheet: Sheet, area: str, period: Period, measures: Collection[str]
) -> tuple[tuple[SheetFigure, ...], tuple[SheetProblem, ...]]:
    """The totals among figures that were counted at home; breakdowns are the engine's.

    Rows of another area, of days outside the return's, or of measures that are not owed
    are problems; so is a total that is told twice.
    """
    named = {name: at for at, name in enumerate(sheet.rows[0])}
    totals: dict[tuple[str, Period], SheetFigure] = {}
    problems = []
    for number, row in enumerate(sheet.rows[1:], start=2):
        if not any(row):
            continue
        cells = {name: row[at] for name, at in named.items()}
        days = _days(cells["from"], cells["to"])
        why = _why_not_owed(cells, days, area, period, measures)
        key, count = (
            (cells["measure"], days or period),
            whole_number(cells["numerator"]),
        )
        is_total = not any(cells.get(one) for one in _BREAKDOWNS)
        if not why and is_total and key in totals:
            why = _TOLD.format(totals[key].row)
        if why:
            problems.append(SheetProblem(number, why))
        elif is_total and count is not None:
            below = whole_number(cells.get("denominator", ""))
            totals[key] = SheetFigure(*key, count, below, number)
    return tuple(totals.values()), tuple(problems)


def _why_not_owed(
    cells: Mapping[str, str],
    days: Period | None,
    area: str,
    period: Period,
    measures: Collection[str],
) -> str:
    if cells["area"] != area:
        return f"This row is not about {area}."
    if cells["measure"] not in measures:
        return "This measure is not owed."
    if days is None or not (period.first <= days.first and days.last <= period.last):
        return "Its days are not the return's."
    return ""


def _days(first: str, last: str) -> Period | None:
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None


def best_sheet(
    sheets: Sequence[Sheet], period: Period, headings: Mapping[str, str]
) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet whose columns are known best, its header's row, and its columns.

    ``headings`` are what this agency's meant last time.
    """
    fields = fields_of(period)
    tried = []
    for sheet in sheets:
        header = header_row(sheet.rows, fields)
        found = matched(sheet.rows, header, fields, headings)
        tried.append((sheet, header, _by_their_values(sheet.rows[header + 1 :], found)))
    return max(tried, key=lambda one: len(one[2]))


def _by_their_values(
    rows: Sequence[Sequence[str]], columns: Mapping[str, int]
) -> dict[str, int]:
    """Counts are in columns of numbers, names in a column of words, whatever is above.

    "What we count" heads the names of measures, not their counts.
    """
    kept = {
        code: column
        for code, column in columns.items()
        if (code == MEASURE.code) != _is_of_numbers(rows, column)
    }
    free = [at for at in range(_width(rows)) if at not in kept.values()]
    named = next((at for at in free if not _is_of_numbers(rows, at)), None)
    if MEASURE.code not in kept and named is not None:
        kept[MEASURE.code] = named
    return kept


def _is_of_numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    values = [row[column] for row in rows if column < len(row) and row[column]]
    numbers = [one for one in values if one[0].isdigit() or _HIDDEN.search(one)]
    return len(numbers) * 2 >= len(values)


def _width(rows: Sequence[Sequence[str]]) -> int:
    return max((len(row) for row in rows), default=0)


def read_figures(
    rows: Sequence[Sequence[str]],
    header: int,
    columns: Mapping[str, int],
    meanings: Mapping[str, str],
    period: Period,
) -> FiguresSheet:
    """The figures of the sheet.

    ``meanings`` maps plain labels to codes of measures, or to `LEFT_OUT`.
    """
    reader = _Reader(columns, meanings, period)
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        reader.read(number, row)
    return FiguresSheet(
        tuple(reader.figures.values()), tuple(reader.problems), tuple(reader.unknown)
    )


@dataclass
class _Reader:
    """Row after row, with what was found in those before."""

    columns: Mapping[str, int]
    meanings: Mapping[str, str]
    period: Period
    figures: dict[tuple[str, Period], SheetFigure] = field(default_factory=dict)
    problems: list[SheetProblem] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)

    def read(self, number: int, row: Sequence[str]) -> None:
        """A row's figures; a row without a label or a count is passed over."""
        label = self._cell(row, MEASURE.code)
        counts = {days: text for days, text in self._counts(row) if text}
        if not label or not counts:
            return
        code = self.meanings.get(plain(label), "")
        if not code:
            self.unknown[label] = None
        elif code != LEFT_OUT:
            for days, text in counts.items():
                self._take(number, row, code, days, text)

    def _counts(self, row: Sequence[str]) -> Iterator[tuple[Period, str]]:
        yield self.period, self._cell(row, NUMERATOR.code)
        for part in self.period.parts(Grain.MONTH):
            if part != self.period:
                yield part, self._cell(row, _month_code(part))

    def _take(
        self, number: int, row: Sequence[str], code: str, days: Period, text: str
    ) -> None:
        below = self._cell(row, DENOMINATOR.code) if days == self.period else ""
        count, denominator = whole_number(text), whole_number(below)
        known = self.figures.get((code, days))
        if count is None:
            self._problem(number, _why_no_count(text))
        elif below and denominator is None:
            self._problem(number, f"Out of how many: {_why_no_count(below).lower()}")
        elif known is not None:
            self._problem(number, _TOLD.format(known.row))
        else:
            found = SheetFigure(code, days, count, denominator, number)
            self.figures[code, days] = found

    def _problem(self, number: int, words: str) -> None:
        self.problems.append(SheetProblem(number, words))

    def _cell(self, row: Sequence[str], code: str) -> str:
        column = self.columns.get(code)
        return row[column].strip() if column is not None and column < len(row) else ""


def whole_number(text: str) -> int | None:
    """A count as people write it; None where it is none, or more than can be."""
    plain_text = text.strip().replace("\u00a0", "")
    if not _WHOLE.match(plain_text):
        return None
    digits = plain_text.replace(",", "")
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _why_no_count(text: str) -> str:
    if _HIDDEN.search(text.strip()):
        return (
            "The count is hidden. Send the true one: Kith hides small numbers itself "
            "before anybody else sees them."
        )
    return "This is no whole number. Correct it, or leave the row out."
