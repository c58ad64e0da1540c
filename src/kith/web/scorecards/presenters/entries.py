"""A measure on a group's scorecard: its value, its chart, what it is held against."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.domain.rules.intervals import byar, wilson
from kith.domain.vocabulary.figures import Kind, Unit
from kith.domain.vocabulary.periods import say_day
from kith.web.scorecards.presenters.trends import FEWEST_MONTHS
from kith.web.scorecards.presenters.wording import Value, parts_of, value_of
from kith.web.ui import charts


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period
    from kith.web.scorecards.models import ScorecardTarget, StepChange
    from kith.web.scorecards.values import Shown


RATES = {Unit.PER_10_000: 10_000, Unit.PER_100_000: 100_000}
FEW = 50
"""Below so many in the denominator, a share says how much one child moves it."""


@dataclass(frozen=True)
class Entry:
    """One measure as a page or a paper shows it; ``sentences`` are computed."""

    code: str
    title: str
    definition: str
    value: Value | None
    parts: str
    when: str
    chart: charts.RunChart | None
    sentences: tuple[str, ...]

    @property
    def words(self) -> str:
        """The value with its unit in one line, or what stands in its place."""
        if self.value is None:
            return "Not in the published evidence"
        said = f"{self.value.words} {self.value.unit}".strip()
        return f"{said} ({self.parts})" if self.parts else said


def entry_of(
    shown: Shown,
    *,
    place: str,
    period: Period,
    targets: Sequence[ScorecardTarget] = (),
    changes: Sequence[StepChange] = (),
) -> Entry:
    """The measure, with what was written beside it."""
    figure = shown.figure
    held = [one for one in targets if one.measure == shown.measure]
    own = _own(changes, shown.measure)
    chart = _chart(shown, place, period, held, own)
    return Entry(
        code=shown.measure,
        title=shown.title,
        definition=shown.definition,
        value=value_of(figure) if figure else None,
        parts=parts_of(figure) if figure and shown.denominator else "",
        when=_when(shown, period),
        chart=chart,
        sentences=tuple(
            one
            for one in (
                shown.gap,
                _doubt(figure),
                _few(shown),
                *(_held_against(shown, target) for target in held),
                "" if chart else _no_chart(shown),
            )
            if one
        ),
    )


def _own(changes: Sequence[StepChange], code: str) -> list[StepChange]:
    """What stands on this chart: of one month, its own word before every chart's."""
    found = {one.month: one for one in changes if not one.measure}
    found |= {one.month: one for one in changes if one.measure == code}
    return [found[month] for month in sorted(found)]


def chart_label(month: StepChange) -> str:
    """A month as the chart's points are called."""
    return f"{calendar.month_name[month.month.month]} {month.month.year}"


def _chart(
    shown: Shown,
    place: str,
    period: Period,
    held: Sequence[ScorecardTarget],
    changes: Sequence[StepChange],
) -> charts.RunChart | None:
    if sum(month.status.has_value for month in shown.months) < FEWEST_MONTHS:
        return None
    drawn = charts.run_chart(
        shown.title,
        shown.months,
        period=str(period),
        place=place,
        source=shown.source,
        events=tuple(
            charts.Annotation(chart_label(one), one.words, one.restarts)
            for one in changes
        ),
    )
    # A count of the whole period is no yardstick for one of its months.
    levels = held if shown.unit is Unit.PER_CENT else ()
    return replace(
        drawn,
        carries_over=shown.carries_over,
        levels=tuple(
            charts.Level(one.get_kind_display().lower(), one.value) for one in levels
        ),
    )


def _when(shown: Shown, period: Period) -> str:
    if shown.kind is Kind.SNAPSHOT:
        return f"on {say_day(period.last)}"
    return str(period)


def _doubt(figure: Figure | None) -> str:
    return value_of(figure).explanation if figure else ""


def _no_chart(shown: Shown) -> str:
    if shown.figure is None:
        return ""
    return "It is not published month by month, so no trend can be drawn."


def _few(shown: Shown) -> str:
    """A share of few: how much one more would move it."""
    figure = shown.figure
    if figure is None or shown.unit is not Unit.PER_CENT:
        return ""
    if not figure.denominator or figure.numerator is None or figure.denominator >= FEW:
        return ""
    points = charts.number(Decimal(100) / figure.denominator, Unit.DAYS)
    return (
        f"It rests on few: {figure.numerator} of {figure.denominator}. One more or one "
        f"fewer moves it by {points} percentage points."
    )


def _held_against(shown: Shown, target: ScorecardTarget) -> str:
    """How the value stands to what it is held against, and whether that may be chance."""
    said = charts.number(target.value, shown.unit)
    named = (
        f"{target.get_kind_display()}: {said} ({target.source}, as at "
        f"{say_day(target.stands_on)})."
    )
    figure = shown.figure
    if figure is None or figure.value is None:
        return named
    if figure.value == target.value:
        return f"{named} The value is the same."
    side = "above" if figure.value > target.value else "below"
    interval = _interval(figure)
    if interval is None:
        return f"{named} The value is {side} it."
    low, high = (charts.number(end, shown.unit) for end in interval)
    if interval[0] <= target.value <= interval[1]:
        return (
            f"{named} The value is {side} it, by no more than chance would explain (95 % "
            f"interval {low} to {high})."
        )
    return (
        f"{named} The value is {side} it by more than chance would explain (95 % "
        f"interval {low} to {high})."
    )


def _interval(figure: Figure) -> tuple[Decimal, Decimal] | None:
    if figure.numerator is None or not figure.denominator:
        return None
    if figure.unit is Unit.PER_CENT and figure.numerator <= figure.denominator:
        return wilson(figure.numerator, figure.denominator)
    if figure.unit in RATES:
        return byar(figure.numerator, figure.denominator, RATES[figure.unit])
    return None
