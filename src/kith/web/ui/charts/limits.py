"""Is the change more than chance? The XmR chart: points and their moving ranges.

Natural process limits are the mean plus and minus 2.66 times the mean moving range
(2.66 = 3 / 1.128, the bias constant for ranges of two). Source: D. J. Wheeler,
Understanding Variation (1993); NHS England, Making Data Count.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Unit


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.web.ui.charts.values import Point, RunChart


RANGE_FACTOR = Decimal("2.66")
FEWEST_POINTS = 8
RUN_LENGTH = 8


class Signal(StrEnum):
    """Why a point is more than chance: the word that is printed beside it."""

    HIGH = "high"
    LOW = "low"
    RUN_ABOVE = "run above"
    RUN_BELOW = "run below"


@dataclass(frozen=True)
class Limits:
    """The centre line and the natural process limits of a run chart."""

    centre: Decimal
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True)
class Stretch:
    """Points that stand under one set of limits, by their positions: from, and up to."""

    start: int
    end: int
    found: Limits | None


def stretches(chart: RunChart) -> tuple[Stretch, ...]:
    """The chart in stretches: a new one where an event restarts its limits.

    A step change that somebody named (schools close) makes what follows another process;
    judging it by the months before would call every later month special.
    Source: NHS England, Making Data Count, on recalculating limits.
    """
    restarts = {event.at for event in chart.events if event.restarts}
    starts = [
        place
        for place, point in enumerate(chart.points)
        if place == 0 or point.label in restarts
    ]
    ends = [*starts[1:], len(chart.points)]
    return tuple(
        Stretch(start, end, _limits(chart, start, end))
        for start, end in zip(starts, ends, strict=False)
    )


def limits(chart: RunChart) -> Limits | None:
    """The limits that hold at the chart's end; None where its last stretch has none."""
    parts = stretches(chart)
    return parts[-1].found if parts else None


def has_limits(chart: RunChart) -> bool:
    """Whether any stretch of the chart has points enough for limits."""
    return any(part.found for part in stretches(chart))


def _limits(chart: RunChart, start: int, end: int) -> Limits | None:
    """None with fewer than eight points, too few to tell, and where points count the
    same children again.

    A moving range is taken between neighbours only, never across a gap or a restart, and
    never with a month or quarter that the report period cuts short. A count
    cannot fall below zero nor a share rise above 100, so the limits stop there.
    """
    if chart.carries_over:
        return None
    points = chart.points[start:end]
    known = [p.compared for p in points if p.compared is not None]
    ranges = list(_moving_ranges(points))
    if len(known) < FEWEST_POINTS or not ranges:
        return None
    centre = sum(known, Decimal(0)) / len(known)
    reach = RANGE_FACTOR * sum(ranges, Decimal(0)) / len(ranges)
    upper = centre + reach
    if chart.unit is Unit.PER_CENT:
        upper = min(upper, Decimal(100))
    return Limits(centre, max(centre - reach, Decimal(0)), upper)


def _moving_ranges(points: Sequence[Point]) -> Iterator[Decimal]:
    for earlier, later in pairwise(points):
        if earlier.compared is not None and later.compared is not None:
            yield abs(later.compared - earlier.compared)


def signals(chart: RunChart) -> dict[int, Signal]:
    """Which points (by position) are more than chance would explain, and why.

    Two rules, each within a stretch: a point outside the limits; eight or more
    neighbours on one side of the centre line. A point on the line, or a gap, ends such a
    run. The other rules in use (trends, points near a limit) cry wolf too often on the
    dozen points that a year has.
    """
    marked: dict[int, Signal] = {}
    for part in stretches(chart):
        if part.found is not None:
            marked.update(_signals(chart, part, part.found))
    return marked


def _signals(chart: RunChart, part: Stretch, found: Limits) -> dict[int, Signal]:
    marked: dict[int, Signal] = {}
    points = chart.points[part.start : part.end]
    for run, signal in _long_runs(points, found.centre):
        marked.update(dict.fromkeys(run, signal))
    for position, point in enumerate(points):
        if point.compared is None:
            continue
        if point.compared > found.upper:
            marked[position] = Signal.HIGH
        elif point.compared < found.lower:
            marked[position] = Signal.LOW
    return {part.start + place: signal for place, signal in marked.items()}


def _long_runs(
    points: Sequence[Point], centre: Decimal
) -> Iterator[tuple[list[int], Signal]]:
    for run, side in _runs(points, centre):
        if len(run) >= RUN_LENGTH:
            yield run, Signal.RUN_ABOVE if side > 0 else Signal.RUN_BELOW


def _runs(points: Sequence[Point], centre: Decimal) -> Iterator[tuple[list[int], int]]:
    run: list[int] = []
    side = 0
    for position, point in enumerate(points):
        now = 0
        if point.compared is not None:
            now = (point.compared > centre) - (point.compared < centre)
        if now != side:
            if run:
                yield run, side
            run, side = [], now
        if now:
            run.append(position)
    if run:
        yield run, side
