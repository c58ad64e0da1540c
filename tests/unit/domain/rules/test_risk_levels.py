"""The matrix of risks of the system, and which way they move."""

from __future__ import annotations

import pytest

from kith.domain.rules.risk_levels import Level, Mark, Trend, trend, why_not_mark


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [
        (1, 3, Level.LOW),
        (2, 2, Level.MODERATE),
        (2, 3, Level.MODERATE),
        (2, 4, Level.HIGH),
        (3, 4, Level.HIGH),
        (3, 5, Level.VERY_HIGH),
        (5, 5, Level.VERY_HIGH),
    ],
)
def test_bands(likelihood: int, impact: int, level: Level) -> None:
    assert Mark(likelihood, impact).level is level


@pytest.mark.parametrize("outside", [(0, 1), (6, 1), (1, 0), (1, 6)])
def test_outside_the_matrix(outside: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        Mark(*outside)


@pytest.mark.parametrize(
    ("marks", "which"),
    [
        ([], Trend.FIRST),
        ([Mark(3, 3)], Trend.FIRST),
        ([Mark(3, 3), Mark(4, 3)], Trend.RISING),
        ([Mark(3, 4), Mark(4, 3)], Trend.STEADY),
        ([Mark(5, 5), Mark(1, 1), Mark(1, 1)], Trend.STEADY),
        ([Mark(4, 4), Mark(3, 4)], Trend.FALLING),
    ],
)
def test_the_trend_is_of_the_last_two(marks: list[Mark], which: Trend) -> None:
    assert trend(marks) is which


def test_what_is_left_is_no_more_than_there_was() -> None:
    assert why_not_mark(Mark(3, 3), before=Mark(3, 3), what="The target") == ""
    assert "The target" in why_not_mark(
        Mark(4, 3), before=Mark(3, 3), what="The target"
    )
