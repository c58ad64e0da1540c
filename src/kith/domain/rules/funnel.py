"""Which areas differ by more than chance: a funnel plot's limits, and what they say.

Areas differ in size, and small ones stray further by chance alone, so areas are held
against limits that widen as they get smaller, never ranked. Two limits: 19 of 20 areas
lie within the inner, 499 of 500 within the outer, where chance alone is at work.
Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance (2005);
limits as in `intervals`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.rules.intervals import (
    Z_95,
    Z_998,
    byar,
    rate_limits,
    share_limits,
    wilson,
)
from kith.domain.vocabulary.figures import Unit


if TYPE_CHECKING:
    from collections.abc import Sequence


FEWEST_AREAS = 3
"""Of two, each is half of what it is held against."""
MULTIPLIERS = {Unit.PER_10_000: 10_000, Unit.PER_100_000: 100_000}


class Place(StrEnum):
    """Where an area lies; the word that is printed."""

    WITHIN = "no"
    BETWEEN = "perhaps"
    OUTSIDE = "yes"


@dataclass(frozen=True)
class AreaCount:
    """An area's count, and what it is a share or a rate of."""

    area: str
    numerator: int
    denominator: int


@dataclass(frozen=True)
class Judged:
    """An area in the funnel: its value, its own 95 % interval, and where it lies."""

    area: str
    size: int
    value: Decimal
    interval: tuple[Decimal, Decimal]
    place: Place


@dataclass(frozen=True)
class Funnel:
    """All areas together, and each against it."""

    centre: Decimal
    judged: tuple[Judged, ...]


def funnel(counts: Sequence[AreaCount], unit: Unit) -> Funnel | None:
    """Each area against all of them together; None of too few areas, or of what is no
    share and no rate, since counts of areas of different size cannot be compared."""
    usable = [one for one in counts if _is_usable(one, unit)]
    if len(usable) < FEWEST_AREAS:
        return None
    scale = _scale(unit)
    total = sum(one.denominator for one in usable)
    centre = Decimal(sum(one.numerator for one in usable)) * scale / total
    return Funnel(centre, tuple(_judged(one, centre, unit) for one in usable))


def limits_at(
    centre: Decimal, size: int, unit: Unit, z: float
) -> tuple[Decimal, Decimal]:
    """Between which values an area of this size lies by chance."""
    if unit is Unit.PER_CENT:
        return share_limits(centre, size, z)
    return rate_limits(centre, size, MULTIPLIERS[unit], z)


def interval_of(count: int, size: int, unit: Unit) -> tuple[Decimal, Decimal] | None:
    """The 95 % interval of a share or a rate; None of anything else."""
    if not _is_usable(AreaCount("", count, size), unit):
        return None
    if unit is Unit.PER_CENT:
        return wilson(count, size)
    return byar(count, size, MULTIPLIERS[unit])


def value_of(count: int, size: int, unit: Unit) -> Decimal:
    """The share in per cent, or the rate."""
    return Decimal(count) * _scale(unit) / size


def _judged(one: AreaCount, centre: Decimal, unit: Unit) -> Judged:
    value = value_of(one.numerator, one.denominator, unit)
    interval = interval_of(one.numerator, one.denominator, unit)
    assert interval is not None  # only usable counts come here
    place = Place.WITHIN
    for z, further in ((Z_95, Place.BETWEEN), (Z_998, Place.OUTSIDE)):
        low, high = limits_at(centre, one.denominator, unit, z)
        if not low <= value <= high:
            place = further
    return Judged(one.area, one.denominator, value, interval, place)


def _is_usable(one: AreaCount, unit: Unit) -> bool:
    if one.denominator <= 0 or one.numerator < 0:
        return False
    if unit is Unit.PER_CENT:
        return one.numerator <= one.denominator
    return unit in MULTIPLIERS


def _scale(unit: Unit) -> int:
    return 100 if unit is Unit.PER_CENT else MULTIPLIERS[unit]
