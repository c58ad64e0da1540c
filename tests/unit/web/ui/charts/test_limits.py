"""XmR limits and the two rules for more than chance, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kith.domain.vocabulary.figures import Unit
from kith.web.ui.charts.limits import Signal, limits, signals, stretches
from kith.web.ui.charts.tables import table
from kith.web.ui.charts.values import Annotation, RunChart
from kith.web.ui.charts.wording import finding, sentence
from tests.unit.web.ui.charts.drawn import STEADY, run_of


def test_limits_worked_by_hand() -> None:
    # value          10  12  11  13  12  11  10  12    sum 91, mean 11.375
    # moving range      2   1   2   1   1   1   2      sum 10, mean 10/7
    # reach = 2.66 by 10/7 = 3.8
    found = limits(run_of(*STEADY))
    assert found is not None
    assert found.centre == Decimal("11.375")
    assert found.upper == Decimal("11.375") + Decimal("26.6") / 7
    assert found.lower == Decimal("11.375") - Decimal("26.6") / 7


def test_a_moving_range_is_never_taken_across_a_gap() -> None:
    # 10 _ 30: neighbours in the row, but a month apart that nobody saw
    chart = run_of(10, None, 30, 30, 30, 30, 30, 30, 30)
    found = limits(chart)
    assert found is not None
    assert found.upper == found.centre == Decimal("27.5")


def test_eight_points_are_needed_for_limits() -> None:
    assert limits(run_of(*STEADY[:7])) is None
    assert limits(run_of(*STEADY[:7], None)) is None
    assert limits(run_of(*STEADY)) is not None


def test_limits_stop_where_a_value_cannot_go() -> None:
    wild = (0, 9, 0, 9, 0, 9, 0, 9)
    counts = limits(run_of(*wild))
    shares = limits(run_of(*(91 + value for value in wild), unit=Unit.PER_CENT))
    assert counts is not None
    assert shares is not None
    assert counts.lower == 0
    assert shares.upper == 100


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10, 12, 11, 13, 12, 11, 10, 12), {}),
        ((10, 11, 10, 11, 10, 30, 10, 11, 10, 11), {5: Signal.HIGH}),
        ((50, 51, 50, 51, 50, 20, 50, 51, 50, 51), {5: Signal.LOW}),
        # eight in a row below the mean of 11.5, then eight… only six above
        (
            (11, 10, 11, 10, 11, 10, 11, 10, 14, 13, 13, 13, 12, 12),
            dict.fromkeys(range(8), Signal.RUN_BELOW),
        ),
        # the same, but a hidden month parts the run in four and four
        ((11, 10, 11, 10, None, 11, 10, 11, 10, 14, 13, 12, 12), {}),
    ],
)
def test_more_than_chance(values, expected) -> None:
    assert signals(run_of(*values)) == expected


def test_the_same_children_month_after_month_have_no_limits_of_chance() -> None:
    """A stock leans on the month before, so independent limits would cry wolf."""
    growing = run_of(*range(200, 214), unit=Unit.CHILD)
    assert signals(growing)
    stock = replace(growing, carries_over=True)
    assert limits(stock) is None
    assert signals(stock) == {}


def test_a_step_that_the_period_cuts_short_is_held_against_no_other() -> None:
    whole = run_of(2, *STEADY)
    first, *others = whole.points
    cut = replace(whole, points=(replace(first, is_cut=True), *others))
    assert limits(cut) == limits(run_of(None, *STEADY))
    assert signals(whole) == {0: Signal.LOW}
    assert signals(cut) == {}


def _restarted(at: str, *values: int | None) -> RunChart:
    chart = run_of(*values)
    label = chart.points[[p.short for p in chart.points].index(at)].label
    event = Annotation(label, "schools close", restarts=True)
    return replace(chart, events=(event,))


def test_limits_start_anew_where_a_step_change_was_written() -> None:
    # eight around 50, then eight around 20: without the step change all are special
    before, after = (50, 51, 49, 50, 51, 49, 50, 51), (20, 21, 19, 20, 21, 19, 20, 21)
    plain = run_of(*before, *after)
    assert len(signals(plain)) == 16
    chart = _restarted(plain.points[8].short, *before, *after)
    first, second = stretches(chart)
    assert first.found is not None
    assert second.found is not None
    assert (first.found.centre, second.found.centre) == (
        Decimal("50.125"),
        Decimal("20.125"),
    )
    assert signals(chart) == {}
    assert limits(chart) == second.found


def test_a_stretch_with_too_few_points_has_no_limits_and_says_so() -> None:
    values = (50, 51, 49, 50, *STEADY)
    chart = _restarted(run_of(*values).points[4].short, *values)
    first, second = stretches(chart)
    assert first.found is None
    assert second.found is not None
    said = sentence(chart)
    label = chart.points[4].label
    assert f"Limits start anew in {label} (schools close)." in said
    assert "Before that there are fewer than 8 months" in said
    assert f"The changes since {label} are no more than chance would explain." in said
    assert f"no month since {label} differs by more than chance" in finding(chart)
    rows = table(chart)
    assert rows.header[-2:] == ("More than chance?", "What happened")
    assert [row[-2] for row in rows.rows[:5]] == ["cannot be said"] * 4 + ["no"]
    assert rows.rows[4][-1] == "schools close"


def test_too_few_points_on_both_sides_leave_no_limits() -> None:
    values = (50, 51, 49, 50, 20, 21, 19, 20)
    chart = _restarted(run_of(*values).points[4].short, *values)
    assert limits(chart) is None
    assert "too few months to tell" in finding(chart)
