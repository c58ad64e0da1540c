"""Any published measure, by any breakdown it has, for an area and a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kith.web.published import queries
from kith.web.scorecards.presenters.trends import (
    group_chart,
    month_chart,
    quarter_chart,
)
from kith.web.scorecards.presenters.wording import Value, parts_of, value_of
from kith.web.ui import charts
from kith.web.ui.charts.from_figures import GROUP_WORDS


if TYPE_CHECKING:
    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


OVER_TIME = {"month": month_chart, "quarter": quarter_chart}
BREAKDOWNS = {"month": "month", "quarter": "quarter, of every year told", **GROUP_WORDS}
"""What a figure can be divided by, as the form says it."""
TWO_AT_ONCE = (
    "The published tables divide a figure one way at a time. Two ways at once make cells "
    "so small that they would have to be cleared anew: ask the partnership's analyst."
)
OTHER_PERIOD = "Only the total is published for that period, so it is not divided."
NO_SUCH = "This figure is not published by {}."


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see."""

    measure: str
    by: str = ""
    also_by: str = ""
    area: str = ""
    period: str = ""


@dataclass(frozen=True)
class View:
    """What they see: the value, then a chart for each breakdown, or why not."""

    edition: Edition
    area: PublishedArea
    measure: PublishedMeasure
    period: Period
    value: Value
    parts: str
    charts: tuple[Markup, ...]
    gaps: tuple[str, ...]
    link: str
    question: str
    """The same as a question to the figures themselves, for those who may ask one."""


def view_of(viewer: Viewer, asked: Asked, period: Period) -> View:
    """The view of what was asked.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    edition = queries.edition(viewer)
    area = queries.area(viewer, asked.area or None)
    measure = queries.measure(viewer, asked.measure)
    figure = queries.figure(viewer, measure.code, area.code)
    if period != edition.period:
        others = queries.other_periods(viewer, measure.code, area.code)
        figure = next((one for one in others if one.period == period), figure)
    drawn, gaps = _divided(viewer, measure, area, asked)
    if figure.period != edition.period and (asked.by or asked.also_by):
        drawn, gaps = (), (OTHER_PERIOD,)
    return View(
        edition=edition,
        area=area,
        measure=measure,
        period=figure.period,
        value=value_of(figure),
        parts=parts_of(figure) if measure.denominator else "",
        charts=drawn,
        gaps=gaps,
        link=urlencode({k: v for k, v in vars(asked).items() if v}),
        question=_question(measure.code, area.code, figure.period, asked),
    )


def _question(measure: str, area: str, period: Period, asked: Asked) -> str:
    said = [
        ("measure", measure),
        ("area", area),
        ("from", period.first.isoformat()),
        ("to", period.last.isoformat()),
        *(("by", way) for way in (asked.by, asked.also_by) if way),
    ]
    return urlencode(said)


def _divided(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea, asked: Asked
) -> tuple[tuple[Markup, ...], tuple[str, ...]]:
    """A chart for each way it is divided; two ways stand one under the other."""
    drawn: list[Markup] = []
    gaps: list[str] = []
    ways = list(dict.fromkeys(way for way in (asked.by, asked.also_by) if way))
    for way in ways:
        chart: charts.Chart | None
        if way in OVER_TIME:
            chart = OVER_TIME[way](viewer, measure, area)
        else:
            chart = group_chart(viewer, measure, area, way)
        if chart is None:
            gaps.append(NO_SUCH.format(BREAKDOWNS[way]))
        else:
            drawn.append(charts.figure(chart))
    if len(ways) > 1:
        gaps.append(TWO_AT_ONCE)
    return tuple(drawn), tuple(gaps)
