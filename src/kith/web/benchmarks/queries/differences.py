"""Our figure and the published number of the same thing, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.http import Http404

from kith.domain.rules.local_and_national import agree, difference
from kith.domain.rules.published_statistics import counted_places
from kith.domain.vocabulary.definitions import DEFINITION_WORDS, Definition
from kith.domain.vocabulary.figures import Kind
from kith.web.access.permissions import Permission as P
from kith.web.benchmarks.models import (
    Benchmark,
    DifferenceReason,
    MeasureNote,
    PublishedNumber,
)
from kith.web.benchmarks.queries.statistics import catalogue
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from decimal import Decimal
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


@dataclass(frozen=True)
class Pair:
    """Both values for the same days, and what is known of why they differ.

    ``reason`` is the latest on record; ``because`` what the definitions say instead.
    """

    number: PublishedNumber
    measure: PublishedMeasure
    ours: Figure
    ours_value: Decimal
    theirs: Decimal
    places: int
    reason: DifferenceReason | None
    because: str

    @property
    def agree(self) -> bool:
        """Whether they differ by no more than rounding."""
        return agree(self.ours_value, self.theirs, places=self.places)

    @property
    def difference(self) -> Decimal:
        """How far ours is above theirs."""
        return difference(self.ours_value, self.theirs, places=self.places)

    @property
    def is_stale(self) -> bool:
        """Whether the reason was recorded for another value of ours."""
        return self.reason is not None and self.reason.ours != self.ours_value

    @property
    def is_unexplained(self) -> bool:
        """Whether they differ and nobody has said why."""
        said = (self.reason is not None and not self.is_stale) or bool(self.because)
        return not self.agree and not said


def side_by_side(viewer: Viewer, measure: str, area: str) -> list[Pair]:
    """Every published number of the area that is of the days of a figure of ours.

    For anybody: both are public.
    """
    if not viewer.may_see_published:
        return []
    try:
        rows = _numbers([area]).filter(benchmark__measure=measure)
        return _pairs(viewer, rows)
    except DatabaseError:
        return []


def pairs_of(viewer: Viewer) -> list[Pair]:
    """All those of this viewer's areas, by measure; those without a reason first."""
    found = _pairs(viewer, _numbers(viewer.areas(P.BENCHMARK_SEE)))
    return sorted(found, key=lambda one: (not one.is_unexplained, one.agree))


def unexplained(viewer: Viewer) -> list[Pair]:
    """Those without a reason, of the areas for which this viewer records them."""
    areas = viewer.areas(P.BENCHMARK_KEEP)
    if not areas:
        return []
    found = _pairs(viewer, _numbers(areas))
    return [one for one in found if one.is_unexplained]


def pair(viewer: Viewer, key: UUID) -> Pair:
    """The pair of a published number, for whoever records its reasons.

    Raises:
        Http404: not there, not this viewer's, or we have no figure for its days.
    """
    rows = _numbers(viewer.areas(P.BENCHMARK_KEEP)).filter(pk=key)
    for one in _pairs(viewer, rows):
        return one
    raise Http404("no such pair")


def reasons_of(viewer: Viewer, of: Pair) -> list[DifferenceReason]:
    """Every reason that was recorded, the latest first."""
    if not viewer.may(P.BENCHMARK_SEE, area=of.number.code):
        return []
    rows = DifferenceReason.objects.filter(number=of.number)
    return list(rows.select_related("said_by").order_by("-order"))


def _numbers(areas: Collection[str]) -> QuerySet[PublishedNumber]:
    return (
        PublishedNumber.objects.filter(code__in=areas, value__isnull=False)
        .select_related("benchmark__release")
        .order_by(
            "benchmark__measure",
            "code",
            "-last_on",
            "-benchmark__release__published_on",
            "id",
        )
    )


def _pairs(viewer: Viewer, rows: Iterable[PublishedNumber]) -> list[Pair]:
    measures = {one.code: one for one in catalogue(viewer)}
    found = []
    for one in rows:
        measure = measures.get(one.benchmark.measure)
        ours = _ours(viewer, one, measure) if measure else None
        if measure and ours and ours.value is not None and one.value is not None:
            found.append((one, measure, ours, ours.value, one.value))
    if not found:
        return []
    reasons = _reasons(one.pk for one, *_ in found)
    notes = _notes({one.code for one, *_ in found})
    return [
        Pair(
            number=one,
            measure=measure,
            ours=ours,
            ours_value=value,
            theirs=theirs,
            places=min(one.benchmark.places, counted_places(measure.unit)),
            reason=reasons.get(one.pk),
            because=_because(one.benchmark, notes.get((one.code, measure.code))),
        )
        for one, measure, ours, value, theirs in found
    ]


def _ours(
    viewer: Viewer, one: PublishedNumber, measure: PublishedMeasure
) -> Figure | None:
    """Our figure of the same days; of a stock, that of the same last day."""
    code, area = measure.code, one.code
    try:
        found = published.figure_for(viewer, code, area, one.period)
        if found is not None or measure.kind is not Kind.SNAPSHOT:
            return found
        whole = published.edition(viewer).period
        totals = (
            published.figure_for(viewer, code, area, whole),
            *published.other_periods(viewer, code, area),
        )
    except NothingPublishedError:
        return None
    return next(
        (each for each in totals if each and each.period.last == one.last_on), None
    )


def _reasons(numbers: Iterable[UUID]) -> dict[UUID, DifferenceReason]:
    rows = DifferenceReason.objects.filter(number__in=list(numbers))
    return {one.number_id: one for one in rows.order_by("order")}


def _notes(areas: Collection[str]) -> dict[tuple[str, str], MeasureNote]:
    rows = MeasureNote.objects.filter(area__in=areas).order_by("said_at", "id")
    return {(one.area_id, one.measure): one for one in rows}


def _because(benchmark: Benchmark, note: MeasureNote | None) -> str:
    """What the definitions say of it, where they are not the same."""
    for one in (benchmark, note):
        if one is not None and one.definition != Definition.AGREED:
            return f"{DEFINITION_WORDS[Definition(one.definition)]}: {one.how}"
    return ""
