"""A figure in words: no two statuses look alike, and the numbers are people's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kith.domain.vocabulary.figures import Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period, calendar_year, financial_year
from kith.web.scorecards.presenters.senders import feed_title
from kith.web.scorecards.presenters.wording import (
    KINDS,
    comparison_note,
    comparison_warning,
    plain_value,
    value_of,
)
from tests.lib.published_store import AREA, PERIOD


def a_figure(
    value: str | None, unit: Unit = Unit.CHILD, status: Status = Status.SHOWN
) -> Figure:
    return Figure(
        measure="invented",
        area=AREA,
        period=PERIOD,
        breakdown=(),
        numerator=None,
        denominator=None,
        value=None if value is None else Decimal(value),
        unit=unit,
        status=status,
    )


@pytest.mark.parametrize(
    ("value", "unit", "words", "unit_words", "plain"),
    [
        ("1755.000000", Unit.NOTIFICATION, "1,755", "notifications", "1755"),
        ("1", Unit.CHILD, "1", "child", "1"),
        ("1", Unit.PERSON, "1", "person", "1"),
        ("21.192053", Unit.PER_CENT, "21.2\N{NO-BREAK SPACE}%", "", "21.2"),
        ("20.000000", Unit.PER_CENT, "20.0\N{NO-BREAK SPACE}%", "", "20.0"),
        (
            "198.37",
            Unit.PER_10_000,
            "198.4",
            "per 10,000 children aged 0 to 17",
            "198.4",
        ),
        ("38.5", Unit.WORKING_DAYS, "38.5", "working days", "38.5"),
        ("0.05", Unit.PER_CENT, "0.1\N{NO-BREAK SPACE}%", "", "0.1"),
    ],
)
def test_a_number(value, unit, words, unit_words, plain) -> None:
    figure = a_figure(value, unit)
    said = value_of(figure)
    assert (said.words, said.unit, plain_value(figure)) == (words, unit_words, plain)


def test_every_status_has_a_look_and_words_of_its_own() -> None:
    said = {
        status: value_of(
            a_figure(
                {
                    Status.SHOWN: "12",
                    Status.LOW_RELIABILITY: "12",
                    Status.ZERO: "0",
                }.get(status),
                status=status,
            )
        )
        for status in Status
    }
    assert len({value.look for value in said.values()}) == len(Status)
    assert len({(v.words, v.tag) for v in said.values()}) == len(Status)
    assert [s for s, v in said.items() if not v.explanation] == [Status.SHOWN]


@pytest.mark.parametrize(
    "status", [status for status in Status if not status.has_value]
)
def test_a_missing_value_is_never_a_number(status) -> None:
    figure = a_figure(None, status=status)
    assert not any(letter.isdigit() for letter in value_of(figure).words)
    assert plain_value(figure) == ""


def test_fourteen_months_may_not_stand_beside_a_year() -> None:
    assert "14 months" in comparison_note(PERIOD)
    assert comparison_note(calendar_year(2020)) == ""
    days = Period(PERIOD.first.replace(day=2), PERIOD.last)
    assert "426 days" in comparison_note(days)
    assert "one is twelve months and the other is not" in comparison_warning(
        PERIOD, calendar_year(2020), Kind.FLOW
    )
    assert (
        comparison_warning(calendar_year(2020), financial_year(2019), Kind.FLOW) == ""
    )


def test_a_stock_is_of_one_day_so_the_length_of_a_period_says_nothing_of_it() -> None:
    assert comparison_note(PERIOD, Kind.SNAPSHOT) == ""
    assert comparison_warning(PERIOD, calendar_year(2020), Kind.SNAPSHOT) == ""


def test_every_kind_is_explained() -> None:
    assert set(KINDS) == set(Kind)


def test_a_feed_nobody_knows_keeps_its_code() -> None:
    assert feed_title("a_new_feed") == "A new feed"
    assert "Annex A" in feed_title("annex_a")
