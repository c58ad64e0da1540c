"""What is held among the benchmarks for the measures of a scorecard, and its days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.definitions import Definition
from kith.domain.vocabulary.periods import Period
from kith.web.benchmarks import queries as benchmarks
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.scorecards.models import TargetKind
from kith.web.scorecards.queries.records import measures, targets


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.benchmarks.queries import Comparator
    from kith.web.published.values import PublishedMeasure
    from kith.web.scorecards.models import Scorecard


HELD = "This number is held among the benchmarks: choose it there."


@dataclass(frozen=True)
class Offer:
    """A number held for a measure on the scorecard; chosen already or not."""

    measure: PublishedMeasure
    comparator: Comparator
    is_chosen: bool

    @property
    def kind(self) -> TargetKind:
        """What it would stand as."""
        return TargetKind(self.comparator.whose.value)

    @property
    def code(self) -> str:
        """As a form sends it."""
        benchmark = self.comparator.benchmark.pk
        return f"{self.measure.code}:{self.comparator.whose.value}:{benchmark}"


def offers(viewer: Viewer, of: Scorecard) -> list[Offer]:
    """Every number of England, the region and the neighbours, in the order of measures."""
    chosen = {(one.measure, one.kind, one.benchmark_id) for one in targets(viewer, of)}
    found = []
    for row in measures(viewer, of):
        for measure, one in held_for(viewer, of, row.measure):
            key = (measure.code, one.whose.value, one.benchmark.pk)
            found.append(Offer(measure, one, is_chosen=key in chosen))
    return found


def held_for(
    viewer: Viewer, of: Scorecard, code: str
) -> list[tuple[PublishedMeasure, Comparator]]:
    """What is held for one measure, for the scorecard's area and days."""
    try:
        measure = published.measure(viewer, code)
    except (NothingPublishedError, NotPublishedError):
        return []
    period = Period(of.first_on, of.last_on)
    found = benchmarks.comparators(viewer, measure, [of.area_id], period)
    return [(measure, one) for one in found]


def why_not_typed(viewer: Viewer, of: Scorecard, code: str, kind: TargetKind) -> str:
    """Why a comparator is not typed by hand: it is held, or may not be compared at all.

    One that is held for other days may be typed from another source.
    """
    for _, one in held_for(viewer, of, code):
        if one.whose.value != kind:
            continue
        if one.may_stand:
            return HELD
        if one.benchmark.definition != Definition.AGREED:
            return one.refused
    return ""
