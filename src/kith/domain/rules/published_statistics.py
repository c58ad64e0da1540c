"""Published statistics as the Department for Education lays them out, read as values.

Source: the Department's guidance for data files of Explore education statistics: columns
``time_period, time_identifier, geographic_level, country_code … new_la_code, la_name``,
then filters, then indicators; and its symbols for what has no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Unit
from kith.domain.vocabulary.periods import (
    Period,
    academic_year,
    calendar_year,
    financial_year,
)


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Symbol(StrEnum):
    """Why a published cell has no number."""

    CONFIDENTIAL = "c"
    NOT_APPLICABLE = "z"
    NOT_AVAILABLE = "x"
    ROUNDS_TO_ZERO = "k"
    LOW_RELIABILITY = "u"


SYMBOLS = {
    "c": Symbol.CONFIDENTIAL,
    "z": Symbol.NOT_APPLICABLE,
    "x": Symbol.NOT_AVAILABLE,
    # Releases before 2022 write a colon, and some write the word.
    ":": Symbol.NOT_AVAILABLE,
    "k": Symbol.ROUNDS_TO_ZERO,
    "low": Symbol.ROUNDS_TO_ZERO,
    "~": Symbol.ROUNDS_TO_ZERO,
    "u": Symbol.LOW_RELIABILITY,
}
"""What stands in a cell, and what it means."""

SYMBOL_WORDS = {
    Symbol.CONFIDENTIAL: "hidden by the publisher",
    Symbol.NOT_APPLICABLE: "does not apply",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.ROUNDS_TO_ZERO: "rounds to nought, and is not nought",
    Symbol.LOW_RELIABILITY: "not reliable enough to print",
}


class PopulationBasis(StrEnum):
    """Which mid-year estimate of population a published rate was made on."""

    NONE = "NONE"
    LATEST = "LATEST"
    YEAR_BEFORE = "YEAR_BEFORE"


POPULATION_WORDS = {
    PopulationBasis.NONE: "It is no rate of population",
    PopulationBasis.LATEST: "The latest mid-year at or before the last day of its period",
    PopulationBasis.YEAR_BEFORE: "The mid-year before that",
}

TIME, PLACE = ("time_period", "time_identifier"), ("geographic_level",)
KNOWN = frozenset(
    {
        *TIME,
        *PLACE,
        "country_code",
        "country_name",
        "region_code",
        "region_name",
        "old_la_code",
        "new_la_code",
        "la_name",
    }
)
"""Columns that say when and where; every other one is a filter or an indicator."""
_LEVELS = {
    "national": ("country_code", "country_name"),
    "regional": ("region_code", "region_name"),
    "local authority": ("new_la_code", "la_name"),
}
_ONE_PLACE = frozenset(
    {Unit.PER_CENT, Unit.PER_10_000, Unit.PER_100_000, Unit.DAYS, Unit.WORKING_DAYS}
)
MOST_VALUES = 500
"""Values of a filter that are kept, and can be chosen."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)
_YEAR = re.compile(r"(19|20)[0-9]{2}([0-9]{2})?", re.ASCII)


class NotStatisticsError(ValueError):
    """The table is not laid out so; the message says what is missing."""


@dataclass(frozen=True)
class Layout:
    """Which columns are filters, with their values, and which are indicators."""

    filters: Mapping[str, tuple[str, ...]]
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class Statistic:
    """One published number of one place and period, or the symbol in its stead.

    ``region`` is the code of the region that an area lies in, as its row says.
    """

    level: str
    code: str
    name: str
    period: Period
    value: Decimal | None
    symbol: Symbol | None
    region: str = ""

    @property
    def places(self) -> int:
        """With how many decimal places it is printed."""
        exponent = self.value.as_tuple().exponent if self.value is not None else 0
        return max(0, -exponent) if isinstance(exponent, int) else 0


