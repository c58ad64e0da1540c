"""A figure in words: no two reasons for a missing value ever look alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from kith.domain.rules.comparison import Refused, check_may_compare
from kith.domain.vocabulary.figures import Kind, Status, Unit
from kith.domain.vocabulary.periods import rolling_twelve_months
from kith.web.ui import charts


if TYPE_CHECKING:
    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period


KINDS = {
    Kind.FLOW: "Everything that happened in the period is counted.",
    Kind.EVER: "Each child is counted once who was there on any day of the period.",
    Kind.SNAPSHOT: "Counted as things stood on the last day of the period.",
    Kind.RATIO: "A share: one count divided by another.",
    Kind.RATE: "A count divided by the population, for the whole period.",
    Kind.TIMELINESS: "The share of those finished that were in time.",
    Kind.DURATION: "The middle one of all lengths of time: half were shorter.",
}

HEADLINES = {
    Status.SUPPRESSED: "Hidden to protect children",
    Status.NOT_SUPPLIED: "Not supplied",
    Status.NOT_APPLICABLE: "Does not apply",
}

EXPLANATIONS = {
    Status.SUPPRESSED: (
        "The number is so small, or would give away one so small, that a child might "
        "be recognised. It is not zero."
    ),
    Status.ZERO: "Returns came in and none were counted. This is a real zero.",
    Status.NOT_SUPPLIED: (
        "No agency has sent the returns this is counted from. It is not zero: nobody "
        "knows it here."
    ),
    Status.NOT_APPLICABLE: "The measure has no meaning for this period or place.",
    Status.LOW_RELIABILITY: (
        "The number is counted, but something about the returns makes it doubtful."
    ),
}

TAGS = {
    Status.ZERO: "None counted",
    Status.LOW_RELIABILITY: "Treat with care",
}

_COUNTED = {
    Unit.PER_CENT: "",
    Unit.PER_10_000: "per 10,000 children aged 0 to 17",
    Unit.PER_100_000: "per 100,000 people",
}


@dataclass(frozen=True)
class Value:
    """A figure's value as a page prints it; ``look`` is its class, one a status."""

    status: Status
    words: str
    unit: str
    tag: str
    explanation: str

    @property
    def look(self) -> str:
        """The status as a class name."""
        return self.status.value.replace("_", "-")


def value_of(figure: Figure) -> Value:
    """What is printed for the figure, and what explains it where it needs that."""
    status = figure.status
    said = HEADLINES.get(status) or number_of(figure)
    unit = unit_of(figure) if status.has_value else ""
    why = figure.reason or EXPLANATIONS.get(status, "")
    if status is Status.SUPPRESSED:
        # The reason may only repeat the rule; the page's own words always stand.
        why = EXPLANATIONS[status]
    return Value(status, said, unit, TAGS.get(status, ""), why)


def number_of(figure: Figure) -> str:
    """The number as people write it, or the words that stand in its place."""
    if figure.value is None:
        return HEADLINES.get(figure.status, "No value")
    return charts.number(figure.value, figure.unit)


def unit_of(figure: Figure) -> str:
    """The unit after the number: singular for exactly one."""
    words = _COUNTED.get(figure.unit, figure.unit.value)
    if figure.value == 1:
        return {"children": "child", "people": "person"}.get(words, words.rstrip("s"))
    return words


def parts_of(figure: Figure) -> str:
    """ "192 of 906" where both parts may be seen and the value is made of them."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{figure.numerator:,} of {figure.denominator:,}"


def plain_value(figure: Figure) -> str:
    """The value for a download: a plain decimal, empty where there is none."""
    if figure.value is None or not figure.status.has_value:
        return ""
    if figure.value == figure.value.to_integral_value():
        whole = figure.value.to_integral_value()
        is_count = figure.unit not in {
            Unit.PER_CENT,
            Unit.PER_10_000,
            Unit.PER_100_000,
        }
        return f"{whole:f}" if is_count else f"{whole:f}.0"
    return f"{figure.value.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"


def comparison_warning(first: Period, second: Period, kind: Kind) -> str:
    """Why two periods' figures may not be compared; empty where they may."""
    try:
        check_may_compare(first, second, kind=kind)
    except Refused as refused:
        return str(refused)
    return ""


def comparison_note(period: Period, kind: Kind = Kind.FLOW) -> str:
    """Why a figure of this period may not stand beside a year's, where that is so."""
    if not comparison_warning(period, rolling_twelve_months(period.last), kind):
        return ""
    return (
        f"The period is {_length(period)}, not twelve months, so no figure here may "
        "be compared with a figure for a year."
    )


def _length(period: Period) -> str:
    months = period.whole_months
    return f"{months} months" if months else f"{period.days} days"
