"""Stretches of days laid out in shorter ones."""

from __future__ import annotations

from datetime import date

from kith.domain.vocabulary.periods import Grain, Period, calendar_year
from kith.evidence.disclosure.tiling import (
    Days,
    layouts,
    longest_inside,
    overlapping_cover,
)


def days(period: Period) -> Days:
    return period.first, period.last


YEAR = calendar_year(2020)
MONTHS = [days(p) for p in YEAR.parts(Grain.MONTH)]
QUARTERS = [days(p) for p in YEAR.parts(Grain.QUARTER)]


def test_a_year_is_its_quarters_and_a_quarter_its_months() -> None:
    laid = layouts([days(YEAR), *QUARTERS, *MONTHS])
    assert laid[days(YEAR)] == tuple(QUARTERS)
    assert laid[QUARTERS[1]] == tuple(MONTHS[3:6])
    assert not any(month in laid for month in MONTHS)


def test_two_overlapping_totals_are_laid_in_a_piece_nobody_told() -> None:
    longer = (date(2019, 11, 1), date(2020, 12, 31))
    laid = layouts([longer, days(YEAR)])
    assert laid == {longer: ((date(2019, 11, 1), date(2019, 12, 31)), days(YEAR))}


def test_a_half_told_year_has_the_rest_laid_in() -> None:
    [(whole, pieces)] = layouts([days(YEAR), *QUARTERS[:2]]).items()
    assert whole == days(YEAR)
    assert pieces == (*QUARTERS[:2], (date(2020, 7, 1), date(2020, 12, 31)))


def test_a_stretch_that_nothing_cuts_is_made_of_nothing() -> None:
    assert layouts(QUARTERS) == {}


def test_the_longest_inside_leaves_out_what_lies_in_another() -> None:
    told = [days(YEAR), *QUARTERS, *MONTHS]
    assert longest_inside(days(YEAR), told) == tuple(QUARTERS)


def test_overlapping_stretches_cover_a_year_where_no_day_is_left_out() -> None:
    year = days(YEAR)
    spring, autumn = (year[0], date(2020, 8, 31)), (date(2020, 6, 1), year[1])
    assert overlapping_cover(year, [year, spring, autumn, *MONTHS]) == (spring, autumn)
    late = (date(2020, 9, 2), year[1])
    assert overlapping_cover(year, [year, spring, late]) == ()