def layout(rows: Iterable[Sequence[str]]) -> Layout:
    """The filters and indicators of a table whose first row holds its columns.

    Each row is looked at once. Of a filter the first ``MOST_VALUES`` values are known.

    Raises:
        NotStatisticsError: it says not when or not where.
    """
    left = iter(rows)
    header = list(next(left, ()))
    missing = [name for name in (*TIME, *PLACE) if name not in header]
    if missing:
        raise NotStatisticsError(
            f"The table has no column {', '.join(missing)}: it is not laid out as the "
            "Department's statistics are."
        )
    asked = [(at, name) for at, name in enumerate(header) if name and name not in KNOWN]
    said: dict[str, dict[str, None]] = {name: {} for _, name in asked}
    words: set[str] = set()
    for row in left:
        for at, name in asked:
            cell = row[at] if at < len(row) else ""
            known = said[name]
            if not cell or cell in known:
                continue
            if name not in words and not _is_value(cell):
                words.add(name)
            if len(known) < MOST_VALUES:
                known[cell] = None
    filters = {name: tuple(known) for name, known in said.items() if name in words}
    numbers = (name for name, known in said.items() if known and name not in words)
    return Layout(filters, tuple(numbers))


def read_statistics(
    rows: Iterable[Sequence[str]], indicator: str, chosen: Mapping[str, str]
) -> tuple[tuple[Statistic, ...], int]:
    """The indicator's numbers where every filter has its chosen value; and how many rows
    of other levels or of periods that have no days were left out."""
    rest = iter(rows)
    header = list(next(rest, ()))
    found, left = [], 0
    for row in rest:
        cells = dict(zip(header, row, strict=False))
        if any(cells.get(name) != value for name, value in chosen.items()):
            continue
        one = _statistic(cells, indicator)
        if one is None:
            left += 1
        else:
            found.append(one)
    return tuple(found), left


def period_of(time_period: str, identifier: str) -> Period | None:
    """The days of a published period; None for one that is no year.

    ``202021`` is the year from 2020 to 2021. A reporting year ends on 31 March.
    """
    said = identifier.strip().lower()
    if not _YEAR.fullmatch(time_period.strip()):
        return None
    year = int(time_period.strip()[:4])
    if said == "calendar year":
        return calendar_year(year)
    if said == "reporting year":
        return financial_year(year - 1)
    if said == "financial year":
        return financial_year(year)
    return academic_year(year) if said == "academic year" else None


def counted_places(unit: Unit) -> int:
    """With how many decimal places a figure of ours is printed."""
    return 1 if unit in _ONE_PLACE else 0


def population_year(basis: PopulationBasis, period: Period) -> int | None:
    """The year whose mid-year estimate a rate of the period rests on; None for none.

    A mid-year is 30 June: the year to March 2021 rests on mid-2020.
    """
    if basis is PopulationBasis.NONE:
        return None
    last = period.last
    year = last.year if (last.month, last.day) >= (6, 30) else last.year - 1
    return year - (basis is PopulationBasis.YEAR_BEFORE)


def _statistic(cells: Mapping[str, str], indicator: str) -> Statistic | None:
    level = cells.get("geographic_level", "").strip().lower()
    period = period_of(*(cells.get(name, "") for name in TIME))
    if level not in _LEVELS or period is None:
        return None
    code, name = (cells.get(column, "") for column in _LEVELS[level])
    said = cells.get(indicator, "").strip()
    symbol = SYMBOLS.get(said.lower())
    value = _number(said)
    if not code or (symbol is None and value is None):
        return None
    region = cells.get("region_code", "") if level == "local authority" else ""
    return Statistic(level, code, name, period, value, symbol, region)


def _number(said: str) -> Decimal | None:
    try:
        return Decimal(said) if _NUMBER.fullmatch(said) else None
    except InvalidOperation:
        return None


def _is_value(said: str) -> bool:
    return said.strip().lower() in SYMBOLS or _number(said.strip()) is not None
