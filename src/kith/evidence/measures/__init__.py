"""Measures: what agencies' rows say, as figures that open to their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import (
    Grain,
    Period,
    academic_year,
    calendar_year,
    financial_year,
    whole_of,
)
from kith.evidence.measures import catalogue as _catalogue
from kith.evidence.measures.answering import Asked, all_told
from kith.evidence.measures.breakdowns import (
    ABOUT_THE_EVENT,
    DIMENSIONS,
    can_hold,
    grouping_of,
)
from kith.evidence.measures.catalogue import DEFINITIONS, MEASURES
from kith.evidence.measures.measure import Measure
from kith.evidence.measures.tracing import counted_rows, sent_rows


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.measures.register import Indicator
    from kith.evidence.store.fact_store import FactStore


PUBLISHED_BREAKDOWNS = (
    (),
    *((name,) for name in DIMENSIONS if name not in {"area", *ABOUT_THE_EVENT}),
)
"""The total, then each breakdown alone that most measures have."""


def figures(
    store: FactStore,
    *,
    measures: Sequence[str],
    areas: Sequence[str],
    period: Period,
    by: Sequence[str] = (),
    all_sources: bool = False,
) -> list[Figure]:
    """True values, before disclosure: one figure a measure, area and cell.

    With ``all_sources`` the figures that lost to a counted one follow it.
    """
    told = answers(store, measures=measures, areas=areas, period=period, by=by)
    return [figure for each in told for figure in (each if all_sources else each[:1])]


def answers(
    store: FactStore,
    *,
    measures: Sequence[str],
    areas: Sequence[str],
    period: Period,
    by: Sequence[str] = (),
) -> Iterator[tuple[Figure, ...]]:
    """For each cell the figure to print, then those of other sources.

    No measures named means all, indicators included.
    """
    definitions = _definitions(measures or DEFINITIONS)
    asked = Asked(definitions, tuple(areas), period, (grouping_of(by),))
    return all_told(store, asked)


def rows(store: FactStore, *, measure: str, area: str, period: Period) -> pa.Table:
    """The rows that a figure counts, each with where it came from."""
    definition = DEFINITIONS[measure]
    if isinstance(definition, Measure):
        return counted_rows(store, definition, area, period)
    return sent_rows(store, measure, area, period)


def published_figures(store: FactStore) -> list[Figure]:
    """What an edition holds: totals, each breakdown alone, and the series' totals."""
    return _published(store, _definitions(DEFINITIONS))


def published_family(
    store: FactStore, measures: Iterable[str], period: Period
) -> list[Figure]:
    """What an edition holds of some measures and of all that share their counts.

    Of another period than the edition's, every breakdown alone besides.
    """
    definitions = _definitions(family(measures))
    figures = _published(store, definitions)
    if period != store.partnership.period:
        areas = store.partnership.area_codes
        for asked in _each_breakdown(definitions, areas, period):
            figures += [chosen for chosen, *_ in all_told(store, asked)]
    return figures


def family(measures: Iterable[str]) -> list[str]:
    """The measures, and those that count the same rows, in the order shown."""
    names = set(measures)
    while True:
        counted = [_counts_of(measure) for measure in MEASURES.values()]
        linked = set().union(*(together for together in counted if together & names))
        if linked <= names:
            return [code for code in DEFINITIONS if code in names]
        names |= linked


def _counts_of(measure: Measure) -> set[str]:
    """The measure and the counts it is made of; a population is nobody's count."""
    parts = set(measure.counts) if measure.is_made_of_counts else set()
    return {measure.code} | (parts - {"", "children_population"})


def _definitions(codes: Iterable[str]) -> tuple[Measure | Indicator, ...]:
    return tuple(DEFINITIONS[code] for code in codes)


def _published(
    store: FactStore, definitions: tuple[Measure | Indicator, ...]
) -> list[Figure]:
    areas, period = store.partnership.area_codes, store.partnership.period
    span = store.partnership.span
    totals = [
        *years_inside(period),
        *series_before(period, span),
    ]
    questions = [
        *_each_breakdown(definitions, areas, period),
        *(Asked(definitions, areas, days, ((),), whole_only=True) for days in totals),
    ]
    return [chosen for asked in questions for chosen, *_ in all_told(store, asked)]


def _each_breakdown(
    definitions: tuple[Measure | Indicator, ...], areas: tuple[str, ...], period: Period
) -> Iterator[Asked]:
    """Every breakdown alone; what only some events tell, of those that do."""
    yield Asked(definitions, areas, period, PUBLISHED_BREAKDOWNS)
    for name in ABOUT_THE_EVENT:
        able = tuple(
            one
            for one in definitions
            if isinstance(one, Measure)
            and one.selection
            and can_hold(one.selection, name)
        )
        yield Asked(able, areas, period, ((name,),))


def years_inside(period: Period) -> Iterator[Period]:
    """The calendar, financial and academic years that lie wholly inside a period."""
    if period.is_twelve_months:
        return
    for year in range(period.first.year - 1, period.last.year + 1):
        for whole in (calendar_year(year), financial_year(year), academic_year(year)):
            if period.first <= whole.first and whole.last <= period.last:
                yield whole


def series_before(period: Period, span: Period) -> Iterator[Period]:
    """What a span tells beside the period at its end: years, then quarters.

    Calendar years are made of the quarters told; financial years are what national
    statistics tell. The quarter that the period cuts is told whole, because the
    period's own breakdown by quarter holds a part of it only.
    """
    for year in range(span.first.year - 1, span.last.year + 1):
        for whole in (calendar_year(year), financial_year(year)):
            inside = span.first <= whole.first and whole.last <= span.last
            if inside and whole.first < period.first:
                yield whole
    for quarter in span.parts(Grain.QUARTER):
        is_whole = whole_of(quarter, Grain.QUARTER) == quarter
        if is_whole and quarter.first < period.first:
            yield quarter


def catalogue() -> list[dict[str, object]]:
    """Rows of ``contracts.published.measures``: measures, then indicators."""
    return _catalogue.rows()


__all__ = [
    "DEFINITIONS",
    "MEASURES",
    "answers",
    "catalogue",
    "family",
    "figures",
    "published_family",
    "published_figures",
    "rows",
]
