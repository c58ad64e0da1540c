"""Values from counts: shares, rates and medians, exact to the last digit shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from kith.domain.rules.comparison import check_population_fits
from kith.domain.vocabulary.figures import Unit
from kith.evidence.measures.measure import CHILDHOOD


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.evidence.measures.measure import Measure


ONE_DECIMAL = Decimal("0.1")
PER = {
    Unit.PER_CENT: 100,
    Unit.PER_10_000: 10_000,
    Unit.PER_100_000: 100_000,
}


@dataclass(frozen=True)
class Estimate:
    """How many people, by which year's estimate, and what to say about it."""

    persons: int
    year: int
    note: str = ""


def per(numerator: int, denominator: int, unit: Unit) -> Decimal:
    """The numerator for every so many of the denominator, one decimal, half up."""
    exact = Decimal(numerator * PER[unit]) / Decimal(denominator)
    return exact.quantize(ONE_DECIMAL, ROUND_HALF_UP)


def median(counts: Mapping[int, int]) -> Decimal:
    """The middle one of whole numbers, given how often each occurs.

    Halfway between the middle two where their number is even.
    """
    total = sum(counts.values())
    low, high = (total - 1) // 2, total // 2
    passed = 0
    middle: list[int] = []
    for value in sorted(counts):
        passed += counts[value]
        while len(middle) < 2 and passed > (low, high)[len(middle)]:
            middle.append(value)
    return Decimal(sum(middle)) / 2


def check_rate(measure: Measure) -> None:
    """A rate needs a population of the ages it counts.

    Raises:
        Refused: the measure counts ages that the population leaves out.
    """
    check_population_fits(measure.title, measure.ages, CHILDHOOD)
