"""The Department's tables, read with their symbols and their years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.published_statistics import (
    NotStatisticsError,
    PopulationBasis,
    Symbol,
    layout,
    period_of,
    population_year,
    read_statistics,
)
from kith.domain.vocabulary.periods import (
    Period,
    academic_year,
    calendar_year,
    financial_year,
)


HEAD = (
    "time_period|time_identifier|geographic_level|country_code|country_name|region_code|"
    "region_name|old_la_code|new_la_code|la_name|category|referrals|rate"
)
ROWS = """
202021|Financial year|National|E92000001|England||||||Total|597760|494.3
202021|Financial year|National|E92000001|England||||||Male|300000|500.0
202021|Financial year|Regional|E92000001|England|E12000009|South West||||Total|50000|445.2
202021|Financial year|Local authority|E92000001|England|E12000009|South West|802|E06000024|North Somerset|Total|1900|c
202021|Financial year|Local authority|E92000001|England|E12000009|South West|801|E06000023|Bristol|Total|k|x
202021|Financial year|Ward|E92000001|England||||||Total|5|1.0
202021|Week 12|National|E92000001|England||||||Total|5|1.0
"""


def drawn() -> list[list[str]]:
    return [line.split("|") for line in (HEAD + ROWS).strip().splitlines()]


def test_filters_and_indicators_are_told_apart_by_what_they_hold() -> None:
    found = layout(drawn())
    assert dict(found.filters) == {"category": ("Total", "Male")}
    assert found.indicators == ("referrals", "rate")


def test_numbers_and_symbols_of_each_place() -> None:
    found, left = read_statistics(drawn(), "rate", {"category": "Total"})
    assert left == 2, "a ward and a week"
    assert [(one.code, one.value, one.symbol) for one in found] == [
        ("E92000001", Decimal("494.3"), None),
        ("E12000009", Decimal("445.2"), None),
        ("E06000024", None, Symbol.CONFIDENTIAL),
        ("E06000023", None, Symbol.NOT_AVAILABLE),
    ]
    assert {(one.period.first, one.period.last) for one in found} == {
        (date(2020, 4, 1), date(2021, 3, 31))
    }


@pytest.mark.parametrize(
    ("said", "kind", "first", "last"),
    [
        ("202021", "Financial year", date(2020, 4, 1), date(2021, 3, 31)),
        ("202021", "Academic year", date(2020, 9, 1), date(2021, 8, 31)),
        ("2020", "Calendar year", date(2020, 1, 1), date(2020, 12, 31)),
        ("2021", "Reporting year", date(2020, 4, 1), date(2021, 3, 31)),
    ],
)
def test_a_year_has_its_days(said: str, kind: str, first: date, last: date) -> None:
    found = period_of(said, kind)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(("said", "kind"), [("2020", "Week 12"), ("soon", "Any year")])
def test_what_is_no_year_is_left_out(said: str, kind: str) -> None:
    assert period_of(said, kind) is None


def test_another_table_says_what_is_missing() -> None:
    with pytest.raises(NotStatisticsError, match="geographic_level"):
        layout([["time_period", "time_identifier", "value"]])
    with pytest.raises(NotStatisticsError, match="time_period"):
        layout([])


@given(st.lists(st.lists(st.text(max_size=8), max_size=13), max_size=6))
def test_no_table_breaks_the_reading(rows: list[list[str]]) -> None:
    table = [HEAD.split("|"), *rows]
    found, left = read_statistics(table, "rate", {})
    assert len(found) + left <= len(rows)
    layout(table)


@pytest.mark.parametrize(
    ("period", "basis", "year"),
    [
        (financial_year(2020), PopulationBasis.LATEST, 2020),
        (financial_year(2020), PopulationBasis.YEAR_BEFORE, 2019),
        (calendar_year(2020), PopulationBasis.LATEST, 2020),
        (academic_year(2020), PopulationBasis.LATEST, 2021),
        (calendar_year(2020), PopulationBasis.NONE, None),
    ],
)
def test_a_rate_names_the_mid_year_it_rests_on(
    period: Period, basis: PopulationBasis, year: int | None
) -> None:
    assert population_year(basis, period) == year
