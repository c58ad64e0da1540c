"""Working days: weekends and bank holidays never count, and nothing is guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.working_days import (
    ANY_PART_OF_UK,
    ENGLAND,
    CalendarHasRunOut,
    WorkingCalendar,
    add_working_days,
    is_working_day,
    numbered,
    subtract_working_days,
    working_days_between,
)


CALENDARS = st.sampled_from([ENGLAND, ANY_PART_OF_UK])
DAYS = st.dates(date(2011, 1, 1), date(2027, 12, 31))
COUNTS = st.integers(1, 200)


@pytest.mark.parametrize(
    ("day", "england", "any_part_of_uk"),
    [
        ("2024-07-18", True, True),  # a Thursday
        ("2024-07-20", False, False),  # a Saturday
        ("2024-07-21", False, False),  # a Sunday
        ("2024-12-25", False, False),  # Christmas Day
        ("2022-06-02", False, False),  # the spring holiday, moved
        ("2022-05-30", True, True),  # where it would have been
        ("2022-06-03", False, False),  # jubilee
        ("2022-09-19", False, False),  # state funeral
        ("2023-05-08", False, False),  # coronation
        ("2024-03-18", True, False),  # St Patrick's Day, kept on the Monday
        ("2024-07-12", True, False),  # Battle of the Boyne
        ("2024-08-05", True, False),  # Scotland's summer holiday
        ("2024-01-02", True, False),  # 2 January in Scotland
    ],
)
def test_is_working_day(day: str, england: bool, any_part_of_uk: bool) -> None:
    on = date.fromisoformat(day)
    assert is_working_day(on) is england
    assert is_working_day(on, ANY_PART_OF_UK) is any_part_of_uk


def test_seventy_working_days_after_18_july_2024() -> None:
    assert add_working_days(date(2024, 7, 18), 70) == date(2024, 10, 25)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2024-07-18", "2024-07-18", 0),  # the day itself is never counted
        ("2024-07-18", "2024-07-19", 1),
        ("2024-07-19", "2024-07-21", 0),  # a weekend
        ("2024-07-20", "2024-07-22", 1),
        ("2024-07-18", "2024-10-25", 70),
        ("2024-07-19", "2024-07-18", -1),  # an end before its start
    ],
)
def test_working_days_between(start: str, end: str, count: int) -> None:
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert working_days_between(*days) == count


@given(DAYS, COUNTS, CALENDARS)
def test_the_end_is_a_working_day_and_as_far_as_asked(
    day: date, count: int, calendar: WorkingCalendar
) -> None:
    end = add_working_days(day, count, calendar)
    assert is_working_day(end, calendar)
    assert working_days_between(day, end, calendar) == count


@given(DAYS, COUNTS, CALENDARS)
def test_adding_then_subtracting_comes_back(
    day: date, count: int, calendar: WorkingCalendar
) -> None:
    start = add_working_days(day, 1, calendar)
    end = add_working_days(start, count, calendar)
    assert subtract_working_days(end, count, calendar) == start


@given(DAYS, COUNTS, st.integers(1, 400))
def test_a_later_start_is_never_due_earlier(day: date, count: int, later: int) -> None:
    if day + timedelta(days=later) > date(2027, 12, 31):
        later = 0
    assert add_working_days(day, count) <= add_working_days(
        day + timedelta(days=later), count
    )


@given(DAYS, COUNTS)
def test_counted_one_day_at_a_time_it_is_the_same(day: date, count: int) -> None:
    at, left = day, count
    while left:
        at += timedelta(days=1)
        left -= at.weekday() < 5 and at not in ENGLAND.bank_holidays
    assert add_working_days(day, count) == at


@given(DAYS, COUNTS)
def test_more_holidays_never_make_it_earlier(day: date, count: int) -> None:
    assert add_working_days(day, count, ANY_PART_OF_UK) >= add_working_days(day, count)


@given(DAYS, DAYS, CALENDARS)
def test_the_numbers_of_days_differ_by_the_working_days_between(
    start: date, end: date, calendar: WorkingCalendar
) -> None:
    number = dict(numbered(calendar))
    assert number[end] - number[start] == working_days_between(start, end, calendar)


def test_the_numbered_calendar_holds_every_day_once() -> None:
    days = [day for day, _ in numbered(ENGLAND)]
    assert days[0] == date(2010, 1, 1)
    assert days[-1] == date(2028, 12, 31)
    assert len(days) == len(set(days)) == (days[-1] - days[0]).days + 1


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda: is_working_day(date(2029, 1, 1)), "1 January 2029 is outside it"),
        (lambda: add_working_days(date(2009, 12, 31), 1), "31 December 2009"),
        (lambda: add_working_days(date(2028, 12, 20), 15), "lie beyond it"),
        (lambda: subtract_working_days(date(2010, 1, 8), 7), "lie beyond it"),
        (lambda: working_days_between(date(2028, 1, 4), date(2030, 1, 1)), "2030"),
    ],
    ids=["ask", "start", "forwards", "backwards", "between"],
)
def test_a_calendar_that_has_run_out_says_so(ask, why: str) -> None:
    with pytest.raises(CalendarHasRunOut, match="2010 to 2028") as refused:
        ask()
    assert why in str(refused.value)


@pytest.mark.parametrize("count", [0, -1])
@pytest.mark.parametrize("move", [add_working_days, subtract_working_days])
def test_a_count_starts_at_one(move, count: int) -> None:
    with pytest.raises(ValueError, match="starts at 1"):
        move(date(2024, 7, 18), count)
