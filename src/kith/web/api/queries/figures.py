"""Published figures, as anybody sees them on the pages of the released edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.published import queries as published
from kith.web.published.values import NotPublishedError


if TYPE_CHECKING:
    from kith.contracts.published.edition import Edition
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.api.values import FiguresAsked
    from kith.web.published.values import PublishedMeasure


def edition(viewer: Viewer) -> Edition:
    """The edition that is released.

    Raises:
        NothingPublishedError: there is none.
    """
    return published.edition(viewer)


def measures(viewer: Viewer) -> tuple[PublishedMeasure, ...]:
    """Its measures, in the order shown."""
    return published.catalogue(viewer)


def figures(viewer: Viewer, asked: FiguresAsked) -> list[Figure]:
    """The figures asked for, in the catalogue's order.

    Raises:
        NotPublishedError: a measure or an area that the edition does not hold.
    """
    wanted = [published.measure(viewer, code).code for code in asked.measures]
    area = published.area(viewer, asked.area).code
    return [
        one
        for code in wanted or [one.code for one in measures(viewer)]
        for one in _of(viewer, code, area, asked.by)
        if asked.takes(one)
    ]


def _of(viewer: Viewer, code: str, area: str, by: str) -> tuple[Figure, ...]:
    """The same figures as the measure's own page and its file give."""
    if by:
        return published.breakdown(viewer, code, area, by)
    try:
        whole = published.figure(viewer, code, area)
    except NotPublishedError:
        return ()
    return whole, *published.other_periods(viewer, code, area)
