"""Draws a bar chart: lying bars from zero, each with its name and its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status
from kith.web.ui.charts.ink import Ink, text_width, wrapped
from kith.web.ui.charts.numbers import number
from kith.web.ui.charts.scales import Scale, scale


if TYPE_CHECKING:
    from decimal import Decimal

    from kith.web.ui.charts.values import Bar, BarChart


WIDTHS = {"wide": 640.0, "narrow": 340.0}
_LINE = 17


def bar_height(chart: BarChart, width: str) -> float:
    """How high the drawing will be."""
    return sum(_row_height(bar, width) for bar in chart.bars) + 8


def draw_bars(chart: BarChart, ink: Ink, width: str) -> None:
    """Wide: names at the left of their bars. Narrow: names above them."""
    wide = width == "wide"
    left = 200.0 if wide else 2.0
    axis = scale(_ends(chart), start=left, end=ink.width - 86, from_zero=True)
    y = 4.0
    for bar in chart.bars:
        height = _row_height(bar, width)
        top = y + (0 if wide else _label_height(bar, width))
        _names(bar, ink, y if wide else y - 2, width)
        middle = top + (height - (0 if wide else _label_height(bar, width))) / 2
        _bar(chart, bar, ink, axis, middle)
        y += height
    if wide:
        ink.line("axis", (left, 4), (left, y))


def _ends(chart: BarChart) -> list[Decimal]:
    shown = [bar for bar in chart.bars if not bar.is_gap]
    ends = [bar.value for bar in shown] + [bar.high for bar in shown]
    return [end for end in ends if end is not None]


def _row_height(bar: Bar, width: str) -> float:
    label = _label_height(bar, width)
    return max(label + 12, 34) if width == "wide" else label + 34


def _label_height(bar: Bar, width: str) -> float:
    return len(wrapped(bar.label, _label_room(width))) * _LINE


def _label_room(width: str) -> float:
    return 184 if width == "wide" else WIDTHS["narrow"] - 8


def _names(bar: Bar, ink: Ink, top: float, width: str) -> None:
    lines = wrapped(bar.label, _label_room(width))
    if width == "wide":
        first = top + (_row_height(bar, width) - len(lines) * _LINE) / 2 + 13
        for index, line in enumerate(lines):
            ink.text("label", line, (190, first + index * _LINE), anchor="end")
        return
    for index, line in enumerate(lines):
        ink.text("label", line, (2, top + 14 + index * _LINE))


def _bar(chart: BarChart, bar: Bar, ink: Ink, axis: Scale, middle: float) -> None:
    if bar.is_gap or bar.value is None:
        words = bar.gap_words
        room = text_width(words, 13) + 20
        ink.box("gap", (axis.start, middle - 11), (room, 22))
        ink.text("label-quiet", words, (axis.start + 10, middle + 4))
        return
    end = axis.place(bar.value)
    if bar.value > 0:
        ink.box(_look(bar), (axis.start, middle - 10), (end - axis.start, 20))
    reach = _interval(bar, ink, axis, middle)
    said = number(bar.value, chart.unit)
    words = f"{said} ({bar.note})" if bar.note else said
    ink.text("label-strong", words, (max(end, reach) + 7, middle + 5))


def _look(bar: Bar) -> str:
    if bar.status is Status.LOW_RELIABILITY:
        return "bar-doubtful"
    return "bar" if bar.low is None else "bar-light"


def _interval(bar: Bar, ink: Ink, axis: Scale, middle: float) -> float:
    if bar.low is None or bar.high is None:
        return 0.0
    low, high = axis.place(bar.low), axis.place(bar.high)
    ink.line("interval", (low, middle), (high, middle))
    for end in (low, high):
        ink.line("interval", (end, middle - 5), (end, middle + 5))
    return high
