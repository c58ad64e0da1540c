"""Whether somebody's figures may stand beside those of other areas: only where they said so.

Source: the partnerships' own rule for comparing areas: a figure is shown beside others
with the consent of the area that owns it, and of the police or health where the figure
is theirs. Nothing said is no.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Answer(StrEnum):
    """What an owner said of showing figures beside others'."""

    GIVEN = "GIVEN"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


ANSWER_WORDS = {
    Answer.GIVEN: "Yes, they may be shown beside others",
    Answer.REFUSED: "No",
    Answer.WITHDRAWN: "No longer",
}
EVERY_MEASURE = ""
"""An answer that names no measure is about all of them."""


@dataclass(frozen=True)
class Answered:
    """One answer: about a measure or every one, and for which days where it is a yes."""

    measure: str
    answer: Answer
    first_on: date
    last_on: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it is a yes that holds on the day."""
        begun = self.first_on <= day
        over = self.last_on is not None and day > self.last_on
        return self.answer is Answer.GIVEN and begun and not over


def consents(told: Sequence[Answered], measure: str, day: date) -> bool:
    """Whether the owner's answers, the oldest first, let the measure be shown on the day.

    The latest answer about the measure itself holds. A later no to every measure ends a
    yes to one; a later yes to every measure does not undo a no to one.
    """
    own = _latest(told, measure)
    every = _latest(told, EVERY_MEASURE)
    if own is not None:
        at, said = own
        if said.answer is not Answer.GIVEN:
            return False
        ended = every and every[0] > at and every[1].answer is not Answer.GIVEN
        if said.covers(day) and not ended:
            return True
    return every is not None and every[1].covers(day)


def _latest(told: Sequence[Answered], measure: str) -> tuple[int, Answered] | None:
    own = [(at, one) for at, one in enumerate(told) if one.measure == measure]
    return own[-1] if own else None
