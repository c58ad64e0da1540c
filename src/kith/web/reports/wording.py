"""How the report says a figure, a kind, a small count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Figure, Kind, Status
from kith.web.ui.charts.numbers import number
from kith.web.ui.charts.values import GAP_WORDS


if TYPE_CHECKING:
    from collections.abc import Sequence


KIND_WORDS = {
    Kind.FLOW: "counted each time it happened in the period",
    Kind.EVER: "each child counted once, at any time in the period",
    Kind.SNAPSHOT: "counted on the last day of the period",
    Kind.RATIO: "a share",
    Kind.RATE: "a rate for the whole period, not a yearly one",
    Kind.TIMELINESS: "a share done in time",
    Kind.DURATION: "a length of time",
}

KIND_IN_BRIEF = {
    Kind.FLOW: "each time it happened",
    Kind.EVER: "each child once, at any time",
    Kind.SNAPSHOT: "on the last day",
    Kind.RATIO: "a share",
    Kind.RATE: "a rate, not yearly",
    Kind.TIMELINESS: "a share done in time",
    Kind.DURATION: "a length of time",
}

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_prose(figure: Figure | None) -> str:
    """A figure within a sentence; where it has no value, the reason in brackets.

    Brackets fit any sentence and are read as what they are: something is missing here.
    """
    said = in_table(figure)
    has_value = figure is not None and figure.status.has_value
    return said if has_value else f"[{said}]"


def in_table(figure: Figure | None) -> str:
    """A figure in a table's cell; the reason in its place where it has no value."""
    if figure is None:
        return GAP_WORDS[Status.NOT_SUPPLIED]
    if figure.value is None or not figure.status.has_value:
        return GAP_WORDS.get(figure.status, "not known")
    said = number(figure.value, figure.unit)
    doubtful = figure.status is Status.LOW_RELIABILITY
    return f"{said} (low reliability)" if doubtful else said


def small_count(count: int) -> str:
    """A count of entries in words up to nine, as a sentence has it."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
