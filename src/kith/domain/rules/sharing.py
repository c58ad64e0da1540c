"""Whether a return may be taken in: on an agreement, on an override, or not at all.

Sources: Children Act 2004 s11, s16E (the duty to work together that most sharing rests
on); UK GDPR Art 6(1)(e), 9(2)(g); Data sharing: a code of practice (ICO 2021), which
expects an agreement and does not make one a condition of the law. So counts of nobody in
particular need none, and a controller may decide without one, for a recorded reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


LAPSE_WARNINGS = (timedelta(days=90), timedelta(days=60), timedelta(days=30))
"""How long before its last day an agreement begins to be a need of those who hold it.
Local practice; the ICO's code asks for regular review and names no interval."""


class Verdict(StrEnum):
    """What becomes of a return."""

    ALLOWED = "allowed"
    WARNED = "warned"
    REFUSED = "refused"


class Ground(StrEnum):
    """What a return is taken in on."""

    AGREEMENT = "agreement"
    OVERRIDE = "override"
    NO_PERSON = "no_person"
    NONE = "none"


@dataclass(frozen=True)
class Term:
    """The days, both included, for which an agreement holds; no end where none is said."""

    first: date
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        """Begun and not over on the day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def has_lapsed_by(self, day: date) -> bool:
        """Whether it held once and does no longer."""
        return self.last is not None and self.last < day


@dataclass(frozen=True)
class Judgement:
    """What becomes of a return, on what ground, and the sentence for whoever sends it."""

    verdict: Verdict
    ground: Ground
    words: str


def judged(
    *, is_child_level: bool, terms: Iterable[Term], is_overridden: bool, day: date
) -> Judgement:
    """Whether a return may be taken in on the day.

    ``terms`` are those of every agreement that names the feed, the agency and the area.
    A lapse loses nothing: the return stays due, and renewing the agreement, or the
    controller's decision, lets it in.
    """
    known = tuple(terms)
    if any(one.holds_on(day) for one in known):
        return Judgement(Verdict.ALLOWED, Ground.AGREEMENT, "")
    if is_overridden:
        return Judgement(
            Verdict.ALLOWED,
            Ground.OVERRIDE,
            "No agreement holds. The controller decided to share all the same, and "
            "recorded why.",
        )
    why = (
        "The agreement for this has lapsed."
        if any(one.has_lapsed_by(day) for one in known)
        else "No agreement names this."
    )
    if is_child_level:
        return Judgement(
            Verdict.REFUSED,
            Ground.NONE,
            f"{why} Rows about children are not taken in without one. Nothing is lost: "
            "the return stays due. Renew the agreement, ask the controller to decide, "
            "or send figures counted at home, which need none.",
        )
    return Judgement(
        Verdict.WARNED,
        Ground.NO_PERSON,
        f"{why} Figures about nobody in particular may be sent without one.",
    )


def warns_of_lapse(last: date | None, day: date) -> bool:
    """Whether the end of an agreement is near enough to act on, or past."""
    return last is not None and last - max(LAPSE_WARNINGS) <= day
