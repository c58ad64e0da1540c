"""What a chart says, in words that are computed and therefore true."""

from __future__ import annotations

from itertools import pairwise

from kith.web.ui.charts.funnel_wording import funnel_finding, funnel_sentence
from kith.web.ui.charts.limits import (
    FEWEST_POINTS,
    Signal,
    has_limits,
    limits,
    signals,
    stretches,
)
from kith.web.ui.charts.numbers import number, plain, unit_words
from kith.web.ui.charts.values import (
    Bar,
    BarChart,
    Chart,
    FunnelChart,
    Point,
    RunChart,
    StructureChart,
)


def finding(chart: Chart) -> str:
    """The chart's heading: what it shows, not what it is."""
    if chart.finding:
        return chart.finding
    match chart:
        case RunChart():
            return _run_finding(chart)
        case BarChart():
            return _bar_finding(chart)
        case StructureChart():
            return chart.name
        case FunnelChart():
            return funnel_finding(chart)


def sentence(chart: Chart) -> str:
    """What it is, how it moved, whether that is more than chance, what is missing."""
    match chart:
        case RunChart():
            return _joined(
                _run_span(chart),
                _restart_words(chart),
                _run_change(chart),
                _missing_steps(chart),
            )
        case BarChart():
            return _bar_words(chart)
        case StructureChart():
            return _structure_words(chart)
        case FunnelChart():
            return funnel_sentence(chart)


def subtitle(chart: Chart) -> str:
    """Measure, unit, period and place, under the heading."""
    return ", ".join(part for part in (what(chart), chart.place, chart.period) if part)


def what(chart: Chart) -> str:
    """What is drawn, by what: ``Referrals by month``."""
    match chart:
        case RunChart():
            return f"{_with_unit(chart)} by {chart.step}"
        case BarChart():
            return f"{_with_unit(chart)} by {chart.by}"
        case StructureChart():
            return chart.name
        case FunnelChart():
            return f"{_with_unit(chart)} by area and size"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _with_unit(chart: RunChart | BarChart | FunnelChart) -> str:
    words = unit_words(chart.unit)
    if words.lower() in chart.name.lower():
        return chart.name
    return f"{chart.name} ({words})"


def _shown(chart: RunChart) -> list[Point]:
    return [point for point in chart.points if not point.is_gap]


def _value(item: Point | Bar, chart: RunChart | BarChart) -> str:
    if item.is_gap or item.value is None:
        return item.gap_words
    return number(item.value, chart.unit)


def _run_finding(chart: RunChart) -> str:
    if not _shown(chart):
        return f"{chart.name}: no {chart.step} can be shown"
    if chart.carries_over:
        return _carried_finding(chart)
    if not has_limits(chart):
        return f"{chart.name}: too few {chart.step}s to tell a change from chance"
    outside = [_outside_words(chart, i, s) for i, s in _outside(chart)]
    if len(outside) == 1:
        return f"{chart.name}: outside the usual range once, {outside[0]}"
    if outside:
        count = len(outside)
        return f"{chart.name}: outside the usual range in {count} {chart.step}s"
    if signals(chart):
        return f"{chart.name}: a long run on one side of the average"
    which = _told_part(chart, f"no {chart.step}")
    return f"{chart.name}: {which} differs by more than chance would explain"


def _carried_finding(chart: RunChart) -> str:
    first, *_, last = (shown := _shown(chart)) * 2
    if len(shown) == 1:
        return f"{chart.name}: {_value(first, chart)} in {first.label}"
    if first.value == last.value:
        return f"{chart.name}: the same in {first.label} and {last.label}"
    return (
        f"{chart.name}: from {_value(first, chart)} in {first.label} "
        f"to {_value(last, chart)} in {last.label}"
    )


def _outside(chart: RunChart) -> list[tuple[int, Signal]]:
    marks = signals(chart).items()
    return [(i, s) for i, s in sorted(marks) if s in {Signal.HIGH, Signal.LOW}]


def _outside_words(chart: RunChart, position: int, signal: Signal) -> str:
    point = chart.points[position]
    return f"{signal} in {point.label} ({_value(point, chart)})"


def _run_span(chart: RunChart) -> str:
    shown = _shown(chart)
    if not shown:
        return f"{chart.name}: no {chart.step} of {chart.period} can be shown."
    whole = [point for point in shown if not point.is_cut] or shown
    ordered = sorted(whole, key=lambda point: point.value or 0)
    least, most = ordered[0], ordered[-1]
    if least.value == most.value:
        return f"{chart.name} by {chart.step}: {_value(least, chart)} each time."
    return (
        f"{chart.name} by {chart.step} ran from {_value(least, chart)} "
        f"({least.label}) to {_value(most, chart)} ({most.label})"
        f"{_average_words(chart)}."
    )


