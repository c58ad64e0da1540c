"""A measure's months, and the quarters of its years, ready to be drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kith.domain.vocabulary.ages import NOT_KNOWN
from kith.domain.vocabulary.periods import Period
from kith.web.published import queries
from kith.web.published.senders import source_words
from kith.web.ui import charts
from kith.web.ui.charts.from_figures import cell_label


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


EVENTS = (
    charts.Annotation("March 2020", "schools close"),
    charts.Annotation("January to March 2020", "schools close"),
)
"""What happened to everybody, named where a chart covers the month or quarter."""


FEWEST_MONTHS = 2
FEWEST_GROUPS = 2


def month_chart(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea
) -> charts.RunChart | None:
    """The measure month by month; None where there are not two months to join."""
    months = queries.breakdown(viewer, measure.code, area.code, "month")
    if sum(month.status.has_value for month in months) < FEWEST_MONTHS:
        return None
    chart = charts.run_chart(
        measure.title,
        months,
        period=str(queries.edition(viewer).period),
        place=area.name,
        source=source_words(viewer, measure, area),
        events=(*EVENTS, *_breaks(measure, months)),
    )
    return replace(chart, carries_over=measure.carries_over)


def quarter_chart(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea
) -> charts.RunChart | None:
    """The measure quarter by quarter; None where the edition tells no earlier ones."""
    quarters = queries.quarters(viewer, measure.code, area.code)
    if sum(quarter.status.has_value for quarter in quarters) < FEWEST_MONTHS:
        return None
    chart = charts.run_chart(
        measure.title,
        quarters,
        period=str(Period(quarters[0].period.first, quarters[-1].period.last)),
        place=area.name,
        source=source_words(viewer, measure, area),
        events=(*EVENTS, *_breaks(measure, quarters)),
    )
    return replace(chart, carries_over=measure.carries_over)


def trend_chart(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea
) -> charts.RunChart | None:
    """The measure over time as finely as it is told: by month, else by quarter."""
    months = month_chart(viewer, measure, area)
    return months or quarter_chart(viewer, measure, area)


def _breaks(
    measure: PublishedMeasure, steps: Sequence[Figure]
) -> Iterator[charts.Annotation]:
    """Where what is counted changed: another series begins with that step."""
    for on, _ in measure.breaks:
        for step in steps:
            if on in step.period:
                (cell,) = step.breakdown
                label = cell_label(cell.dimension, cell.value)
                yield charts.Annotation(
                    label, "counted otherwise", restarts=True, breaks=True
                )


def group_chart(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea, dimension: str
) -> charts.BarChart | None:
    """The measure by a group; None where the edition does not break it down so."""
    edition = queries.edition(viewer)
    groups = queries.breakdown(viewer, measure.code, area.code, dimension)
    # One group alone compares nothing, and repeats the total.
    if len(groups) < FEWEST_GROUPS or not any(g.status.has_value for g in groups):
        return None
    return charts.bar_chart(
        measure.title,
        groups,
        period=str(edition.period),
        place=area.name,
        source=source_words(viewer, measure, area),
        labels=_names(groups, edition) if dimension == "agency" else None,
    )


def _names(groups: tuple[Figure, ...], edition: Edition) -> dict[str, str]:
    codes = {cell.value for group in groups for cell in group.breakdown}
    return {code: edition.agency_name(code) for code in codes if code != NOT_KNOWN}
