"""Draws a run chart: points in time, centre line, limits, gaps and events."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Unit
from kith.web.ui.charts.ink import Ink, text_width
from kith.web.ui.charts.limits import Signal, signals, stretches
from kith.web.ui.charts.numbers import number
from kith.web.ui.charts.scales import Scale, scale
from kith.web.ui.charts.values import SHORT_GAP_WORDS


if TYPE_CHECKING:
    from kith.web.ui.charts.values import Point, RunChart


@dataclass(frozen=True)
class Frame:
    """The room a drawing has: its size, and the margins round the plot."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


FRAMES = {
    "wide": Frame(640, 300, 48, 112, 34, 46),
    "narrow": Frame(340, 280, 40, 78, 34, 46),
    "small": Frame(220, 64, 6, 6, 8, 8),
}


def draw_run(chart: RunChart, ink: Ink, frame: Frame) -> None:
    """The whole chart, from the back to the front."""
    plot = Plot(chart, ink, frame)
    if frame is FRAMES["small"]:
        plot.gaps(named=False)
        plot.limits(named=False)
        plot.series()
        plot.points(named=False)
        return
    plot.grid()
    plot.gaps(named=True)
    plot.events()
    plot.limits(named=True)
    plot.series()
    plot.points(named=True)
    plot.steps()


