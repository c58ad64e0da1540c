"""One figure as its page shows it: value, charts, how it is counted, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.rulebooks import UnknownRulebook, rulebook
from kith.domain.vocabulary.figures import Kind
from kith.domain.vocabulary.periods import Grain, say_day, whole_of
from kith.web.published import queries
from kith.web.scorecards.presenters.senders import feed_title
from kith.web.scorecards.presenters.trends import (
    group_chart,
    month_chart,
    quarter_chart,
)
from kith.web.scorecards.presenters.wording import (
    KINDS,
    Value,
    comparison_note,
    comparison_warning,
    parts_of,
    value_of,
)
from kith.web.ui import charts


if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import (
        PublishedFinding,
        PublishedMeasure,
        PublishedSource,
    )


GROUPS = ("age_band", "sex", "ethnicity", "missing_setting", "agency", "area")
"""Drawn as bars. Quarters are not: the months say more, and a report period may cut
the first quarter short, which a bar beside a whole one would hide."""
AT_ONE_DAY = {Kind.SNAPSHOT}


@dataclass(frozen=True)
class Counting:
    """A line of "how this is counted"."""

    name: str
    words: str


@dataclass(frozen=True)
class OtherPeriod:
    """The same measure for another period of the edition.

    ``warning`` says why it may not be compared with the page's figure; empty if it may.
    """

    period: Period
    value: Value
    parts: str
    warning: str


@dataclass(frozen=True)
class SourceRow:
    """A return that the figure rests on."""

    source: PublishedSource
    feed: str
    agency: str


@dataclass(frozen=True)
class FigurePage:
    """Everything the page shows."""

    edition: Edition
    area: PublishedArea
    measure: PublishedMeasure
    figure: Figure
    value: Value
    parts: str
    when: str
    trend: Markup | None
    series: Markup | None
    breakdowns: tuple[Markup, ...]
    others: tuple[OtherPeriod, ...]
    counting: tuple[Counting, ...]
    sources: tuple[SourceRow, ...]
    findings: tuple[PublishedFinding, ...]
    retold: int


def figure_page(viewer: Viewer, code: str, area_code: str | None) -> FigurePage:
    """The page of a measure in an area.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    edition = queries.edition(viewer)
    area = queries.area(viewer, area_code)
    measure = queries.measure(viewer, code)
    figure = queries.figure(viewer, code, area.code)
    chart = month_chart(viewer, measure, area)
    series = quarter_chart(viewer, measure, area)
    sources = queries.sources(viewer, code, area.code)
    return FigurePage(
        edition=edition,
        area=area,
        measure=measure,
        figure=figure,
        value=value_of(figure),
        parts=parts_of(figure) if measure.denominator else "",
        when=_when(measure, figure),
        trend=charts.figure(chart) if chart else None,
        series=charts.figure(series) if series else None,
        breakdowns=tuple(_breakdowns(viewer, measure, area)),
        others=tuple(_others(viewer, measure, figure)),
        counting=tuple(_counting(measure, figure, area)),
        sources=tuple(
            SourceRow(one, feed_title(one.feed), edition.agency_name(one.agency))
            for one in sources
        ),
        findings=queries.findings(viewer, code),
        retold=sum(source.rows_superseded for source in sources),
    )


def _when(measure: PublishedMeasure, figure: Figure) -> str:
    if measure.kind in AT_ONE_DAY:
        return f"on {say_day(figure.period.last)}"
    return str(figure.period)


def _breakdowns(
    viewer: Viewer, measure: PublishedMeasure, area: PublishedArea
) -> Iterator[Markup]:
    for dimension in GROUPS:
        chart = group_chart(viewer, measure, area, dimension)
        if chart is not None:
            yield charts.figure(chart)


def _others(
    viewer: Viewer, measure: PublishedMeasure, figure: Figure
) -> Iterator[OtherPeriod]:
    """Its years; the quarters stand in a chart of their own."""
    for other in queries.other_periods(viewer, measure.code, figure.area):
        if whole_of(other.period, Grain.QUARTER) == other.period:
            continue
        parts = parts_of(other) if measure.denominator else ""
        warning = comparison_warning(figure.period, other.period, measure.kind)
        yield OtherPeriod(other.period, value_of(other), parts, warning)


def _counting(
    measure: PublishedMeasure, figure: Figure, area: PublishedArea
) -> Iterator[Counting]:
    yield Counting("Definition", measure.definition)
    if measure.doubt:
        yield Counting("Not settled", measure.doubt)
    yield Counting("Kind", f"{measure.kind.value.capitalize()}. {KINDS[measure.kind]}")
    note = comparison_note(figure.period, measure.kind)
    yield Counting("Period", f"{figure.period}. {note}".strip())
    yield Counting("Place", f"{area.name} ({area.code})")
    yield Counting("Numerator", _part(measure.numerator, figure.numerator, figure))
    if measure.denominator:
        words = _part(measure.denominator, figure.denominator, figure)
        yield Counting("Denominator", words)
    if figure.population_year:
        yield Counting(
            "Population",
            f"Office for National Statistics, mid-{figure.population_year}",
        )
    if measure.rulebook:
        yield Counting("Rulebook", _rulebook_title(measure.rulebook))
    yield Counting("Authority", measure.authority or "None is stated.")
    yield Counting("Version", f"{measure.version} of this definition")
    for on, because in measure.breaks:
        yield Counting(
            "Series breaks", f"Counted otherwise from {say_day(on)}: {because}"
        )


def _rulebook_title(code: str) -> str:
    try:
        return rulebook(code).title
    except UnknownRulebook:
        return code


def _part(words: str, count: int | None, figure: Figure) -> str:
    said = words[:1].upper() + words[1:]
    if count is not None:
        return f"{said}: {count:,}"
    # A median has no count of its own to print; a missing figure says why.
    return said if figure.status.has_value else f"{said}: {_absence(figure)}"


def _absence(figure: Figure) -> str:
    return value_of(figure).words.lower()
