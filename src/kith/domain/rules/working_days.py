"""Working days: Monday to Friday less bank holidays, counted and never guessed.

Two calendars. ``ENGLAND`` serves every safeguarding clock. ``ANY_PART_OF_UK``
serves freedom of information, whose working day leaves out a bank holiday of any
part of the United Kingdom (Freedom of Information Act 2000 s10(6)).

Day 1 is the next working day: the day something happens is never counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.bank_holidays import (
    ELSEWHERE_BANK_HOLIDAYS,
    ENGLAND_BANK_HOLIDAYS,
    FIRST_YEAR,
    LAST_YEAR,
)
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from collections.abc import Mapping


SATURDAY = 5


class CalendarHasRunOut(ValueError):  # noqa: N818 (says what has happened)
    """The day asked for lies outside the bank holidays held."""


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """The working days of a place, from the first year held to the last."""

    name: str
    label: str
    bank_holidays: Mapping[date, str]
    first: date = date(FIRST_YEAR, 1, 1)
    last: date = date(LAST_YEAR, 12, 31)
    working_days: tuple[date, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        days = (
            self.first + timedelta(days=n)
            for n in range((self.last - self.first).days + 1)
        )
        working = tuple(
            day
            for day in days
            if day.weekday() < SATURDAY and day not in self.bank_holidays
        )
        object.__setattr__(self, "working_days", working)

    def check_holds(self, day: date) -> None:
        """Refuse a day whose bank holidays are not known here."""
        if not self.first <= day <= self.last:
            raise self.has_run_out(f"{say_day(day)} is outside it")

    def has_run_out(self, why: str) -> CalendarHasRunOut:
        """The refusal, with the years that are held and why they do not reach."""
        return CalendarHasRunOut(
            f"the calendar of {self.label} runs from {self.first.year} to "
            f"{self.last.year}, and {why}"
        )


ENGLAND = WorkingCalendar(
    name="england",
    label="bank holidays in England",
    bank_holidays={
        date.fromisoformat(day): name for day, name in ENGLAND_BANK_HOLIDAYS
    },
)

ANY_PART_OF_UK = WorkingCalendar(
    name="any_part_of_uk",
    label="bank holidays in any part of the United Kingdom",
    bank_holidays={
        date.fromisoformat(day): f"{name} ({nation})"
        for day, name, nation in ELSEWHERE_BANK_HOLIDAYS
    }
    | dict(ENGLAND.bank_holidays),
)


def is_working_day(day: date, calendar: WorkingCalendar = ENGLAND) -> bool:
    """Whether the day is neither a weekend nor a bank holiday."""
    calendar.check_holds(day)
    return day.weekday() < SATURDAY and day not in calendar.bank_holidays


def add_working_days(
    day: date, count: int, calendar: WorkingCalendar = ENGLAND
) -> date:
    """The working day so many after ``day``; day 1 is the next working day.

    Seventy working days after 18 July 2024 is 25 October 2024.
    """
    _check_count(count)
    calendar.check_holds(day)
    index = bisect_right(calendar.working_days, day) + count - 1
    if index >= len(calendar.working_days):
        raise calendar.has_run_out(
            f"{count} working days after {say_day(day)} lie beyond it"
        )
    return calendar.working_days[index]


def subtract_working_days(
    day: date, count: int, calendar: WorkingCalendar = ENGLAND
) -> date:
    """The working day so many before ``day``; day 1 is the working day before."""
    _check_count(count)
    calendar.check_holds(day)
    index = bisect_left(calendar.working_days, day) - count
    if index < 0:
        raise calendar.has_run_out(
            f"{count} working days before {say_day(day)} lie beyond it"
        )
    return calendar.working_days[index]


def working_days_between(
    start: date, end: date, calendar: WorkingCalendar = ENGLAND
) -> int:
    """How many working days after ``start``, up to and including ``end``.

    The same day gives 0; an end before the start gives a negative count.
    """
    calendar.check_holds(start)
    calendar.check_holds(end)
    days = calendar.working_days
    return bisect_right(days, end) - bisect_right(days, start)


def numbered(calendar: WorkingCalendar = ENGLAND) -> list[tuple[date, int]]:
    """Every day held, with how many working days there are up to and including it.

    The difference of two numbers is ``working_days_between`` the two days, which
    is how the evidence engine counts them on a million rows.
    """
    numbers: list[tuple[date, int]] = []
    number = 0
    for offset in range((calendar.last - calendar.first).days + 1):
        day = calendar.first + timedelta(days=offset)
        number += is_working_day(day, calendar)
        numbers.append((day, number))
    return numbers


def _check_count(count: int) -> None:
    if count < 1:
        raise ValueError(f"a count of working days starts at 1, not {count}")
