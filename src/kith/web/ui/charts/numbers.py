"""Numbers as they are printed: 1,755 and 21.2 % and 198.4."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kith.domain.vocabulary.figures import Unit


_ONE_PLACE = {Unit.PER_CENT, Unit.PER_10_000, Unit.PER_100_000}
_NO_BREAK = "\N{NO-BREAK SPACE}"


def number(value: Decimal, unit: Unit) -> str:
    """A value with its thousands marked; one decimal place for shares and rates.

    Money to the penny; whole pounds without pence."""
    if unit is Unit.POUNDS:
        return f"£{value:,.2f}".removesuffix(".00")
    if unit in _ONE_PLACE:
        said = f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP):,}"
    else:
        said = plain(value)
    return f"{said}{_NO_BREAK}%" if unit is Unit.PER_CENT else said


def plain(value: Decimal) -> str:
    """A count, a mean or a median: one decimal place at most, none where whole."""
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if rounded == rounded.to_integral_value():
        return f"{rounded.to_integral_value():,}"
    return f"{rounded:,}"


def unit_words(unit: Unit) -> str:
    """What the axis counts: "referrals", "per 10,000 aged 0 to 17"."""
    if unit is Unit.PER_10_000:
        return "per 10,000 aged 0 to 17"
    return unit.value
