"""Where the report's figures come from: one edition, one area, one viewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kith.web.published import queries
from kith.web.published.values import NotPublishedError


if TYPE_CHECKING:
    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure, PublishedSource


class FigureSource(Protocol):
    """What a report asks of an edition."""

    @property
    def edition(self) -> Edition:
        """What the edition is about."""

    @property
    def area(self) -> PublishedArea:
        """The area the report is about."""

    def catalogue(self) -> tuple[PublishedMeasure, ...]:
        """Every measure of the edition, in the order shown."""

    def figure(self, code: str) -> Figure | None:
        """A measure's total for the whole period; None where the edition has none."""

    def breakdown(self, code: str, dimension: str) -> tuple[Figure, ...]:
        """A measure's cells along a breakdown."""

    def returns(self, code: str) -> tuple[PublishedSource, ...]:
        """The returns a measure's rows came from."""


@dataclass(frozen=True)
class PublishedFigures:
    """The published edition, as the viewer may see it."""

    viewer: Viewer
    area_code: str | None = None

    @property
    def edition(self) -> Edition:
        """What the edition is about."""
        return queries.edition(self.viewer)

    @property
    def area(self) -> PublishedArea:
        """The area asked for, the edition's first where none is."""
        return queries.area(self.viewer, self.area_code)

    def catalogue(self) -> tuple[PublishedMeasure, ...]:
        """Every measure of the edition, in the order shown."""
        return queries.catalogue(self.viewer)

    def figure(self, code: str) -> Figure | None:
        """A measure's total for the whole period; None where the edition has none."""
        try:
            return queries.figure(self.viewer, code, self.area.code)
        except NotPublishedError:
            return None

    def breakdown(self, code: str, dimension: str) -> tuple[Figure, ...]:
        """A measure's cells along a breakdown."""
        return queries.breakdown(self.viewer, code, self.area.code, dimension)

    def returns(self, code: str) -> tuple[PublishedSource, ...]:
        """The returns a measure's rows came from."""
        return queries.sources(self.viewer, code, self.area.code)
