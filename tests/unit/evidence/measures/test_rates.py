"""Shares, rates and medians are exact, halves upwards."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.comparison import Refused
from kith.domain.vocabulary.figures import Unit
from kith.evidence.measures import MEASURES
from kith.evidence.measures.rates import check_rate, median, per


@pytest.mark.parametrize(
    ("numerator", "denominator", "unit", "value"),
    [
        (192, 906, Unit.PER_CENT, "21.2"),
        (1, 16, Unit.PER_CENT, "6.3"),
        (1, 8, Unit.PER_CENT, "12.5"),
        (1, 2000, Unit.PER_10_000, "5.0"),
        (17, 123456, Unit.PER_100_000, "13.8"),
        (0, 7, Unit.PER_CENT, "0.0"),
    ],
)
def test_per(numerator: int, denominator: int, unit: Unit, value: str) -> None:
    assert str(per(numerator, denominator, unit)) == value


@given(st.lists(st.integers(-3, 90), min_size=1, max_size=30))
def test_the_median_is_the_middle_one(lengths: list[int]) -> None:
    middle = statistics.median([Decimal(length) for length in lengths])
    assert median(Counter(lengths)) == middle


def test_plans_that_run_to_25_make_no_rate_on_ages_0_to_17() -> None:
    plans = replace(MEASURES["ehc_plans_open"], code="ehc_plan_rate")
    with pytest.raises(Refused, match="ages 0 to 25"):
        check_rate(plans)
    check_rate(MEASURES["referral_rate"])
