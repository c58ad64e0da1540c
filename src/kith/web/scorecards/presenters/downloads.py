"""Figures as CSV: plain decimals, one row a cell, and never a gap as zero."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import say_day
from kith.web.published import queries
from kith.web.published.values import NotPublishedError
from kith.web.scorecards.presenters.wording import plain_value


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kith.contracts.published.edition import Edition
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer


DIMENSIONS = (
    *("month", "quarter", "age_band", "sex", "ethnicity"),
    *("missing_setting", "agency", "area"),
)
_HEAD = ("measure", "area", "from", "to")
_TAIL = ("numerator", "denominator", "value", "unit", "status")
PROVISIONAL = "Provisional, as at {}: agencies may still change what they sent."
INVENTED = "Invented data: made up to show how Kith works; it is about no real child."


def measure_csv(viewer: Viewer, code: str, area_code: str | None) -> str:
    """One measure: its totals, then every breakdown the edition holds.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    area = queries.area(viewer, area_code)
    queries.measure(viewer, code)
    found = [
        queries.figure(viewer, code, area.code),
        *queries.other_periods(viewer, code, area.code),
    ]
    for dimension in DIMENSIONS:
        found += queries.breakdown(viewer, code, area.code, dimension)
    return _written(queries.edition(viewer), found)


def scorecard_csv(viewer: Viewer, area_code: str | None) -> str:
    """Every measure's total for the edition's period."""
    area = queries.area(viewer, area_code)
    found = []
    for measure in queries.catalogue(viewer):
        try:
            found.append(queries.figure(viewer, measure.code, area.code))
        except NotPublishedError:
            continue
    return _written(queries.edition(viewer), found)


def _written(edition: Edition, found: Iterable[Figure]) -> str:
    found = list(found)
    held = {cell.dimension for figure in found for cell in figure.breakdown}
    dimensions = [name for name in DIMENSIONS if name in held]
    page = io.StringIO()
    if edition.invented:
        csv.writer(page).writerow([INVENTED])
    if edition.provisional:
        said = PROVISIONAL.format(say_day(edition.stands_on))
        csv.writer(page).writerow([said])
    writer = csv.writer(page)
    # The area of a breakdown by area stands in the column every figure has.
    columns = [name for name in dimensions if name not in _HEAD]
    writer.writerow([*_HEAD, *columns, *_TAIL])
    writer.writerows(_row(figure, columns) for figure in found)
    return page.getvalue()


def _row(figure: Figure, columns: list[str]) -> Iterator[object]:
    cells = {cell.dimension: cell.value for cell in figure.breakdown}
    yield figure.measure
    yield cells.get("area", figure.area)
    yield figure.period.first.isoformat()
    yield figure.period.last.isoformat()
    for name in columns:
        yield cells.get(name, "")
    yield "" if figure.numerator is None else figure.numerator
    yield "" if figure.denominator is None else figure.denominator
    yield plain_value(figure)
    yield figure.unit.value
    yield figure.status.value
