"""What may be done with a figure, the permission beside the refusal."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.comparison import (
    Refused,
    check_may_average,
    check_may_compare,
    check_may_sum,
    check_parts_make_total,
    check_population_fits,
    check_same_days,
)
from kith.domain.vocabulary.figures import Kind, Unit
from kith.domain.vocabulary.periods import (
    Period,
    calendar_year,
    financial_year,
    month_of,
    quarter_of,
    rolling_twelve_months,
)


FOURTEEN_MONTHS = Period(date(2019, 11, 1), date(2020, 12, 31))


def test_a_flow_may_be_summed_over_months() -> None:
    check_may_sum(Kind.FLOW, "months")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FLOW])
def test_nothing_else_may_be_summed(kind: Kind) -> None:
    with pytest.raises(Refused, match=r"may not be summed over months: count it again"):
        check_may_sum(kind, "months")


@pytest.mark.parametrize("unit", [Unit.CHILD, Unit.REFERRAL])
def test_a_count_may_be_averaged(unit: Unit) -> None:
    check_may_average(unit)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (Unit.PER_CENT, "Percentages may not be averaged"),
        (Unit.PER_10_000, "Rates per 10,000 may not be averaged"),
        (Unit.PER_100_000, "Rates per 100,000 may not be averaged"),
        (Unit.WORKING_DAYS, "Medians in working days may not be averaged"),
        (Unit.DAYS, "Medians in days may not be averaged"),
    ],
)
def test_a_share_rate_or_median_is_never_averaged(unit: Unit, said: str) -> None:
    with pytest.raises(Refused, match=f"{said}: (add|take) the"):
        check_may_average(unit)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (financial_year(2019), financial_year(2020)),
        (financial_year(2019), calendar_year(2020)),
        (calendar_year(2019), rolling_twelve_months(date(2020, 2, 29))),
        (month_of(2020, 1), month_of(2020, 2)),
        (quarter_of(2020, 1), quarter_of(2020, 4)),
        (
            Period(date(2020, 1, 6), date(2020, 1, 12)),
            Period(date(2020, 2, 3), date(2020, 2, 9)),
        ),
    ],
    ids=["years", "year kinds", "leap year", "months", "quarters", "weeks"],
)
def test_periods_of_one_length_may_be_compared(first: Period, second: Period) -> None:
    check_may_compare(first, second)
    check_may_compare(second, first)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (FOURTEEN_MONTHS, financial_year(2019), "one is twelve months"),
        (month_of(2020, 1), calendar_year(2019), "one is twelve months"),
        (month_of(2020, 1), quarter_of(2020, 1), "not of the same length"),
        (FOURTEEN_MONTHS, quarter_of(2020, 1), "not of the same length"),
        (
            Period(date(2020, 1, 6), date(2020, 1, 12)),
            Period(date(2020, 2, 3), date(2020, 2, 10)),
            "not of the same length",
        ),
    ],
    ids=["14 months", "month to year", "month to quarter", "no year", "days"],
)
def test_periods_of_two_lengths_are_refused(
    first: Period, second: Period, why: str
) -> None:
    for pair in ((first, second), (second, first)):
        with pytest.raises(Refused, match="may not be compared with") as refused:
            check_may_compare(*pair)
        assert why in str(refused.value)


def test_the_refusal_names_both_periods() -> None:
    with pytest.raises(Refused) as refused:
        check_may_compare(FOURTEEN_MONTHS, financial_year(2019))
    assert str(refused.value) == (
        "November 2019 to December 2020 (14 months) may not be compared with "
        "April 2019 to March 2020 (12 months): one is twelve months and the other "
        "is not."
    )


@pytest.mark.parametrize("counted", [(0, 17), (-1, 17)], ids=["children", "unborn"])
def test_a_rate_on_its_own_ages_is_allowed(counted: tuple[int, int]) -> None:
    check_population_fits("Protection plans", counted, (0, 17))


@pytest.mark.parametrize("counted", [(0, 25), (10, 17), (16, 24)])
def test_a_rate_on_other_ages_is_refused(counted: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refused:
        check_population_fits("EHC plans", counted, (0, 17))
    assert str(refused.value) == (
        f"EHC plans: ages {counted[0]} to {counted[1]} are counted, so no rate may "
        "be made of them on the population aged 0 to 17."
    )


def test_parts_that_make_the_total_are_allowed() -> None:
    check_parts_make_total(1445, [993, 452], "LADO contacts")
    check_parts_make_total(0, [], "LADO contacts")


def test_a_total_whose_parts_do_not_add_up_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_parts_make_total(1445, [993, 453], "LADO contacts")
    assert str(refused.value) == (
        "LADO contacts: the parts add up to 1,446 and the total says 1,445, so "
        "neither is printed until they agree."
    )


def test_a_stock_may_stand_beside_that_of_any_other_day() -> None:
    check_may_compare(FOURTEEN_MONTHS, calendar_year(2020), kind=Kind.SNAPSHOT)


def test_a_number_of_others_is_for_the_same_days_unless_it_is_a_stock() -> None:
    year, other = calendar_year(2020), financial_year(2020)
    check_same_days(year, year)
    check_same_days(year, other, kind=Kind.SNAPSHOT)
    with pytest.raises(Refused, match="they are not the same days"):
        check_same_days(year, other)
    with pytest.raises(Refused, match="one is twelve months and the other is not"):
        check_same_days(FOURTEEN_MONTHS, year)
