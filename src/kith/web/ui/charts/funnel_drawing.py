"""Draws a funnel: areas by size, the centre, and the limits that narrow as areas grow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from kith.domain.rules.funnel import Place, limits_at
from kith.domain.rules.intervals import Z_95, Z_998
from kith.domain.vocabulary.figures import Unit
from kith.web.ui.charts.ink import Ink, text_width, wrapped
from kith.web.ui.charts.numbers import number
from kith.web.ui.charts.scales import Scale, scale


if TYPE_CHECKING:
    from kith.web.ui.charts.values import FunnelChart, Spot


SAMPLES = 32
"""Points of each curve: more than an eye can tell apart."""
LINE = 15
THIN = 1.0
"""The height of a name, and of a drawn line."""


@dataclass(frozen=True)
class Room:
    """The size of a drawing, and the margins round its plot."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


FUNNELS = {
    "wide": Room(640, 380, 52, 150, 20, 56),
    "narrow": Room(340, 380, 46, 84, 20, 70),
}


def draw_funnel(chart: FunnelChart, ink: Ink, room: Room) -> None:
    """Axes, limits, centre, then the areas with their names."""
    shown = [spot for spot in chart.spots if not spot.is_gap]
    if not shown:
        return
    floor, right = room.height - room.bottom, room.width - room.right
    across = scale(
        [Decimal(spot.size) for spot in shown],
        start=room.left,
        end=right,
        from_zero=True,
        marks=4 if room is FUNNELS["wide"] else 2,
    )
    curves = [_curve(chart, across, z) for z in (Z_95, Z_998)]
    up = scale(
        _heights(chart, shown, curves), start=floor, end=room.top, from_zero=True
    )
    _axes(chart, ink, room, (across, up))
    for look, curve in zip(("inner", "outer"), curves, strict=True):
        for side in (1, 2):
            ink.path(look, [(across.place(c[0]), up.place(c[side])) for c in curve])
    y = up.place(chart.centre)
    ink.line("centre", (room.left, y), (right, y))
    taken = [Box(room.left, right, y, THIN), *_along(curves, across, up)]
    taken += _names(chart, ink, room, curves, up)
    _spots(ink, shown, (across, up), taken)


def _along(
    curves: list[list[tuple[Decimal, Decimal, Decimal]]], across: Scale, up: Scale
) -> list[Box]:
    """The room that the limits take, piece by piece."""
    return [
        Box(
            across.place(one[0]),
            across.place(two[0]),
            (up.place(one[side]) + up.place(two[side])) / 2,
            THIN + abs(up.place(one[side]) - up.place(two[side])) / 2,
        )
        for curve in curves
        for one, two in pairwise(curve)
        for side in (1, 2)
    ]


def _curve(
    chart: FunnelChart, across: Scale, z: float
) -> list[tuple[Decimal, Decimal, Decimal]]:
    """From the size where limits begin to tell something, to the axis' end."""
    smallest = min(spot.size for spot in chart.spots if not spot.is_gap)
    start = max(smallest * 0.6, float(across.high) / 40, 1)
    ratio = (float(across.high) / start) ** (1 / SAMPLES)
    sizes = [max(round(start * ratio**i), 1) for i in range(SAMPLES + 1)]
    return [
        (Decimal(size), *limits_at(chart.centre, size, chart.unit, z)) for size in sizes
    ]


def _heights(
    chart: FunnelChart,
    shown: list[Spot],
    curves: list[list[tuple[Decimal, Decimal, Decimal]]],
) -> list[Decimal]:
    values = [spot.value for spot in shown if spot.value is not None]
    return [chart.centre, *values, *(high for curve in curves for _, _, high in curve)]


