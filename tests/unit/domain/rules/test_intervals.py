"""Intervals and the limits of funnel plots, against values printed elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.intervals import (
    Z_95,
    Z_998,
    byar,
    rate_limits,
    share_limits,
    wilson,
)


NEAR = Decimal("0.05")


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        # Wilson's own form, worked by hand to one place
        (0, 10, "0.0", "27.8"),
        (1, 10, "1.8", "40.4"),
        (5, 10, "23.7", "76.3"),
        (10, 10, "72.2", "100.0"),
        (81, 263, "25.5", "36.6"),  # Newcombe (1998), table I
    ],
)
def test_wilson(numerator: int, denominator: int, low: str, high: str) -> None:
    found = wilson(numerator, denominator)
    assert abs(found[0] - Decimal(low)) < NEAR
    assert abs(found[1] - Decimal(high)) < NEAR


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        # per 100 of 100 people: the interval of the count itself. The exact Poisson
        # limits are 0 to 3.69, 4.80 to 18.39, 81.36 to 121.63.
        (0, "0.00", "3.68"),
        (10, "4.79", "18.39"),
        (100, "81.36", "121.63"),
    ],
)
def test_byar(count: int, low: str, high: str) -> None:
    found = byar(count, 100, 100)
    assert abs(found[0] - Decimal(low)) < NEAR
    assert abs(found[1] - Decimal(high)) < NEAR


def test_nobody_counted_has_no_interval() -> None:
    for counts in ((0, 0), (3, 2), (-1, 4)):
        with pytest.raises(ValueError, match="numerator within"):
            wilson(*counts)
    for count, population in ((1, 0), (-1, 10)):
        with pytest.raises(ValueError, match="a count and a population"):
            byar(count, population, 10_000)


sizes = st.integers(min_value=1, max_value=1_000_000)


@given(st.data(), sizes)
def test_a_share_lies_within_its_interval(data: st.DataObject, size: int) -> None:
    count = data.draw(st.integers(min_value=0, max_value=size))
    low, high = wilson(count, size)
    share = Decimal(count) / size * 100
    slack = Decimal("0.0001")
    assert 0 <= low <= share + slack
    assert share - slack <= high <= 100


@given(st.integers(min_value=0, max_value=50_000), sizes)
def test_a_rate_lies_within_its_interval(count: int, size: int) -> None:
    low, high = byar(count, size, 10_000)
    rate = Decimal(count) / size * 10_000
    slack = Decimal("0.0002") + rate / 1000
    assert 0 <= low <= rate + slack
    assert rate - slack <= high


@given(st.integers(min_value=1, max_value=99), sizes, sizes)
def test_a_funnel_narrows_as_areas_grow(centre: int, one: int, two: int) -> None:
    small, large = sorted((one, two))
    for limits in (
        lambda size, z: share_limits(Decimal(centre), size, z),
        lambda size, z: rate_limits(Decimal(centre), size, 10_000, z),
    ):
        (low, high), (inner_low, inner_high) = limits(small, Z_95), limits(large, Z_95)
        assert high - low + Decimal("0.001") >= inner_high - inner_low
        wide_low, wide_high = limits(large, Z_998)
        assert wide_low <= inner_low
        assert inner_high <= wide_high
