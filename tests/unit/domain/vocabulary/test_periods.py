"""Periods: both days included, cut at their ends, said as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.vocabulary.periods import (
    Grain,
    Period,
    PeriodError,
    academic_year,
    calendar_year,
    financial_year,
    labelled_parts,
    month_of,
    months_before,
    quarter_of,
    rolling_twelve_months,
    say_day,
)


DAYS = st.dates(date(2010, 1, 1), date(2028, 12, 31))


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("made", "first", "last"),
    [
        (month_of(2020, 2), "2020-02-01", "2020-02-29"),
        (quarter_of(2020, 1), "2020-01-01", "2020-03-31"),
        (quarter_of(2020, 4), "2020-10-01", "2020-12-31"),
        (financial_year(2019), "2019-04-01", "2020-03-31"),
        (calendar_year(2020), "2020-01-01", "2020-12-31"),
        (academic_year(2020), "2020-09-01", "2021-08-31"),
        (rolling_twelve_months(date(2020, 12, 31)), "2020-01-01", "2020-12-31"),
        (rolling_twelve_months(date(2020, 2, 29)), "2019-03-01", "2020-02-29"),
        (rolling_twelve_months(date(2021, 2, 28)), "2020-03-01", "2021-02-28"),
        (rolling_twelve_months(date(2020, 6, 14)), "2019-06-15", "2020-06-14"),
    ],
    ids=[
        "February of a leap year",
        "first quarter",
        "last quarter",
        "financial year",
        "calendar year",
        "academic year",
        "rolling to a year's end",
        "rolling to 29 February",
        "rolling to 28 February",
        "rolling to mid-month",
    ],
)
def test_named_periods(made: Period, first: str, last: str) -> None:
    assert made == period(first, last)


@pytest.mark.parametrize(
    ("first", "last", "days", "months", "is_year"),
    [
        ("2019-11-01", "2020-12-31", 427, 14, False),
        ("2020-01-01", "2020-12-31", 366, 12, True),
        ("2019-04-01", "2020-03-31", 366, 12, True),
        ("2019-06-15", "2020-06-14", 366, None, True),
        ("2020-01-01", "2020-01-31", 31, 1, False),
        ("2020-01-01", "2020-01-30", 30, None, False),
        ("2020-01-02", "2020-12-31", 365, None, False),
        ("2020-03-01", "2020-03-01", 1, None, False),
    ],
)
def test_how_long_it_is(
    first: str, last: str, days: int, months: int | None, is_year: bool
) -> None:
    made = period(first, last)
    assert (made.days, made.whole_months, made.is_twelve_months) == (
        days,
        months,
        is_year,
    )


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            period("2019-11-01", "2020-12-31"),
            "November 2019 to December 2020 (14 months)",
        ),
        (month_of(2020, 4), "April 2020 (1 month)"),
        (period("2020-01-06", "2020-01-12"), "6 January 2020 to 12 January 2020"),
    ],
    ids=["14 months", "month", "week"],
)
def test_how_it_is_said(made: Period, said: str) -> None:
    assert str(made) == said


def test_a_day_is_said_without_a_leading_nought() -> None:
    assert say_day(date(2021, 1, 5)) == "5 January 2021"


def test_an_end_before_its_start_is_refused() -> None:
    with pytest.raises(PeriodError, match="ends \\(2020-01-01\\) before it starts"):
        period("2020-01-02", "2020-01-01")


def test_both_ends_are_in_it_and_their_neighbours_are_not() -> None:
    january = month_of(2020, 1)
    assert date(2020, 1, 1) in january
    assert date(2020, 1, 31) in january
    assert date(2019, 12, 31) not in january
    assert date(2020, 2, 1) not in january


@pytest.mark.parametrize(
    ("other", "shares"),
    [
        (period("2019-12-01", "2019-12-31"), False),
        (period("2019-12-01", "2020-01-01"), True),
        (period("2020-01-31", "2020-03-01"), True),
        (period("2020-02-01", "2020-03-01"), False),
        (period("2019-01-01", "2021-01-01"), True),
    ],
    ids=str,
)
def test_overlaps(other: Period, shares: bool) -> None:
    assert month_of(2020, 1).overlaps(other) is shares
    assert other.overlaps(month_of(2020, 1)) is shares


def test_a_period_is_cut_at_its_own_ends() -> None:
    cut = list(period("2019-11-15", "2020-02-10").parts(Grain.QUARTER))
    assert cut == [
        period("2019-11-15", "2019-12-31"),
        period("2020-01-01", "2020-02-10"),
    ]


@given(DAYS, st.integers(0, 1000), st.sampled_from(Grain))
def test_parts_follow_each_other_and_make_the_whole(
    first: date, length: int, grain: Grain
) -> None:
    whole = Period(first, first + timedelta(days=length))
    parts = list(whole.parts(grain))
    assert parts[0].first == whole.first
    assert parts[-1].last == whole.last
    assert sum(part.days for part in parts) == whole.days


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        ("2020-02-29", 12, "2019-02-28"),
        ("2020-03-31", 1, "2020-02-29"),
        ("2020-01-15", 1, "2019-12-15"),
        ("2020-01-31", -1, "2020-02-29"),
        ("2020-11-30", -3, "2021-02-28"),
    ],
)
def test_months_before(day: str, months: int, earlier: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(earlier)


@given(DAYS)
def test_a_rolling_year_is_twelve_months(last: date) -> None:
    assert rolling_twelve_months(last).is_twelve_months


def test_a_part_goes_by_the_label_it_is_printed_with() -> None:
    whole = period("2019-11-15", "2020-02-10")
    quarters = labelled_parts(whole, Grain.QUARTER)
    assert list(quarters) == ["2019-Q4", "2020-Q1"]
    assert quarters["2019-Q4"] == period("2019-11-15", "2019-12-31")
    months = list(labelled_parts(whole, Grain.MONTH))
    assert months == ["2019-11", "2019-12", "2020-01", "2020-02"]
