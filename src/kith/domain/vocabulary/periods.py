"""Periods of time: both days included, as a practitioner says them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class PeriodError(ValueError):
    """The dates do not make a period; the message says why."""


EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside are slips of the pen, and the calendar ends not far beyond them."""


def is_of_our_time(day: date) -> bool:
    """Whether a period may begin or end on the day."""
    return EARLIEST <= day <= LATEST


class Grain(StrEnum):
    """The steps a period can be cut into."""

    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, order=True)
class Period:
    """From the first day to the last day, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodError(
                f"the period ends ({self.last}) before it starts ({self.first})"
            )

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days, both ends included."""
        return (self.last - self.first).days + 1

    @property
    def whole_months(self) -> int | None:
        """How many calendar months, or None where it is not whole months."""
        starts = self.first.day == 1
        ends = self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]
        if not (starts and ends):
            return None
        years = self.last.year - self.first.year
        return years * 12 + self.last.month - self.first.month + 1

    @property
    def is_twelve_months(self) -> bool:
        """Whether a comparison with a year is allowed at all."""
        return months_before(self.last + timedelta(days=1), 12) == self.first

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def parts(self, grain: Grain) -> Iterator[Period]:
        """The calendar months or quarters of this period, cut at its ends."""
        start = self.first
        while start <= self.last:
            end = min(_last_of(start, grain), self.last)
            yield Period(start, end)
            start = end + timedelta(days=1)

    def __str__(self) -> str:
        months = self.whole_months
        if months is None:
            return f"{say_day(self.first)} to {say_day(self.last)}"
        start = f"{calendar.month_name[self.first.month]} {self.first.year}"
        end = f"{calendar.month_name[self.last.month]} {self.last.year}"
        count = f"{months} month" + ("s" if months != 1 else "")
        return f"{start} ({count})" if start == end else f"{start} to {end} ({count})"


def part_label(part: Period, grain: Grain) -> str:
    """A part of a period as it is printed: ``2020-03``, ``2020-Q1``."""
    if grain is Grain.MONTH:
        return f"{part.first:%Y-%m}"
    return f"{part.first.year}-Q{(part.first.month + 2) // 3}"


@cache
def labelled_parts(period: Period, grain: Grain) -> Mapping[str, Period]:
    """The months or quarters of a period by label, cut at its ends."""
    return MappingProxyType(
        {part_label(part, grain): part for part in period.parts(grain)}
    )


def whole_of(part: Period, grain: Grain) -> Period:
    """The month or quarter that a part begins in, uncut."""
    if grain is Grain.MONTH:
        return month_of(part.first.year, part.first.month)
    return quarter_of(part.first.year, (part.first.month + 2) // 3)


def say_day(day: date) -> str:
    """15 January 2021."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _last_of(day: date, grain: Grain) -> date:
    month = day.month if grain is Grain.MONTH else ((day.month - 1) // 3) * 3 + 3
    return date(day.year, month, calendar.monthrange(day.year, month)[1])


def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier.

    A day the earlier month does not have becomes its last day:
    twelve months before 29 February 2020 is 28 February 2019.
    """
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return Period(
        date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    )


def quarter_of(year: int, quarter: int) -> Period:
    """A calendar quarter, 1 to 4."""
    start = date(year, quarter * 3 - 2, 1)
    return Period(start, _last_of(start, Grain.QUARTER))


def financial_year(start_year: int) -> Period:
    """1 April to 31 March."""
    return Period(date(start_year, 4, 1), date(start_year + 1, 3, 31))


def calendar_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def academic_year(start_year: int) -> Period:
    """1 September to 31 August."""
    return Period(date(start_year, 9, 1), date(start_year + 1, 8, 31))


def rolling_twelve_months(last: date) -> Period:
    """The twelve months that end on this day."""
    return Period(months_before(last + timedelta(days=1), 12), last)
