"""Dates of a year's meetings: the rhythm of a body, moved off days nobody works.

Papers go out a number of working days before the meeting. Five is usual and local [?].
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import (
    ENGLAND,
    WorkingCalendar,
    is_working_day,
    subtract_working_days,
)


if TYPE_CHECKING:
    from collections.abc import Iterator


PAPERS_WORKING_DAYS = 5
MOST_IN_A_SERIES = 60
DAYS_OF_WEEK = 7


class Unit(StrEnum):
    """What a rhythm counts in."""

    WEEKS = "WEEKS"
    MONTHS = "MONTHS"


@dataclass(frozen=True)
class Rhythm:
    """Every so many weeks or months; a month keeps the weekday ("second Tuesday")."""

    every: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ValueError(f"a rhythm is every 1 or more, not every {self.every}")


@dataclass(frozen=True)
class ProposedDay:
    """A day of the series; ``instead_of`` is the day it was moved from, and why."""

    day: date
    instead_of: date | None = None
    because: str = ""


def days_of_series(
    first: date, last: date, rhythm: Rhythm, holidays: WorkingCalendar = ENGLAND
) -> list[ProposedDay]:
    """The days from the first to the last, none on a weekend or a bank holiday.

    A day that falls on one moves to the next working day.

    Raises:
        ValueError: the series would be longer than anybody plans.
    """
    found = []
    for day in _steps(first, last, rhythm):
        found.append(_moved(day, holidays))
        if len(found) > MOST_IN_A_SERIES:
            raise ValueError(f"that is more than {MOST_IN_A_SERIES} meetings")
    return found


def papers_due(
    meeting: date,
    working_days: int = PAPERS_WORKING_DAYS,
    holidays: WorkingCalendar = ENGLAND,
) -> date:
    """The last day for papers, so many working days before the meeting."""
    return subtract_working_days(meeting, working_days, holidays)


def _steps(first: date, last: date, rhythm: Rhythm) -> Iterator[date]:
    count = 0
    while True:
        day = _step(first, count * rhythm.every, rhythm.unit)
        if day > last:
            return
        yield day
        count += 1


def _step(first: date, count: int, unit: Unit) -> date:
    if unit is Unit.WEEKS:
        return first + timedelta(weeks=count)
    index = first.year * 12 + first.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return _nth_weekday(year, month, first.weekday(), (first.day - 1) // DAYS_OF_WEEK)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month (0 is the first); the last where it has no fifth."""
    starts, length = calendar.monthrange(year, month)
    day = 1 + (weekday - starts) % DAYS_OF_WEEK + nth * DAYS_OF_WEEK
    return date(year, month, day if day <= length else day - DAYS_OF_WEEK)


def _moved(day: date, holidays: WorkingCalendar) -> ProposedDay:
    if is_working_day(day, holidays):
        return ProposedDay(day)
    to = day
    while not is_working_day(to, holidays):
        to += timedelta(days=1)
    return ProposedDay(to, day, holidays.bank_holidays.get(day, "a weekend"))