class Plot:
    """A run chart being drawn into its frame."""

    def __init__(self, chart: RunChart, ink: Ink, frame: Frame) -> None:
        self.chart, self.ink, self.frame = chart, ink, frame
        self.stretches = stretches(chart)
        self.marks = signals(chart)
        self.floor = frame.height - frame.bottom
        self.scale: Scale = scale(
            self._heights(), start=self.floor, end=frame.top, from_zero=False
        )
        room = frame.width - frame.left - frame.right
        self.pace = room / max(len(chart.points), 1)

    def _heights(self) -> list[Decimal]:
        values = [p.value for p in self.chart.points if not p.is_gap]
        known = [value for value in values if value is not None]
        for part in self.stretches:
            if part.found:
                known += [part.found.lower, part.found.upper]
        return known + [level.value for level in self.chart.levels]

    def x(self, position: int) -> float:
        """Where a step stands."""
        return self.frame.left + self.pace * (position + 0.5)

    def at(self, position: int, point: Point) -> tuple[float, float]:
        """Where a point with a value stands."""
        return self.x(position), self.scale.place(point.value or Decimal(0))

    def grid(self) -> None:
        """Few lines, each with its value; the axis says when it is not from zero."""
        right = self.frame.width - self.frame.right
        for tick in self.scale.ticks:
            y = self.scale.place(tick)
            look = "axis" if tick == self.scale.low else "grid"
            self.ink.line(look, (self.frame.left, y), (right, y))
            words = number(tick, self._axis_unit())
            self.ink.text(
                "label-quiet", words, (self.frame.left - 6, y + 4), anchor="end"
            )
        if self.scale.low > 0:
            words = f"axis starts at {number(self.scale.low, self._axis_unit())}"
            spot = (right, self.frame.height - 4)
            self.ink.text("label-quiet", words, spot, anchor="end")

    def _axis_unit(self) -> Unit:
        unit = self.chart.unit
        whole = self.scale.step == self.scale.step.to_integral_value()
        return Unit.EVENT if whole and unit is not Unit.PER_CENT else unit

    def gaps(self, *, named: bool) -> None:
        """A step without a value is a marked gap with its reason, never a zero."""
        keyed = [(i, p) for i, p in enumerate(self.chart.points) if p.is_gap]
        grouped = groupby(
            enumerate(keyed), lambda pair: (pair[1][0] - pair[0], pair[1][1].status)
        )
        for (_, status), members in grouped:
            places = [pair[1][0] for pair in members]
            left = self.x(places[0]) - self.pace * 0.45
            width = self.pace * (len(places) - 0.1)
            height = self.floor - self.frame.top
            self.ink.box("gap", (left, self.frame.top), (width, height))
            if named:
                words = SHORT_GAP_WORDS.get(status, "no value")
                middle = (left + width / 2 + 4, self.floor - 8)
                self.ink.text("label-quiet", words, middle, upright=False)

    def events(self) -> None:
        """What happened, at its step, above the plot."""
        places = {point.label: i for i, point in enumerate(self.chart.points)}
        taken, row = -1.0, 0
        for event in sorted(self.chart.events, key=lambda e: places.get(e.at, 0)):
            if event.at not in places:
                continue
            x, width = self.x(places[event.at]), text_width(event.words, 13)
            left = min(x, self.frame.width - width)
            row = 1 - row if left < taken else 0
            taken = max(taken, left + width)
            y = self.frame.top - 20 + 14 * row
            self.ink.line("event", (x, y + 4), (x, self.floor))
            self.ink.text("label-quiet", event.words, (left, y))

    def limits(self, *, named: bool) -> None:
        """Centre line and limits of each stretch; the last ones' names at the right."""
        right = self.frame.width - self.frame.right
        names: list[tuple[str, Decimal]] = []
        for part in self.stretches:
            if part.found is None:
                continue
            ends = (
                self.x(part.start) - self.pace / 2,
                self.x(part.end) - self.pace / 2,
            )
            middle = "centre line" if self._is_ratio() else "average"
            lines = [
                ("limit", "upper limit", part.found.upper),
                ("centre", middle, part.found.centre),
                ("limit", "lower limit", part.found.lower),
            ]
            for look, _, value in lines:
                y = self.scale.place(value)
                self.ink.line(look, (ends[0], y), (min(ends[1], right), y))
            is_last = part is self.stretches[-1]
            names = [(words, value) for _, words, value in lines] if is_last else []
        names += self._levels()
        if named:
            self._names(names, right)

    def _levels(self) -> list[tuple[str, Decimal]]:
        """What the points are held against, drawn across."""
        right = self.frame.width - self.frame.right
        for level in self.chart.levels:
            y = self.scale.place(level.value)
            self.ink.line("level", (self.frame.left, y), (right, y))
        return [(level.name, level.value) for level in self.chart.levels]

    def _names(self, names: list[tuple[str, Decimal]], right: float) -> None:
        """The names of lines, at their heights, kept apart."""
        last = -100.0
        for words, value in sorted(names, key=lambda one: -one[1]):
            last = max(self.scale.place(value) + 4, last + 32)
            self.ink.text("label-quiet", words, (right + 6, last - 7))
            said = number(value, self._limit_unit())
            self.ink.text("label-quiet", said, (right + 6, last + 8))

    def _is_ratio(self) -> bool:
        return self.chart.unit.value.startswith("per")

    def _limit_unit(self) -> Unit:
        return self.chart.unit

    def series(self) -> None:
        """The line, broken at gaps and where something else is counted."""
        breaks = {event.at for event in self.chart.events if event.breaks}
        stretch: list[tuple[float, float]] = []
        for position, point in enumerate(self.chart.points):
            if point.is_gap or point.label in breaks:
                self._line(stretch)
                stretch = []
            if not point.is_gap:
                stretch.append(self.at(position, point))
        self._line(stretch)

    def _line(self, stretch: list[tuple[float, float]]) -> None:
        if len(stretch) > 1:
            self.ink.path("series", stretch)

    def points(self, *, named: bool) -> None:
        """Each value; those that are more than chance by shape and by word."""
        size = 1.0 if named else 0.7
        for position, point in enumerate(self.chart.points):
            if point.is_gap:
                continue
            self._point(position, point, size=size)
            if named:
                self._signal_words(position, point)

    def _point(self, position: int, point: Point, *, size: float) -> None:
        place, signal = self.at(position, point), self.marks.get(position)
        if signal in {Signal.HIGH, Signal.LOW}:
            self.ink.diamond("signal", place, 7 * size)
        elif signal:
            self.ink.square("signal", place, 4.5 * size)
        else:
            self.ink.dot("point", place, 4 * size)

    def _signal_words(self, position: int, point: Point) -> None:
        signal = self.marks.get(position)
        if signal is None:
            return
        starts_run = self.marks.get(position - 1) is not signal
        is_run = signal in {Signal.RUN_ABOVE, Signal.RUN_BELOW}
        if is_run and not starts_run:
            return
        x, y = self.at(position, point)
        below = signal in {Signal.LOW, Signal.RUN_BELOW}
        spot = (x, min(y + 22, self.floor - 4) if below else y - 12)
        words = "long run" if is_run else signal.value
        anchor = "start" if is_run else "middle"
        self.ink.text("label-signal", words, spot, anchor=anchor)

    def steps(self) -> None:
        """Step names under the axis, as many as fit; the year where it changes."""
        every = 1
        while self.pace * every < 32:
            every += 1
        group = ""
        for position, point in enumerate(self.chart.points):
            x = self.x(position)
            if position % every == 0:
                self.ink.text(
                    "label", point.short, (x, self.floor + 18), anchor="middle"
                )
            if point.group != group:
                group = point.group
                self.ink.text(
                    "label-quiet", group, (x, self.floor + 35), anchor="middle"
                )
