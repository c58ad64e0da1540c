"""One measure over several areas: a funnel where that is fair, else why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.funnel import MULTIPLIERS, AreaCount, Funnel, funnel
from kith.domain.vocabulary.figures import Status, Unit
from kith.web.published import queries
from kith.web.published.values import NotPublishedError
from kith.web.scorecards.presenters.wording import Value, parts_of, value_of
from kith.web.ui import charts


if TYPE_CHECKING:
    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


ONE_AREA = "The edition holds one area, so there is nothing to set beside it."
A_COUNT = (
    "This is a count, and areas differ in size: a large one counts more of everything. "
    "Only a share or a rate can be compared."
)
TOO_FEW = (
    "Fewer than three areas have figures that may be seen, so no limits can be drawn."
)


@dataclass(frozen=True)
class AreaRow:
    """An area's value in words."""

    area: PublishedArea
    value: Value | None
    parts: str


@dataclass(frozen=True)
class AreasPage:
    """Everything the page shows; ``why_not`` says why there is no funnel."""

    edition: Edition
    measure: PublishedMeasure
    chart: Markup | None
    why_not: str
    rows: tuple[AreaRow, ...]


def areas_page(viewer: Viewer, code: str) -> AreasPage:
    """A measure in every area of the edition.

    Raises:
        NotPublishedError: the edition holds no such measure.
    """
    edition = queries.edition(viewer)
    measure = queries.measure(viewer, code)
    found = [(area, _figure(viewer, code, area)) for area in edition.areas]
    chart, why_not = _chart(edition, measure, found)
    return AreasPage(
        edition=edition,
        measure=measure,
        chart=charts.figure(chart) if chart else None,
        why_not=why_not,
        rows=tuple(_row(measure, area, figure) for area, figure in found),
    )


def _chart(
    edition: Edition,
    measure: PublishedMeasure,
    found: list[tuple[PublishedArea, Figure | None]],
) -> tuple[charts.FunnelChart | None, str]:
    if len(found) == 1:
        return None, ONE_AREA
    if measure.unit is not Unit.PER_CENT and measure.unit not in MULTIPLIERS:
        return None, A_COUNT
    counts = [
        AreaCount(area.code, figure.numerator, figure.denominator)
        for area, figure in found
        if figure and figure.numerator is not None and figure.denominator
    ]
    judged = funnel(counts, measure.unit)
    if judged is None:
        return None, TOO_FEW
    return _drawn(edition, measure, found, judged), ""


def _drawn(
    edition: Edition,
    measure: PublishedMeasure,
    found: list[tuple[PublishedArea, Figure | None]],
    judged: Funnel,
) -> charts.FunnelChart:
    by_code = {one.area: one for one in judged.judged}
    spots = []
    for area, figure in found:
        one = by_code.get(area.code)
        if one is None:
            status = figure.status if figure else Status.NOT_SUPPLIED
            spots.append(charts.Spot(area.name, status=status))
            continue
        spots.append(
            charts.Spot(
                area.name,
                size=one.size,
                value=one.value,
                low=one.interval[0],
                high=one.interval[1],
                place=one.place,
            )
        )
    return charts.FunnelChart(
        name=measure.title,
        unit=measure.unit,
        period=str(edition.period),
        place=f"{len(found)} areas",
        spots=tuple(spots),
        centre=judged.centre,
        sizes=measure.denominator or "size",
    )


def _figure(viewer: Viewer, code: str, area: PublishedArea) -> Figure | None:
    try:
        return queries.figure(viewer, code, area.code)
    except NotPublishedError:
        return None


def _row(
    measure: PublishedMeasure, area: PublishedArea, figure: Figure | None
) -> AreaRow:
    parts = parts_of(figure) if figure and measure.denominator else ""
    return AreaRow(area, value_of(figure) if figure else None, parts)
