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
    low, high = _byar(float(centre) * population / multiplier, z)
    scale = multiplier / population
    return _decimal(low * scale), _decimal(high * scale)


def _score(share: float, denominator: int, z: float) -> tuple[Decimal, Decimal]:
    spread = z * sqrt(share * (1 - share) / denominator + z**2 / (4 * denominator**2))
    middle = share + z**2 / (2 * denominator)
    scale = 1 + z**2 / denominator
    low = max((middle - spread) / scale, 0.0) * 100
    high = min((middle + spread) / scale, 1.0) * 100
    return _decimal(low), _decimal(high)


def _byar(count: float, z: float) -> tuple[float, float]:
    """The limits of a count, or of one expected: the upper is that of one more."""
    low = 0.0
    if count > 0:
        low = count * max(1 - 1 / (9 * count) - z / (3 * sqrt(count)), 0.0) ** 3
    more = count + 1
    return low, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.4f}")
