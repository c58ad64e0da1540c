"""The sentence under each chart is computed, so each clause of it is tested."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kith.domain.vocabulary.figures import Status, Unit
from kith.web.ui.charts import Bar, finding, number, sentence, table
from tests.unit.web.ui.charts.drawn import EVERY_CHART, STEADY, bars_of, run_of, tree


NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1755", Unit.NOTIFICATION, "1,755"),
        ("21.192053", Unit.PER_CENT, f"21.2{NBSP}%"),
        ("100", Unit.PER_CENT, f"100.0{NBSP}%"),
        ("198.35", Unit.PER_10_000, "198.4"),
        ("28.5", Unit.WORKING_DAYS, "28.5"),
        ("28", Unit.WORKING_DAYS, "28"),
        ("0", Unit.CHILD, "0"),
    ],
)
def test_numbers_as_they_are_printed(value, unit, said) -> None:
    assert number(Decimal(value), unit) == said


def test_a_steady_year() -> None:
    chart = run_of(*STEADY)
    assert finding(chart) == (
        "Referrals: no month differs by more than chance would explain"
    )
    assert sentence(chart) == (
        "Referrals by month ran from 10 (November 2019) to 13 (February 2020), 11.4 on "
        "average. The changes are no more than chance would explain."
    )


def test_a_month_outside_the_limits_is_named() -> None:
    chart = run_of(50, 51, 50, 51, 50, 20, 50, 51, 50, 51)
    assert finding(chart) == (
        "Referrals: outside the usual range once, low in April 2020 (20)"
    )
    assert "More than chance would explain: low in April 2020 (20)." in sentence(chart)


def test_a_long_run_is_named_from_its_first_to_its_last_month() -> None:
    chart = run_of(11, 10, 11, 10, 11, 10, 11, 10, 14, 13, 13, 13, 12, 12)
    assert finding(chart) == "Referrals: a long run on one side of the average"
    assert (
        "From November 2019 to June 2020 it stayed below its average for longer than "
        "chance would explain."
    ) in sentence(chart)


def test_too_few_months_to_tell() -> None:
    chart = run_of(10, 40, 10)
    assert "too few months" in finding(chart)
    assert "a change cannot be told from chance" in sentence(chart)
    assert "no more than chance" not in sentence(chart)


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (
            Status.SUPPRESSED,
            "December 2019 and January 2020: hidden to protect children.",
        ),
        (Status.NOT_SUPPLIED, "December 2019 and January 2020: not supplied."),
    ],
)
def test_what_is_missing_is_said_and_by_its_reason(gap, said) -> None:
    assert said in sentence(run_of(10, None, None, 11, gap=gap))


def test_a_year_of_which_nothing_is_shown_does_not_list_every_month() -> None:
    assert sentence(run_of(None, None)).endswith(
        "Every month: hidden to protect children."
    )


def test_bars_say_every_group_and_the_hidden_one() -> None:
    assert sentence(EVERY_CHART["bars"]) == (
        "Referrals by age. Under 1: 4; 1 to 4: 0; 5 to 9: hidden to protect children; "
        "10 to 15: 9."
    )


def test_the_highest_group_is_only_claimed_of_those_shown() -> None:
    shown = bars_of(Bar("a", Decimal(4)), Bar("b", Decimal(9)))
    some = bars_of(
        Bar("a", Decimal(4)), Bar("b", Decimal(9)), Bar("c", None, Status.SUPPRESSED)
    )
    level = bars_of(Bar("a", Decimal(4)), Bar("b", Decimal(4)))
    assert finding(shown) == "Referrals by age: highest for b, 9"
    assert finding(some) == "Referrals by age: highest for b of the groups shown, 9"
    assert finding(level) == "Referrals by age: several groups are level"


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ((70, 80, 90), "At least two groups differ by more than their 95 % intervals."),
        ((45, 55, 65), "The 95 % intervals overlap: the differences may be chance."),
    ],
)
def test_shares_of_small_numbers_are_compared_by_their_intervals(second, said) -> None:
    low, value, high = (Decimal(part) for part in second)
    chart = bars_of(
        Bar("a", Decimal(50), low=Decimal(40), high=Decimal(60)),
        Bar("b", value, low=low, high=high),
        unit=Unit.PER_CENT,
    )
    assert said in sentence(chart)


def test_a_structure_in_words() -> None:
    assert sentence(tree()) == "To the Executive report: Reviews and Early help."


def test_a_table_says_what_the_drawing_says() -> None:
    rows = table(run_of(50, 51, None, 51, 50, 20, 50, 51, 50, 51, 50))
    assert rows.header == ("Month", "Referrals", "More than chance?")
    assert rows.rows[2] == (
        "January 2020",
        "hidden to protect children",
        "cannot be said",
    )
    assert rows.rows[5] == ("April 2020", "20", "yes, low")
    assert rows.rows[6] == ("May 2020", "50", "no")


def test_a_table_without_limits_does_not_speak_of_chance() -> None:
    assert table(run_of(1, 2, 3)).header == ("Month", "Referrals")


def test_a_stock_says_where_it_began_and_ended_and_claims_no_chance() -> None:
    chart = replace(run_of(210, 214, None, 223, unit=Unit.CHILD), carries_over=True)
    assert finding(chart) == (
        "Referrals: from 210 in November 2019 to 223 in February 2020"
    )
    assert sentence(chart) == (
        "Referrals by month ran from 210 (November 2019) to 223 (February 2020). "
        "Many of the same children are counted month after month, so limits of chance "
        "are not drawn. January 2020: hidden to protect children."
    )


@pytest.mark.parametrize("carries_over", [True, False])
def test_nought_each_time_says_nothing_of_children_or_chance(carries_over) -> None:
    chart = replace(run_of(0, 0, None, 0), carries_over=carries_over)
    assert sentence(chart) == (
        "Referrals by month: 0 each time. January 2020: hidden to protect children."
    )
