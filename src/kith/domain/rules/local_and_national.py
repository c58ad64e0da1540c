"""Whether our count and a published one of the same thing agree, as far as they are printed.

A local figure is counted later, from fuller records, or otherwise: it may differ, and a
reader is owed the reason. A difference that only rounding makes is none.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def agree(ours: Decimal, theirs: Decimal, *, places: int) -> bool:
    """Whether both are the same to so many decimal places: those of the coarser one."""
    return _to(ours, places) == _to(theirs, places)


def difference(ours: Decimal, theirs: Decimal, *, places: int) -> Decimal:
    """How far ours is above the published one, to so many decimal places."""
    return _to(ours, places) - _to(theirs, places)


def _to(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
