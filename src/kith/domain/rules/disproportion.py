"""Is it the same for every group of children? A group's rate beside everybody's.

Working Together asks partners to look at disproportionality; it names no method. Kith
holds each group's 95 % interval against the value of all children together, says
nothing where fewer than five are counted, and never says why a difference is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.rules.funnel import interval_of, value_of


if TYPE_CHECKING:
    from decimal import Decimal

    from kith.domain.vocabulary.figures import Unit


FEWEST_COUNTED = 5


class Beside(StrEnum):
    """A group beside all children together."""

    HIGHER = "higher than for all, by more than chance would explain"
    LOWER = "lower than for all, by more than chance would explain"
    NO_TELLING = "no further from all than chance would explain"
    TOO_FEW = "too few are counted to say"


@dataclass(frozen=True)
class GroupBeside:
    """How a group's value stands to that of all: the ratio, its interval, the verdict."""

    ratio: Decimal
    low: Decimal
    high: Decimal
    verdict: Beside


def beside_all(
    count: int, size: int, everybody: Decimal, unit: Unit
) -> GroupBeside | None:
    """A group's share or rate beside everybody's; None where it is neither, or where
    nobody at all is counted."""
    interval = interval_of(count, size, unit)
    if interval is None or everybody <= 0:
        return None
    low, high = (end / everybody for end in interval)
    ratio = value_of(count, size, unit) / everybody
    return GroupBeside(ratio, low, high, _verdict(count, low, high))


def _verdict(count: int, low: Decimal, high: Decimal) -> Beside:
    if count < FEWEST_COUNTED:
        return Beside.TOO_FEW
    if low > 1:
        return Beside.HIGHER
    return Beside.LOWER if high < 1 else Beside.NO_TELLING
