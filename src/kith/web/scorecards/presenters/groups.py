"""Is it the same for every group of children? Shares and rates with their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.domain.rules.disproportion import Beside, beside_all
from kith.domain.rules.funnel import MULTIPLIERS
from kith.domain.vocabulary.ages import NOT_KNOWN
from kith.domain.vocabulary.figures import Status, Unit
from kith.web.published import queries
from kith.web.scorecards.presenters.trends import group_chart
from kith.web.scorecards.presenters.wording import number_of, value_of
from kith.web.ui import charts
from kith.web.ui.charts.from_figures import GROUP_WORDS, cell_label, in_order


if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


DIMENSIONS = ("ethnicity", "sex", "age_band")
A_COUNT = (
    "It cannot be said, because this is a count and groups differ in size. A rate or a "
    "share of the same thing can be looked at."
)
NO_WHOLE = "It cannot be said, because the figure for all children is not shown."
NO_GROUPS = "It cannot be said by {}, because {}."
NOT_DIVIDED = "the edition does not break this figure down so"
NO_SIZES = "no group has both a count and a size that may be shown"


@dataclass(frozen=True)
class GroupLine:
    """A group beside all children, in words."""

    label: str
    value: str
    parts: str
    times: str
    verdict: str


@dataclass(frozen=True)
class GroupPart:
    """One way to divide children: the chart and each group, or why it cannot be said."""

    by: str
    chart: Markup | None
    lines: tuple[GroupLine, ...]
    not_known: str
    cautions: tuple[str, ...]
    why_not: str


@dataclass(frozen=True)
class GroupsPage:
    """Everything the page shows."""

    edition: Edition
    area: PublishedArea
    measure: PublishedMeasure
    whole: str
    parts: tuple[GroupPart, ...]
    why_not: str
    instead: tuple[PublishedMeasure, ...]


def groups_page(viewer: Viewer, code: str, area_code: str | None) -> GroupsPage:
    """A measure by group, beside its value for all.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    area = queries.area(viewer, area_code)
    measure = queries.measure(viewer, code)
    figure = queries.figure(viewer, code, area.code)
    why_not = _why_not(measure, figure)
    return GroupsPage(
        edition=queries.edition(viewer),
        area=area,
        measure=measure,
        whole=number_of(figure),
        parts=()
        if why_not
        else tuple(_part(viewer, measure, area, figure, one) for one in DIMENSIONS),
        why_not=why_not,
        instead=tuple(_instead(viewer, measure)) if why_not else (),
    )


def can_be_asked(measure: PublishedMeasure) -> bool:
    """Whether groups may be set beside each other: of a share or a rate."""
    return measure.unit is Unit.PER_CENT or measure.unit in MULTIPLIERS


def _why_not(measure: PublishedMeasure, figure: Figure) -> str:
    if not can_be_asked(measure):
        return A_COUNT
    return "" if figure.value else NO_WHOLE


def _instead(viewer: Viewer, measure: PublishedMeasure) -> Iterator[PublishedMeasure]:
    """The shares and rates of the same question."""
    for other in queries.catalogue(viewer):
        if other.question == measure.question and can_be_asked(other):
            yield other


def _part(
    viewer: Viewer,
    measure: PublishedMeasure,
    area: PublishedArea,
    whole: Figure,
    dimension: str,
) -> GroupPart:
    cells = queries.breakdown(viewer, measure.code, area.code, dimension)
    lines = tuple(_lines(cells, whole, dimension))
    said = any(line.times for line in lines)
    why = "" if said else NO_SIZES if cells else NOT_DIVIDED
    chart = group_chart(viewer, measure, area, dimension) if said else None
    return GroupPart(
        by=GROUP_WORDS[dimension],
        chart=charts.figure(chart) if chart else None,
        lines=lines if said else (),
        not_known=_not_known(cells),
        cautions=tuple(dict.fromkeys(_cautions(cells))) if said else (),
        why_not=NO_GROUPS.format(GROUP_WORDS[dimension], why) if why else "",
    )


def _lines(
    cells: tuple[Figure, ...], whole: Figure, dimension: str
) -> Iterator[GroupLine]:
    for cell in in_order(cells, dimension):
        group = cell.breakdown[0].value
        if group == NOT_KNOWN or cell.status is Status.NOT_APPLICABLE:
            continue
        label = cell_label(dimension, group)
        found = None
        if cell.numerator is not None and cell.denominator and whole.value:
            found = beside_all(cell.numerator, cell.denominator, whole.value, cell.unit)
        if found is None or cell.numerator is None:
            yield GroupLine(label, value_of(cell).words, "", "", "it cannot be said")
            continue
        yield GroupLine(
            label=label,
            value=number_of(cell),
            parts=f"{cell.numerator:,} of {cell.denominator:,}",
            times=_times(found.ratio, found.low, found.high)
            if found.verdict is not Beside.TOO_FEW
            else "not said",
            verdict=found.verdict.value,
        )


def _times(ratio: Decimal, low: Decimal, high: Decimal) -> str:
    one, two, three = (f"{end.quantize(Decimal('0.1'))}" for end in (ratio, low, high))
    return f"{one} ({two} to {three})"


def _not_known(cells: tuple[Figure, ...]) -> str:
    for cell in cells:
        is_not_known = cell.breakdown[0].value == NOT_KNOWN
        if is_not_known and cell.status is not Status.NOT_APPLICABLE:
            return f"Group not known: {value_of(cell).words.lower()}."
    return ""


def _cautions(cells: tuple[Figure, ...]) -> Iterator[str]:
    for cell in cells:
        if cell.status.has_value and cell.reason:
            yield cell.reason