def _restart_words(chart: RunChart) -> str:
    """Where limits start anew, and which part has too few points for any."""
    parts = stretches(chart)
    if len(parts) < 2 or not has_limits(chart):
        return ""
    said = {event.at: event.words for event in chart.events if event.restarts}
    words = []
    for before, part in pairwise(parts):
        at = chart.points[part.start].label
        words.append(f"Limits start anew in {at} ({said[at]}).")
        if before.found is None:
            words.append(
                f"Before that there are fewer than {FEWEST_POINTS} {chart.step}s to "
                "tell a change from chance."
            )
    if parts[-1].found is None:
        words.append(
            f"Since then there are fewer than {FEWEST_POINTS} {chart.step}s to tell a "
            "change from chance."
        )
    return " ".join(words)


def _average_words(chart: RunChart) -> str:
    found = limits(chart)
    if found is None or len(stretches(chart)) > 1:
        return ""
    if chart.unit.value.startswith("per"):
        return f", around a centre line of {number(found.centre, chart.unit)}"
    return f", {plain(found.centre)} on average"


def _run_change(chart: RunChart) -> str:
    shown = _shown(chart)
    if not shown:
        return ""
    if not any(point.value for point in shown):
        return ""
    if chart.carries_over:
        return (
            f"Many of the same children are counted {chart.step} after {chart.step}, "
            "so limits of chance are not drawn."
        )
    if not has_limits(chart):
        return (
            f"With {len(shown)} {chart.step}{_s(len(shown))} shown, fewer than "
            f"{FEWEST_POINTS} or not side by side, a change cannot be told from chance."
        )
    outside = [_outside_words(chart, i, s) for i, s in _outside(chart)]
    parts = []
    if outside:
        parts.append(f"More than chance would explain: {_and(outside)}.")
    parts.extend(_run_words(chart))
    changes = _told_part(chart, "the changes")
    said = f"{changes} are no more than chance would explain."
    return " ".join(parts) or said[:1].upper() + said[1:]


def _told_part(chart: RunChart, words: str) -> str:
    """Words about the part of the chart that has limits, where not all of it has."""
    parts = stretches(chart)
    if len(parts) < 2 or all(part.found for part in parts):
        return words
    if not parts[-1].found:
        return f"{words} before {chart.points[parts[-1].start].label}"
    told = next(part for part in reversed(parts) if part.found)
    first = chart.points[told.start].label
    return f"{words} since {first}" if told is parts[-1] else words


def _run_words(chart: RunChart) -> list[str]:
    marks = signals(chart)
    said = []
    for signal, side in ((Signal.RUN_ABOVE, "above"), (Signal.RUN_BELOW, "below")):
        places = [i for i, mark in sorted(marks.items()) if mark is signal]
        if places:
            first, last = chart.points[places[0]].label, chart.points[places[-1]].label
            said.append(
                f"From {first} to {last} it stayed {side} its average for longer "
                "than chance would explain."
            )
    return said


def _missing_steps(chart: RunChart) -> str:
    said = []
    for words in dict.fromkeys(p.gap_words for p in chart.points if p.is_gap):
        places = [p.label for p in chart.points if p.is_gap and p.gap_words == words]
        every = len(places) == len(chart.points)
        where = f"Every {chart.step}" if every else _and(places)
        said.append(f"{where}: {words}.")
    return " ".join(said)


def _bar_finding(chart: BarChart) -> str:
    shown = [bar for bar in chart.bars if not bar.is_gap]
    if not shown:
        return f"{chart.name} by {chart.by}: no group can be shown"
    top = max(bar.value or 0 for bar in shown)
    most = [bar for bar in shown if bar.value == top]
    whole = len(shown) == len(chart.bars)
    where = "" if whole else " of the groups shown"
    if top == 0:
        return f"{chart.name} by {chart.by}: none in any group{where}"
    if len(most) > 1:
        return f"{chart.name} by {chart.by}: several groups are level{where}"
    lead = f"{chart.name} by {chart.by}: highest for {most[0].label}{where}"
    return f"{lead}, {_value(most[0], chart)}"


def _bar_words(chart: BarChart) -> str:
    # Group names hold commas of their own, so semicolons part them.
    said = "; ".join(f"{bar.label}: {_value(bar, chart)}" for bar in chart.bars)
    return f"{chart.name} by {chart.by}. {said}.{_interval_words(chart)}"


def _interval_words(chart: BarChart) -> str:
    known = [b for b in chart.bars if b.low is not None and b.high is not None]
    if len(known) < 2:
        return ""
    lowest_top = min(b.high for b in known if b.high is not None)
    highest_foot = max(b.low for b in known if b.low is not None)
    if highest_foot > lowest_top:
        return " At least two groups differ by more than their 95 % intervals."
    return " The 95 % intervals overlap: the differences may be chance."


def _structure_words(chart: StructureChart) -> str:
    said = []
    waiting = [chart.root]
    while waiting:
        body = waiting.pop(0)
        if body.members:
            names = _and([member.name for member in body.members])
            verb = "reports" if len(body.members) == 1 else "report"
            said.append(f"To the {body.name} {verb}: {names}.")
        waiting.extend(body.members)
    return " ".join(said)


def _and(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
