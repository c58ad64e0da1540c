"""A body's year: its rhythm, off weekends and bank holidays."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.meeting_dates import (
    Rhythm,
    Unit,
    days_of_series,
    papers_due,
)


def test_every_two_weeks_moves_off_a_bank_holiday() -> None:
    days = days_of_series(date(2021, 3, 22), date(2021, 4, 20), Rhythm(2, Unit.WEEKS))
    assert [one.day for one in days] == [
        date(2021, 3, 22),
        date(2021, 4, 6),
        date(2021, 4, 19),
    ]
    assert days[1].instead_of == date(2021, 4, 5)
    assert days[1].because == "Easter Monday"


def test_months_keep_the_weekday() -> None:
    first = date(2021, 1, 12)
    days = days_of_series(first, date(2021, 6, 30), Rhythm(2, Unit.MONTHS))
    assert [one.day for one in days] == [first, date(2021, 3, 9), date(2021, 5, 11)]


def test_a_fifth_weekday_becomes_the_last() -> None:
    days = days_of_series(date(2021, 3, 31), date(2021, 4, 30), Rhythm(1, Unit.MONTHS))
    assert [one.day for one in days] == [date(2021, 3, 31), date(2021, 4, 28)]


def test_nobody_plans_a_hundred_meetings() -> None:
    with pytest.raises(ValueError, match="more than 60"):
        days_of_series(date(2021, 1, 4), date(2024, 1, 4), Rhythm(1, Unit.WEEKS))


def test_papers_are_due_five_working_days_before() -> None:
    assert papers_due(date(2021, 1, 15)) == date(2021, 1, 8)
    assert papers_due(date(2021, 4, 6)) == date(2021, 3, 26)
