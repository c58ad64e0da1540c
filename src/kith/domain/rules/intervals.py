"""How sure a share or a rate is, and which areas differ by more than chance.

Sources: E. B. Wilson (1927) for shares; Byar's approximation for rates, and both for the
limits of funnel plots, as in Association of Public Health Observatories, Technical
Briefing 3 (2008), and Public Health England's technical guide to public health profiles.
"""

from __future__ import annotations

from decimal import Decimal
from math import sqrt


Z_95 = 1.959964
Z_998 = 3.090232
"""95 % and 99.8 %: the two limits that a funnel plot draws."""


def wilson(
    numerator: int, denominator: int, z: float = Z_95
) -> tuple[Decimal, Decimal]:
    """Wilson's interval of a share, in per cent.

    Raises:
        ValueError: nobody is counted, or more than there are.
    """
    if not 0 <= numerator <= denominator or denominator == 0:
        raise ValueError("a share needs a numerator within its denominator")
    return _score(numerator / denominator, denominator, z)


def byar(
    count: int, population: int, multiplier: int, z: float = Z_95
) -> tuple[Decimal, Decimal]:
    """Byar's interval of a rate: a count per so many of a population.

    Raises:
        ValueError: the count is negative, or there is no population.
    """
    if count < 0 or population <= 0:
        raise ValueError("a rate needs a count and a population")
    low, high = _byar(count, z)
    scale = multiplier / population
    return _decimal(low * scale), _decimal(high * scale)


def share_limits(
    centre: Decimal, denominator: int, z: float = Z_95
) -> tuple[Decimal, Decimal]:
    """Between which shares an area of this size lies by chance, around a share in per cent."""
    if denominator <= 0:
        raise ValueError("a funnel needs somebody counted")
    return _score(float(centre) / 100, denominator, z)


def rate_limits(
    centre: Decimal, population: int, multiplier: int, z: float = Z_95
) -> tuple[Decimal, Decimal]:
    """Between which rates an area of this population lies by chance, around a rate."""
    if population <= 0:
        raise ValueError("a funnel needs a population")
    expected = float(centre) * population / multiplier
    low, high = _byar_of(expected, z)
    scale = multiplier / population
    return _decimal(low * scale), _decimal(high * scale)


def _score(share: float, denominator: int, z: float) -> tuple[Decimal, Decimal]:
    spread = z * sqrt(share * (1 - share) / denominator + z**2 / (4 * denominator**2))
    middle = share + z**2 / (2 * denominator)
    scale = 1 + z**2 / denominator
    low = max((middle - spread) / scale, 0.0) * 100
    high = min((middle + spread) / scale, 1.0) * 100
    return _decimal(low), _decimal(high)


def _byar(count: int, z: float) -> tuple[float, float]:
    """The interval of a count: its upper end is that of one more."""
    low = _byar_of(count, z)[0] if count else 0.0
    return low, _byar_of(count + 1, z)[1]


def _byar_of(expected: float, z: float) -> tuple[float, float]:
    if expected <= 0:
        return 0.0, 0.0
    middle, reach = 1 - 1 / (9 * expected), z / (3 * sqrt(expected))
    return expected * max(middle - reach, 0.0) ** 3, expected * (middle + reach) ** 3


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.4f}")
