"""An indicator: a definition whose figures agencies count at home."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.published.measures import QUESTIONS
from kith.domain.vocabulary.figures import Kind, Polarity, Unit


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kith.domain.vocabulary.periods import Period


CODE = re.compile(r"^[a-z][a-z0-9_]*$")
_SHARED = {Unit.PER_CENT, Unit.PER_10_000, Unit.PER_100_000}
_DIVIDED = {Kind.RATIO, Kind.RATE, Kind.TIMELINESS}


class RegisterError(ValueError):
    """An entry of the register is not a definition; the message says why."""


@dataclass(frozen=True)
class Break:
    """A day from which an indicator counts something else, and why."""

    on: date
    because: str


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One entry of the register.

    ``owner`` is the agency that counts it. ``denominator`` is empty for counts.
    """

    code: str
    title: str
    definition: str
    unit: Unit
    kind: Kind
    question: str
    owner: str
    numerator: str
    authority: str
    polarity: Polarity
    version: int
    valid_from: date
    denominator: str = ""
    doubt: str = ""
    is_process: bool = False
    breaks: Sequence[Break] = ()

    def broken_in(self, days: Period) -> Break | None:
        """The break that falls within some days, so that they count two things."""
        return next(
            (one for one in self.breaks if days.first < one.on <= days.last), None
        )

    def __post_init__(self) -> None:
        if not CODE.match(self.code):
            raise RegisterError(f"“{self.code}” is no code: use a_plain_word")
        if self.question not in dict(QUESTIONS):
            raise RegisterError(f"{self.code}: no question “{self.question}”")
        if self.version < 1:
            raise RegisterError(f"{self.code}: versions start at 1")
        divides = self.unit in _SHARED or self.kind in _DIVIDED
        if divides != bool(self.denominator):
            raise RegisterError(
                f"{self.code}: a share or rate names its denominator, a count has none"
            )
