"""Figures of an edition become charts, in order, gaps kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kith.domain.rules.intervals import wilson
from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period, month_of, quarter_of
from kith.web.ui.charts import bar_chart, run_chart
from kith.web.ui.charts.from_figures import cell_label


YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))


def cell(dimension, value, count, *, unit=Unit.CHILD, of=None, period=YEAR) -> Figure:
    """A figure of one cell; a count of None is hidden."""
    share = None if count is None or not of else Decimal(100) * count / of
    return Figure(
        measure="children_missing",
        area="E06000024",
        period=period,
        breakdown=(Cell(dimension, value),),
        numerator=count,
        denominator=of,
        value=share if of else (None if count is None else Decimal(count)),
        unit=unit,
        status=Status.SUPPRESSED if count is None else Status.SHOWN,
    )


def test_months_come_in_the_order_of_time_with_their_gaps() -> None:
    figures = [
        cell("month", "2020-02", None, period=month_of(2020, 2)),
        cell("month", "2020-01", 7, period=month_of(2020, 1)),
    ]
    chart = run_chart("Missing", figures, period="2020", place="Here")
    assert [(p.label, p.short, p.value, p.is_gap) for p in chart.points] == [
        ("January 2020", "Jan", Decimal(7), False),
        ("February 2020", "Feb", None, True),
    ]
    assert chart.step == "month"


def test_groups_come_in_their_own_order_and_not_known_last() -> None:
    values = ("not_known", "10-15", "unborn", "1-4")
    figures = [cell("age_band", value, 3) for value in values]
    chart = bar_chart("Missing", figures, period="2020", place="Here")
    assert [bar.label for bar in chart.bars] == [
        "Unborn",
        "1 to 4",
        "10 to 15",
        "Not known",
    ]


@pytest.mark.parametrize(
    ("dimension", "value", "label"),
    [
        ("month", "2020-03", "March 2020"),
        ("quarter", "2020-Q1", "January to March 2020"),
        ("ethnicity", "mixed", "Mixed or multiple ethnic groups"),
        ("sex", "not_known", "Not known"),
        ("agency", "police", "The police"),
        ("agency", "avon-school", "Avon school"),
    ],
)
def test_cells_in_words(dimension, value, label) -> None:
    assert cell_label(dimension, value) == label


def test_a_share_has_its_interval_and_a_count_has_none() -> None:
    share = [cell("sex", "male", 8, unit=Unit.PER_CENT, of=10)]
    bar = bar_chart("Share", share, period="2020", place="Here").bars[0]
    # Wilson's interval of 8 in 10, as tables of it print: 49.0 to 94.3
    assert (round(bar.low, 1), round(bar.high, 1)) == (Decimal("49.0"), Decimal("94.3"))
    count = bar_chart("Count", [cell("sex", "male", 8)], period="2020", place="Here")
    assert count.bars[0].low is None


def test_the_interval_stays_between_none_and_all() -> None:
    assert wilson(0, 3)[0] == 0
    assert wilson(3, 3)[1] == 100


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one figure"):
        run_chart("Missing", [], period="2020", place="Here")


def test_a_quarter_of_two_months_is_said_to_be_a_part() -> None:
    two_months = Period(date(2019, 11, 1), date(2019, 12, 31))
    figures = [
        cell("quarter", "2019-Q4", 5, period=two_months),
        cell("quarter", "2020-Q1", 9, period=quarter_of(2020, 1)),
    ]
    chart = run_chart("Missing", figures, period="14 months", place="Here")
    assert [(p.is_cut, p.note) for p in chart.points] == [
        (True, "part of a quarter"),
        (False, ""),
    ]
