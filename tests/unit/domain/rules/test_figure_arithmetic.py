"""Figures that do not follow from their own parts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.figure_arithmetic import parts_fault, rate_fault, share_fault


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "fault"),
    [
        ("21.2", 192, 906, ""),
        ("21", 192, 906, ""),
        ("21.3", 192, 906, "192 of 906 is 21.2 per cent, not 21.3"),
        ("2.1", 192, 906, "192 of 906 is 21.2 per cent, not 2.1"),
        ("101.0", 101, 100, "101 of 100 is more than all of them"),
        ("0.0", 0, 0, "0.0 per cent of 0 cannot be"),
        # Alone, a percentage can only be impossible.
        ("33.3", None, 3, ""),
        ("35.0", None, 3, "no whole number of 3 is 35.0 per cent"),
        ("35", None, 20, ""),
    ],
)
def test_a_share(
    value: str, numerator: int | None, denominator: int, fault: str
) -> None:
    assert share_fault(Decimal(value), numerator, denominator) == fault


@pytest.mark.parametrize(
    ("value", "numerator", "per", "fault"),
    [
        ("198.4", 906, 10_000, ""),
        (
            "19.8",
            906,
            10_000,
            "906 ÷ 45,671 × 10,000 is 198.4, not 19.8: 10 times too small",
        ),
        (
            "1983.8",
            906,
            10_000,
            "906 ÷ 45,671 × 10,000 is 198.4, not 1983.8: 10 times too large",
        ),
        ("200.0", 906, 10_000, "906 ÷ 45,671 × 10,000 is 198.4, not 200.0"),
    ],
)
def test_a_rate(value: str, numerator: int, per: int, fault: str) -> None:
    assert rate_fault(Decimal(value), numerator, 45_671, per) == fault


def test_parts_that_miss_their_total() -> None:
    assert parts_fault([993, 453], 1446) == ""
    assert (
        parts_fault([993, 453], 1445)
        == "993 + 453 is 1,446, which is 1 more than 1,445"
    )
    assert parts_fault([], 3) == ""


@given(
    denominator=st.integers(1, 5000),
    places=st.integers(0, 2),
    data=st.data(),
)
def test_what_is_worked_out_right_is_never_a_fault(
    denominator: int, places: int, data: st.DataObject
) -> None:
    numerator = data.draw(st.integers(0, denominator))
    exact = Decimal(100) * numerator / denominator
    value = exact.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
    assert share_fault(value, numerator, denominator) == ""
    assert share_fault(value, None, denominator) == ""