def _axes(
    chart: FunnelChart, ink: Ink, room: Room, scales: tuple[Scale, Scale]
) -> None:
    across, up = scales
    floor, right = room.height - room.bottom, room.width - room.right
    for tick in up.ticks:
        y = up.place(tick)
        ink.line("axis" if tick == up.low else "grid", (room.left, y), (right, y))
        unit = Unit.PER_CENT if chart.unit is Unit.PER_CENT else Unit.EVENT
        ink.text(
            "label-quiet", number(tick, unit), (room.left - 6, y + 4), anchor="end"
        )
    for tick in across.ticks:
        x = across.place(tick)
        ink.line("axis", (x, floor), (x, floor + 4))
        said = number(tick, Unit.EVENT)
        ink.text("label-quiet", said, (x, floor + 18), anchor="middle")
    for row, words in enumerate(wrapped(chart.sizes, room.width - 20, 13)):
        ink.text("label-quiet", words, (room.left, floor + 36 + LINE * row))


def _names(
    chart: FunnelChart,
    ink: Ink,
    room: Room,
    curves: list[list[tuple[Decimal, Decimal, Decimal]]],
    up: Scale,
) -> list[Box]:
    """The names of the lines where they end, kept apart; and the room they take."""
    inner, outer = (curve[-1] for curve in curves)
    named = [
        ("499 of 500", outer[2]),
        ("19 of 20", inner[2]),
        (f"all: {number(chart.centre, chart.unit)}", chart.centre),
        ("19 of 20", inner[1]),
        ("499 of 500", outer[1]),
    ]
    places = [up.place(value) + 4 for _, value in named]
    middle = places[2]
    places[1] = min(places[1], middle - LINE)
    places[0] = min(places[0], places[1] - LINE)
    places[3] = max(places[3], middle + LINE)
    places[4] = max(places[4], places[3] + LINE)
    for (words, _), y in zip(named, places, strict=True):
        ink.text("label-quiet", words, (room.width - room.right + 6, y))
    return [Box(room.width - room.right, room.width, y - 4) for y in places]


def _spots(
    ink: Ink, shown: list[Spot], scales: tuple[Scale, Scale], taken: list[Box]
) -> None:
    """Each area with its name beside it, where it covers no line, name or area."""
    across, up = scales
    at = {
        spot.label: (
            across.place(Decimal(spot.size)),
            up.place(spot.value or Decimal(0)),
        )
        for spot in shown
    }
    taken = [*taken, *(Box(x - 8, x + 8, y, 6) for x, y in at.values())]
    for spot in sorted(shown, key=lambda one: -(one.value or 0)):
        x, y = at[spot.label]
        outside = spot.place is Place.OUTSIDE
        box = _free(
            text_width(spot.label, 14), (x, y), taken, (across.start, ink.width)
        )
        taken.append(box)
        if abs(box.middle - y) > LINE:
            under = 6 if box.middle > y else -6
            end = (min(max(x, box.left + 8), box.right - 8), box.middle - under)
            ink.line("leader", (x, y), end)
        if outside:
            ink.diamond("signal", (x, y), 7)
        else:
            ink.dot("point", (x, y), 4.5)
        look = "label-signal" if outside else "label"
        ink.text(look, spot.label, (box.left, box.middle + 5))


@dataclass(frozen=True)
class Box:
    """The room that a name or an area takes: from, to, and its middle's height."""

    left: float
    right: float
    middle: float
    reach: float = LINE / 2

    def meets(self, other: Box) -> bool:
        """Whether the two would cover each other."""
        beside = self.left < other.right and other.left < self.right
        apart = abs(self.middle - other.middle)
        return beside and apart < self.reach + other.reach


def _free(
    width: float,
    at: tuple[float, float],
    taken: list[Box],
    room: tuple[float, float],
) -> Box:
    """The nearest place for a name of this width: right, left, then above and below."""
    x, y = at
    first, last = room
    starts = (
        x + 11,
        x - 11 - width,
        min(max(x - width / 2, first + 2), last - width - 2),
    )
    for away in range(0, 120, 4):
        for middle in (y - away, y + away):
            for left in starts:
                box = Box(left, left + width, middle)
                fits = left >= first and box.right <= last and middle > LINE
                if fits and not any(box.meets(other) for other in taken):
                    return box
    return Box(starts[2], starts[2] + width, y)
