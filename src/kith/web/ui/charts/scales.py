"""Axes: round numbers that hold every value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Scale:
    """An axis from ``low`` to ``high`` on a drawing from ``start`` to ``end``."""

    low: Decimal
    high: Decimal
    step: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Where a value stands on the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)

    @property
    def ticks(self) -> list[Decimal]:
        """The values that are marked."""
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * index for index in range(count + 1)]


def scale(
    values: list[Decimal], *, start: float, end: float, from_zero: bool, marks: int = 4
) -> Scale:
    """An axis in round steps that holds every value, none of them negative.

    A bar's length is its value, so bars start at zero. A run chart does too unless
    its points all lie in the upper half, where their movement could not be seen.
    """
    top = max([*values, Decimal(0)]) or Decimal(1)
    low = Decimal(0)
    least = min(values, default=low)
    if not from_zero and least > top * Decimal("0.6"):
        step = round_step((top - least) / marks or top / marks)
        low = (least // step - 1) * step if least > step else Decimal(0)
    else:
        step = round_step(top / marks)
    high = low
    while high < top:
        high += step
    return Scale(low, high, step, start, end)


def round_step(rough: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, not below the rough step."""
    power = Decimal(10) ** rough.adjusted()
    for factor in _STEPS:
        if factor * power >= rough:
            return factor * power
    return Decimal(10) * power
