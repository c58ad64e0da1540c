"""One measure over several areas: what each says, and a funnel where that is fair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.published.owners import HEALTH, POLICE
from kith.domain.rules.funnel import (
    MULTIPLIERS,
    AreaCount,
    Funnel,
    funnel,
    interval_of,
)
from kith.domain.vocabulary.definitions import Definition
from kith.domain.vocabulary.figures import Status, Unit
from kith.web.benchmarks.presenters import definition_words
from kith.web.benchmarks.values import Shared
from kith.web.published import queries
from kith.web.scorecards.presenters.wording import Value, parts_of, value_of
from kith.web.ui import charts


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.benchmarks.models import MeasureNote
    from kith.web.published.values import PublishedMeasure


ONE_AREA = "The edition holds one area, so there is nothing to set beside it."
A_COUNT = (
    "This is a count, and areas differ in size: a large one counts more of everything. "
    "Only a share or a rate can be compared."
)
TOO_FEW = "Fewer than three areas have figures that may be compared, so no limits can be drawn."
ABSENT = "Not in the edition for these days"
NOT_HELD = "Not held by this area"
AS_SUPPLIED = "Population as whoever counted it supplied it"
OTHERWISE = "left out of the chart, since it counts otherwise"
UNSAID = "It has not said whether it counts the same."
NO_FOOTPRINT = "On whose ground the {} count has not been said."
_OWN = "You see this because it is your own area. Others do not see it beside theirs."


@dataclass(frozen=True)
class AreaRow:
    """An area's value in words, how it holds the measure, and whose ground it is on.

    ``instead`` says why there is no value, who has not consented for one.
    """

    area: PublishedArea
    value: Value | None
    parts: str
    interval: str
    population: str
    held: str
    footprint: str
    instead: str
    own_words: str


@dataclass(frozen=True)
class AreasPage:
    """Everything the page shows; ``why_not`` says why there is no funnel."""

    edition: Edition
    measure: PublishedMeasure
    period: Period
    periods: tuple[Period, ...]
    chart: Markup | None
    why_not: str
    left_out: tuple[str, ...]
    rows: tuple[AreaRow, ...]


@dataclass(frozen=True)
class _Found:
    area: PublishedArea
    figure: Figure | None
    shared: Shared
    note: MeasureNote | None

    @property
    def is_held(self) -> bool:
        return self.note is None or self.note.definition != Definition.NOT_HELD

    @property
    def is_compared(self) -> bool:
        same = self.note is None or self.note.definition == Definition.AGREED
        return self.shared.is_shown and same


def periods_of(viewer: Viewer, code: str) -> tuple[Period, ...]:
    """The days for which any area has the measure's total: the edition's own first."""
    edition = queries.edition(viewer)
    found = {
        one.period
        for area in edition.areas
        for one in queries.other_periods(viewer, code, area.code)
    }
    others = sorted(found - {edition.period}, key=lambda one: (one.last, one.first))
    return (edition.period, *reversed(others))


def areas_page(
    viewer: Viewer,
    code: str,
    period: Period,
    shared: Mapping[str, Shared],
    notes: Iterable[MeasureNote],
) -> AreasPage:
    """A measure in every area of the edition, by the areas' names.

    Raises:
        NotPublishedError: the edition holds no such measure.
    """
    edition = queries.edition(viewer)
    measure = queries.measure(viewer, code)
    said = {one.area_id: one for one in notes}
    found = [
        _Found(
            area=area,
            figure=queries.figure_for(viewer, code, area.code, period),
            shared=shared.get(area.code, Shared((area.name,))),
            note=said.get(area.code),
        )
        for area in sorted(edition.areas, key=lambda one: (one.name, one.code))
    ]
    chart, why_not = _chart(measure, period, found)
    return AreasPage(
        edition=edition,
        measure=measure,
        period=period,
        periods=periods_of(viewer, code),
        chart=charts.figure(chart) if chart else None,
        why_not=why_not,
        left_out=tuple(
            f"{one.area.name} is {OTHERWISE}."
            for one in found
            if chart and one.shared.is_shown and not one.is_compared
        ),
        rows=tuple(_row(measure, one) for one in found),
    )


def _chart(
    measure: PublishedMeasure, period: Period, found: Sequence[_Found]
) -> tuple[charts.FunnelChart | None, str]:
    if len(found) == 1:
        return None, ONE_AREA
    if measure.unit is not Unit.PER_CENT and measure.unit not in MULTIPLIERS:
        return None, A_COUNT
    compared = [one for one in found if one.is_compared]
    counts = [
        AreaCount(one.area.code, one.figure.numerator, one.figure.denominator)
        for one in compared
        if one.figure and one.figure.numerator is not None and one.figure.denominator
    ]
    judged = funnel(counts, measure.unit)
    if judged is None:
        return None, TOO_FEW
    return _drawn(measure, period, compared, judged), ""


def _drawn(
    measure: PublishedMeasure,
    period: Period,
    found: Sequence[_Found],
    judged: Funnel,
) -> charts.FunnelChart:
    by_code = {one.area: one for one in judged.judged}
    spots = []
    for each in found:
        one = by_code.get(each.area.code)
        if one is None:
            status = each.figure.status if each.figure else Status.NOT_SUPPLIED
            spots.append(charts.Spot(each.area.name, status=status))
            continue
        spots.append(
            charts.Spot(
                each.area.name,
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
        period=str(period),
        place=f"{len(found)} areas",
        spots=tuple(spots),
        centre=judged.centre,
        sizes=measure.denominator or "size",
    )


def _row(measure: PublishedMeasure, one: _Found) -> AreaRow:
    is_shown = one.shared.is_shown and one.is_held
    figure = one.figure if is_shown else None
    is_apart = one.shared.is_own and bool(one.shared.not_by)
    return AreaRow(
        area=one.area,
        value=value_of(figure) if figure else None,
        parts=parts_of(figure) if figure and measure.denominator else "",
        interval=_interval(figure) if figure else "",
        population=_population(figure) if figure else "",
        held=_held(one.note),
        footprint=_footprint(one),
        instead="" if figure else _instead(one),
        own_words=_OWN if is_apart else "",
    )


def _instead(one: _Found) -> str:
    if one.shared.is_shown:
        return ABSENT if one.is_held else NOT_HELD
    *others, last = one.shared.not_by
    named = f"{', '.join(others)} or {last}" if others else last
    return f"Not shared by {named}"


def _held(note: MeasureNote | None) -> str:
    return definition_words(note.definition, note.how) if note else UNSAID


def _footprint(one: _Found) -> str:
    """On whose ground it is counted: always said where police or health count."""
    if one.note and one.note.footprint:
        return one.note.footprint
    words = {POLICE: "police", HEALTH: "health services"}.get(one.shared.owner)
    return NO_FOOTPRINT.format(words) if words else ""


def _population(figure: Figure) -> str:
    if figure.population_year:
        return f"Population of mid-{figure.population_year}"
    return AS_SUPPLIED if figure.unit in MULTIPLIERS else ""


def _interval(figure: Figure) -> str:
    if figure.numerator is None or not figure.denominator:
        return ""
    found = interval_of(figure.numerator, figure.denominator, figure.unit)
    if found is None:
        return ""
    low, high = (charts.number(end, figure.unit) for end in found)
    return f"95 % interval {low} to {high}"
