"""Whether a printed figure follows from its own parts; the arithmetic where it does not.

Reports have printed rates ten times too small, parts that miss their total by one, and
percentages that no whole number of the whole makes. Each is a slip that a reader can
find, so it is found first, on entry.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence


_TENFOLD = (Decimal(10), Decimal(100), Decimal(1000))


def share_fault(value: Decimal, numerator: int | None, denominator: int) -> str:
    """What is wrong with a percentage of a whole; empty where it follows.

    ``value`` in per cent, to as many places as it is printed with.
    """
    if denominator <= 0:
        return f"{value} per cent of {denominator} cannot be"
    if numerator is None:
        return _no_whole_number(value, denominator)
    if numerator > denominator:
        return f"{numerator:,} of {denominator:,} is more than all of them"
    right = _printed(Decimal(100) * numerator / denominator, value)
    if right == value:
        return ""
    return f"{numerator:,} of {denominator:,} is {right} per cent, not {value}"


def rate_fault(value: Decimal, numerator: int, denominator: int, per: int) -> str:
    """What is wrong with a rate per so many; empty where it follows."""
    if denominator <= 0:
        return f"a rate of {denominator} people cannot be"
    exact = Decimal(per) * numerator / denominator
    right = _printed(exact, value)
    if right == value:
        return ""
    sum_ = f"{numerator:,} ÷ {denominator:,} × {per:,} is {right}, not {value}"
    for factor in _TENFOLD:
        if _printed(exact / factor, value) == value:
            return f"{sum_}: {factor} times too small"
        if _printed(exact * factor, value) == value:
            return f"{sum_}: {factor} times too large"
    return sum_


def parts_fault(parts: Sequence[int], total: int) -> str:
    """What is wrong with parts that make a total; empty where they add up, or are none."""
    added = sum(parts)
    if added == total or not parts:
        return ""
    sum_ = " + ".join(f"{one:,}" for one in parts)
    more = "more" if added > total else "less"
    return f"{sum_} is {added:,}, which is {abs(added - total):,} {more} than {total:,}"


def _no_whole_number(value: Decimal, denominator: int) -> str:
    nearest = int((value * denominator / 100).to_integral_value(ROUND_HALF_UP))
    if any(
        _printed(Decimal(100) * count / denominator, value) == value
        for count in (nearest - 1, nearest, nearest + 1)
        if 0 <= count <= denominator
    ):
        return ""
    return f"no whole number of {denominator:,} is {value} per cent"


def _printed(exact: Decimal, like: Decimal) -> Decimal:
    """The exact value to as many places as the other one has."""
    return exact.quantize(Decimal(1).scaleb(_exponent(like)), ROUND_HALF_UP)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
