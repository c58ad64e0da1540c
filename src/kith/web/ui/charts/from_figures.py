"""Turns an edition's figures into charts, gaps kept."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from kith.domain.rules.comparison import may_compare
from kith.domain.rules.funnel import interval_of
from kith.domain.vocabulary.agencies import WELL_KNOWN
from kith.domain.vocabulary.ages import AGE_BANDS
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.figures import Figure, Status
from kith.domain.vocabulary.missing import MissingSetting
from kith.domain.vocabulary.periods import Grain, whole_of
from kith.domain.vocabulary.sex import Sex
from kith.web.ui.charts.values import Annotation, Bar, BarChart, Point, RunChart


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal


OVER_TIME = {"month": "month", "quarter": "quarter"}
GROUP_WORDS = {
    "age_band": "age",
    "sex": "sex",
    "ethnicity": "ethnic group",
    "missing_setting": "where missing from",
    "agency": "agency",
    "area": "area",
}
"""How each breakdown is said."""

_LABELS: dict[str, dict[str, str]] = {
    "age_band": {band.code: band.label for band in AGE_BANDS},
    "ethnicity": {group.value: group.label for group in EthnicGroup},
    "sex": {sex.value: sex.label for sex in Sex},
    "missing_setting": {setting.value: setting.label for setting in MissingSetting},
    "agency": dict(WELL_KNOWN),
}
_ORDER = {dimension: list(labels) for dimension, labels in _LABELS.items()}


def run_chart(
    name: str,
    figures: Sequence[Figure],
    *,
    period: str,
    place: str,
    source: str = "",
    events: tuple[Annotation, ...] = (),
) -> RunChart:
    """A run chart of figures that are broken down by month or by quarter.

    Raises:
        ValueError: there is no figure, so no unit either.
    """
    first = _first(figures)
    points = tuple(_point(f) for f in sorted(figures, key=lambda f: f.period.first))
    return RunChart(
        name=name,
        unit=first.unit,
        period=period,
        place=place,
        points=points,
        step=OVER_TIME.get(_dimension(first), "period"),
        source=source,
        events=tuple(e for e in events if e.at in {p.label for p in points}),
    )


def bar_chart(
    name: str,
    figures: Sequence[Figure],
    *,
    period: str,
    place: str,
    source: str = "",
    labels: dict[str, str] | None = None,
) -> BarChart:
    """A bar chart of figures broken down by a group, not known last.

    ``labels`` names values that have no standing name (agencies, areas).

    Raises:
        ValueError: there is no figure, so no unit either.
    """
    first = _first(figures)
    dimension = _dimension(first)
    return BarChart(
        name=name,
        unit=first.unit,
        period=period,
        place=place,
        bars=tuple(_bar(f, labels or {}) for f in in_order(figures, dimension)),
        by=GROUP_WORDS.get(dimension, dimension.replace("_", " ")),
        source=source,
    )


def cell_label(dimension: str, value: str) -> str:
    """A breakdown's value in words: ``month 2020-03`` is March 2020."""
    if dimension == "month":
        year, name = value.split("-")
        return f"{calendar.month_name[int(name)]} {year}"
    if dimension == "quarter":
        year, number = value.split("-Q")
        month = int(number) * 3
        return (
            f"{calendar.month_name[month - 2]} to {calendar.month_name[month]} {year}"
        )
    words = value.replace("_", " ").replace("-", " ")
    return _LABELS.get(dimension, {}).get(value, words[:1].upper() + words[1:])


def _first(figures: Sequence[Figure]) -> Figure:
    if not figures:
        raise ValueError("a chart needs at least one figure")
    return figures[0]


def _dimension(figure: Figure) -> str:
    return figure.breakdown[0].dimension if figure.breakdown else "period"


def _point(figure: Figure) -> Point:
    dimension = _dimension(figure)
    start = figure.period.first
    short = calendar.month_abbr[start.month]
    if dimension == "quarter":
        short = f"Q{(start.month - 1) // 3 + 1}"
    cell = figure.breakdown[0].value if figure.breakdown else ""
    label = cell_label(dimension, cell) if cell else str(figure.period)
    is_cut = dimension in OVER_TIME and not may_compare(
        figure.period, whole_of(figure.period, Grain(dimension))
    )
    notes = [_note(figure)]
    if is_cut and figure.status.has_value:
        notes.append(f"part of a {dimension}")
    return Point(
        label,
        short,
        figure.value,
        figure.status,
        str(start.year),
        "; ".join(note for note in notes if note),
        is_cut,
    )


def _bar(figure: Figure, labels: dict[str, str]) -> Bar:
    cell = figure.breakdown[0]
    label = labels.get(cell.value) or cell_label(cell.dimension, cell.value)
    low, high = _interval(figure)
    return Bar(label, figure.value, figure.status, _note(figure), low, high)


def _note(figure: Figure) -> str:
    return "low reliability" if figure.status is Status.LOW_RELIABILITY else ""


def _interval(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The 95 % interval of a share or a rate, where its parts may be seen."""
    parts = (figure.numerator, figure.denominator)
    if parts[0] is None or not parts[1] or not figure.status.has_value:
        return None, None
    return interval_of(parts[0], parts[1], figure.unit) or (None, None)


def in_order(figures: Iterable[Figure], dimension: str) -> list[Figure]:
    """The groups of a breakdown as people read them, not known last."""
    order = _ORDER.get(dimension, [])

    def place(figure: Figure) -> tuple[bool, int, str]:
        value = figure.breakdown[0].value
        known = order.index(value) if value in order else len(order)
        return value == "not_known", known, value

    return sorted(figures, key=place)
