"""What may not be done with a figure, each refusal with its sentence.

A stock is not a flow, a percentage is not a count, and fourteen months are not a
year. The measures engine asks here before it sums, averages or compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.periods import Period


class Refused(ValueError):  # noqa: N818 (a refusal is an answer, and its name)
    """The figure would mislead; the message is the sentence to show."""


_NOT_SUMMED = {
    Kind.SNAPSHOT: "counts who was there on one day",
    Kind.EVER: "counts each child once however many parts they appear in",
    Kind.RATIO: "is a ratio",
    Kind.RATE: "is a rate",
    Kind.TIMELINESS: "is a share in time",
    Kind.DURATION: "is a length of time",
}

_FROM_PARTS = "add the numerators, add the denominators, and divide once"
_FROM_ROWS = "take the median of all the rows together"

_NOT_AVERAGED = {
    Unit.PER_CENT: ("Percentages", _FROM_PARTS),
    Unit.PER_10_000: ("Rates per 10,000", _FROM_PARTS),
    Unit.PER_100_000: ("Rates per 100,000", _FROM_PARTS),
    Unit.WORKING_DAYS: ("Medians in working days", _FROM_ROWS),
    Unit.DAYS: ("Medians in days", _FROM_ROWS),
}


def check_may_sum(kind: Kind, over: str) -> None:
    """Only a flow may be summed; ``over`` says across what, as in "months".

    Summing a stock over months would count the same child once a month.
    """
    if kind in _NOT_SUMMED:
        raise Refused(
            f"A figure of the kind “{kind.value}” {_NOT_SUMMED[kind]}, so it may not "
            f"be summed over {over}: count it again for the whole instead."
        )


def check_may_average(unit: Unit) -> None:
    """A share, rate or median is computed again from its parts, never averaged."""
    if unit in _NOT_AVERAGED:
        what, instead = _NOT_AVERAGED[unit]
        raise Refused(f"{what} may not be averaged: {instead}.")


def check_may_compare(first: Period, second: Period, *, kind: Kind = Kind.FLOW) -> None:
    """Only periods of one length stand side by side: fourteen months are no year.

    Calendar months count as equal whatever their days, and so do leap years. A stock
    is of one day, so it may stand beside that of any other.
    """
    if kind is Kind.SNAPSHOT or _length(first) == _length(second):
        return
    reason = "they are not of the same length"
    if first.is_twelve_months or second.is_twelve_months:
        reason = "one is twelve months and the other is not"
    raise Refused(f"{first} may not be compared with {second}: {reason}.")


def check_same_days(ours: Period, theirs: Period, *, kind: Kind = Kind.FLOW) -> None:
    """A number of others stands beside ours only for the very same days.

    A stock is of one day, which is said beside it.
    """
    check_may_compare(ours, theirs, kind=kind)
    if kind is not Kind.SNAPSHOT and ours != theirs:
        raise Refused(
            f"It was counted for {theirs}, and ours for {ours}: they are not the same "
            "days."
        )


def may_compare(first: Period, second: Period, *, kind: Kind = Kind.FLOW) -> bool:
    """Whether figures of the two periods may stand side by side."""
    try:
        check_may_compare(first, second, kind=kind)
    except Refused:
        return False
    return True


def check_population_fits(
    measure_title: str,
    counted_ages: tuple[int, int],
    population_ages: tuple[int, int],
) -> None:
    """A rate needs a population of the ages it counts.

    EHC plans run to 25, so a rate of them on ages 0 to 17 would be too high.
    Unborn children are counted with the population from age 0, as the national
    statistics do.
    """
    if (max(counted_ages[0], 0), counted_ages[1]) == population_ages:
        return
    raise Refused(
        f"{measure_title}: ages {_ages(counted_ages)} are counted, so no rate may be "
        f"made of them on the population aged {_ages(population_ages)}."
    )


def check_parts_make_total(total: int, parts: Sequence[int], what: str) -> None:
    """A total whose parts do not add up is not printed."""
    added = sum(parts)
    if added == total:
        return
    raise Refused(
        f"{what}: the parts add up to {added:,} and the total says {total:,}, "
        "so neither is printed until they agree."
    )


def _length(period: Period) -> tuple[str, int]:
    if period.is_twelve_months:
        return "months", 12
    months = period.whole_months
    return ("days", period.days) if months is None else ("months", months)


def _ages(ages: tuple[int, int]) -> str:
    return f"{ages[0]} to {ages[1]}"
