"""The committed bank holidays, held against the library ``holidays``.

A difference means that the library has learnt of a new holiday or corrected one:
change the table by hand, and say in the changelog which due dates move.
"""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from kith.domain.rules.bank_holidays import (
    ELSEWHERE_BANK_HOLIDAYS,
    ENGLAND_BANK_HOLIDAYS,
    FIRST_YEAR,
    LAST_YEAR,
)


YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
NATIONS = {"Scotland": "SCT", "Northern Ireland": "NIR", "Wales": "WLS"}


def _library(nation: str) -> set[date]:
    return set(holidays.country_holidays("GB", subdiv=nation, years=YEARS))


def test_england_is_as_the_library_has_it() -> None:
    held = {date.fromisoformat(day) for day, _ in ENGLAND_BANK_HOLIDAYS}
    assert held == _library("ENG")


def test_no_day_stands_twice_and_every_day_has_a_name() -> None:
    days = [day for day, _ in ENGLAND_BANK_HOLIDAYS]
    days += [day for day, _, _ in ELSEWHERE_BANK_HOLIDAYS]
    assert len(days) == len(set(days))
    assert all(name for _, name in ENGLAND_BANK_HOLIDAYS)


def test_elsewhere_is_what_the_other_nations_keep_beside_england() -> None:
    held = {date.fromisoformat(day) for day, _, _ in ELSEWHERE_BANK_HOLIDAYS}
    others = set().union(*(_library(code) for code in NATIONS.values()))
    assert held == others - _library("ENG")


@pytest.mark.parametrize("nation", sorted(NATIONS))
def test_each_day_elsewhere_is_kept_in_the_nation_named(nation: str) -> None:
    held = {
        date.fromisoformat(day)
        for day, _, kept_in in ELSEWHERE_BANK_HOLIDAYS
        if kept_in == nation
    }
    assert held <= _library(NATIONS[nation])


@pytest.mark.parametrize("year", YEARS)
def test_england_has_eight_weekdays_off_and_the_extra_ones(year: int) -> None:
    extra = {2011: 1, 2012: 1, 2022: 2, 2023: 1}
    weekdays = [
        day
        for day, _ in ENGLAND_BANK_HOLIDAYS
        if day.startswith(str(year)) and date.fromisoformat(day).weekday() < 5
    ]
    assert len(weekdays) == 8 + extra.get(year, 0)
