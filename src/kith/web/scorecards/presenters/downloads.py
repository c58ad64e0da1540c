"""Figures as CSV: plain decimals, one row a cell, and never a gap as zero."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.periods import say_day
from kith.web.published import queries
from kith.web.published.values import NotPublishedError
from kith.web.scorecards.presenters.metadata import table_metadata
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
    return _written(queries.edition(viewer), _of_measure(viewer, code, area_code))


def measure_metadata(
    viewer: Viewer, code: str, area_code: str | None, address: str
) -> dict[str, Any]:
    """What the columns of the same are, and where it stands.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    measure = queries.measure(viewer, code)
    about = {"dc:title": measure.title, "dc:description": measure.definition}
    found = _of_measure(viewer, code, area_code)
    return _told(queries.edition(viewer), found, address, about)


def scorecard_csv(viewer: Viewer, area_code: str | None) -> str:
    """Every measure's total for the edition's period."""
    return _written(queries.edition(viewer), _of_scorecard(viewer, area_code))


def scorecard_metadata(
    viewer: Viewer, area_code: str | None, address: str
) -> dict[str, Any]:
    """What the columns of the same are, and where it stands."""
    edition, area = queries.edition(viewer), queries.area(viewer, area_code)
    about = {"dc:title": f"Scorecard of {area.name}: {edition.period}"}
    return _told(edition, _of_scorecard(viewer, area_code), address, about)


def _of_measure(viewer: Viewer, code: str, area_code: str | None) -> list[Figure]:
    area = queries.area(viewer, area_code)
    queries.measure(viewer, code)
    found = [
        queries.figure(viewer, code, area.code),
        *queries.other_periods(viewer, code, area.code),
    ]
    for dimension in DIMENSIONS:
        found += queries.breakdown(viewer, code, area.code, dimension)
    return found


def _of_scorecard(viewer: Viewer, area_code: str | None) -> list[Figure]:
    area = queries.area(viewer, area_code)
    found = []
    for measure in queries.catalogue(viewer):
        try:
            found.append(queries.figure(viewer, measure.code, area.code))
        except NotPublishedError:
            continue
    return found


def _notices(edition: Edition) -> list[str]:
    """What stands above the header, where the figures are not what they seem."""
    said = [INVENTED] if edition.invented else []
    if edition.provisional:
        said.append(PROVISIONAL.format(say_day(edition.stands_on)))
    return said


def _breakdowns(found: Iterable[Figure]) -> list[str]:
    """The columns of breakdowns; that of an area is the column every figure has."""
    held = {cell.dimension for figure in found for cell in figure.breakdown}
    return [name for name in DIMENSIONS if name in held and name not in _HEAD]


def _told(
    edition: Edition, found: list[Figure], address: str, about: dict[str, str]
) -> dict[str, Any]:
    notices = _notices(edition)
    return table_metadata(
        [*_HEAD, *_breakdowns(found), *_TAIL],
        {
            "url": address,
            **about,
            "dc:identifier": edition.released,
            "dc:publisher": edition.partnership,
            "dc:issued": edition.stands_on.isoformat(),
            "rdfs:comment": " ".join(notices),
        },
        notices=len(notices),
    )


def _written(edition: Edition, found: list[Figure]) -> str:
    columns = _breakdowns(found)
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerows([one] for one in _notices(edition))
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
