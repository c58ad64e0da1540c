"""The table that always comes with a chart: it says the same, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

from kith.web.ui.charts.limits import has_limits, signals, stretches
from kith.web.ui.charts.numbers import number, unit_words
from kith.web.ui.charts.values import (
    Bar,
    BarChart,
    Body,
    Chart,
    FunnelChart,
    Point,
    RunChart,
    Spot,
    StructureChart,
)
from kith.web.ui.charts.wording import subtitle


@dataclass(frozen=True)
class ChartTable:
    """A caption, a header row, and rows whose first cell names the row.

    ``numeric`` says which columns hold numbers, so that they align at the right.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


def table(chart: Chart) -> ChartTable:
    """The chart's rows, gaps named, in the order drawn."""
    match chart:
        case RunChart():
            return _run_table(chart)
        case BarChart():
            return _bar_table(chart)
        case StructureChart():
            return _structure_table(chart)
        case FunnelChart():
            return _funnel_table(chart)


def _run_table(chart: RunChart) -> ChartTable:
    header = [chart.step.capitalize(), unit_words(chart.unit).capitalize()]
    rows = [[point.label, _cell(point, chart)] for point in chart.points]
    numeric = [False, True]
    if has_limits(chart):
        marks = signals(chart)
        untold = {
            place
            for part in stretches(chart)
            if part.found is None
            for place in range(part.start, part.end)
        }
        header.append("More than chance?")
        numeric.append(False)
        for position, row in enumerate(rows):
            row.append(f"yes, {marks[position]}" if position in marks else "no")
            if chart.points[position].is_gap or position in untold:
                row[-1] = "cannot be said"
    happened = {event.at: event.words for event in chart.events}
    if any(event.restarts for event in chart.events):
        header.append("What happened")
        numeric.append(False)
        for row in rows:
            row.append(happened.get(row[0], ""))
    return _table(chart, header, rows, numeric)


def _bar_table(chart: BarChart) -> ChartTable:
    header = [_capital(chart.by), unit_words(chart.unit).capitalize()]
    rows = [[bar.label, _cell(bar, chart)] for bar in chart.bars]
    numeric = [False, True]
    if any(bar.low is not None for bar in chart.bars):
        header.append("95 % interval")
        numeric.append(True)
        for row, bar in zip(rows, chart.bars, strict=True):
            row.append(_interval(bar, chart))
    return _table(chart, header, rows, numeric)


def _interval(bar: Bar | Spot, chart: BarChart | FunnelChart) -> str:
    if bar.low is None or bar.high is None:
        return "none"
    return f"{number(bar.low, chart.unit)} to {number(bar.high, chart.unit)}"


def _funnel_table(chart: FunnelChart) -> ChartTable:
    header = [
        *("Area", _capital(chart.sizes), unit_words(chart.unit).capitalize()),
        *("95 % interval", "More than chance?"),
    ]
    rows = []
    for spot in chart.spots:
        if spot.is_gap or spot.value is None:
            rows.append([spot.label, "", spot.gap_words, "none", "cannot be said"])
            continue
        rows.append(
            [
                spot.label,
                f"{spot.size:,}",
                number(spot.value, chart.unit),
                _interval(spot, chart),
                spot.place.value,
            ]
        )
    numeric = [False, True, True, True, False]
    return _table(chart, header, rows, numeric)


def _structure_table(chart: StructureChart) -> ChartTable:
    rows: list[list[str]] = []
    _add_body(chart.root, "none", rows)
    header = ["Body", "Reports to", "What it does"]
    return _table(chart, header, rows, [False, False, False])


def _add_body(body: Body, parent: str, rows: list[list[str]]) -> None:
    rows.append([body.name, parent, body.note])
    for member in body.members:
        _add_body(member, body.name, rows)


def _cell(item: Point | Bar, chart: RunChart | BarChart) -> str:
    if item.is_gap or item.value is None:
        return item.gap_words
    said = number(item.value, chart.unit)
    return f"{said} ({item.note})" if item.note else said


def _table(
    chart: Chart, header: list[str], rows: list[list[str]], numeric: list[bool]
) -> ChartTable:
    return ChartTable(
        subtitle(chart),
        tuple(header),
        tuple(tuple(row) for row in rows),
        tuple(numeric),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
