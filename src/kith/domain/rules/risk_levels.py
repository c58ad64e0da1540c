"""How much a risk of the system matters, in words, and which way it moves.

A risk here is of the system that protects children, never of a child: nothing in this
module may be asked about a person.

Source: the five-by-five matrix of the National Patient Safety Agency ("A risk matrix
for risk managers", 2008), which health bodies still use and councils mostly follow.
The words of the five steps and the edges of the bands differ by area, so a partnership
that has its own replaces these tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence


STEPS = (1, 2, 3, 4, 5)

LIKELIHOOD = {
    1: "Rare",
    2: "Unlikely",
    3: "Possible",
    4: "Likely",
    5: "Almost certain",
}
"""How likely the event is, from the least."""

IMPACT = {1: "Slight", 2: "Minor", 3: "Moderate", 4: "Major", 5: "Severe"}
"""How much it would matter for children, from the least."""


class Level(StrEnum):
    """The band of a likelihood and an impact taken together."""

    LOW = "Low"
    MODERATE = "Moderate"
    HIGH = "High"
    VERY_HIGH = "Very high"


BANDS = ((3, Level.LOW), (6, Level.MODERATE), (12, Level.HIGH), (25, Level.VERY_HIGH))
"""The highest product of each band."""


class Trend(StrEnum):
    """Which way a risk moves, from its last two dated reviews."""

    FIRST = "First review"
    RISING = "Rising"
    STEADY = "Steady"
    FALLING = "Falling"


@dataclass(frozen=True)
class Mark:
    """A likelihood and an impact, each from 1 to 5.

    Raises:
        ValueError: either lies outside the matrix.
    """

    likelihood: int
    impact: int

    def __post_init__(self) -> None:
        if self.likelihood not in STEPS or self.impact not in STEPS:
            raise ValueError("likelihood and impact are whole numbers from 1 to 5")

    @property
    def product(self) -> int:
        """Likelihood times impact, from 1 to 25."""
        return self.likelihood * self.impact

    @property
    def level(self) -> Level:
        """The band, in words."""
        return next(level for edge, level in BANDS if self.product <= edge)

    @property
    def words(self) -> str:
        """As people read it: "High (12): likely, moderate"."""
        return (
            f"{self.level} ({self.product}): {LIKELIHOOD[self.likelihood].lower()}, "
            f"{IMPACT[self.impact].lower()}"
        )


def trend(marks: Sequence[Mark]) -> Trend:
    """Which way a risk moves; ``marks`` in the order of their dates.

    The last review is compared with the one before: a person's feeling about the
    direction is never typed in.
    """
    if len(marks) < 2:
        return Trend.FIRST
    before, now = marks[-2].product, marks[-1].product
    if now == before:
        return Trend.STEADY
    return Trend.RISING if now > before else Trend.FALLING


def why_not_mark(mark: Mark, *, before: Mark, what: str) -> str:
    """Why a mark cannot stand beside the one before controls; empty where it can.

    Controls make a risk smaller or leave it: what is left, or aimed at, cannot be more
    than there was before any of them.
    """
    if mark.product <= before.product:
        return ""
    return f"{what} cannot be higher than before controls ({before.product})."
