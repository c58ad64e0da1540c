"""Reads of published statistics, and of what areas say of their measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db import DatabaseError
from django.db.models import Count, Q

from kith.domain.rules.comparison import Refused, check_may_compare
from kith.domain.rules.published_statistics import Layout
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.benchmarks.models import (
    Benchmark,
    MeasureNote,
    PublishedNumber,
    StatisticsRelease,
)
from kith.web.documents.files import home_files
from kith.web.organisations.models import Area
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError
from kith.web.sheets.reading import table_rows


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from django.db.models import Model, QuerySet

    from kith.domain.vocabulary.figures import Kind
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


Row = TypeVar("Row", bound="Model")
ENGLAND = "E92000001"
MOST_ROWS = 300_000
"""Rows of a published table: every council, a dozen years, a few filters."""


def releases(viewer: Viewer) -> QuerySet[StatisticsRelease]:
    """The releases that were brought in, the latest published first."""
    if not viewer.may(P.BENCHMARK_SEE):
        return StatisticsRelease.objects.none()
    return StatisticsRelease.objects.select_related("brought_by").order_by(
        "-published_on", "title", "id"
    )


def release(viewer: Viewer, key: UUID) -> StatisticsRelease:
    """One release.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(releases(viewer), key)


def rows_of(viewer: Viewer, of: StatisticsRelease) -> Iterator[Sequence[str]]:
    """The release's table as text, a row at a time."""
    shown = release(viewer, of.pk)
    content = home_files().read(shown.file, sha256=shown.sha256)
    return table_rows(content, most=MOST_ROWS)


def layout_of(viewer: Viewer, of: StatisticsRelease) -> Layout:
    """Its filters and indicators, as they were found when it was brought in."""
    kept = release(viewer, of.pk).layout
    filters = {name: tuple(values) for name, values in kept["filters"]}
    return Layout(filters, tuple(kept["indicators"]))


def benchmarks_of(viewer: Viewer, of: StatisticsRelease) -> list[Benchmark]:
    """What of a release stands beside measures of ours, by measure."""
    shown = release(viewer, of.pk)
    rows = shown.benchmarks.select_related("set_by").annotate(count=Count("numbers"))
    return list(rows.order_by("measure", "id"))


def catalogue(viewer: Viewer) -> tuple[PublishedMeasure, ...]:
    """The measures that can be set beside a published number."""
    try:
        return published.catalogue(viewer)
    except NothingPublishedError:
        return ()


def areas_to_speak_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas for which this viewer may say how a measure is held."""
    return Area.objects.filter(code__in=viewer.areas(P.BENCHMARK_KEEP)).order_by(
        "name", "code"
    )


@dataclass(frozen=True)
class Beside:
    """A published number beside a figure of ours, or the reason why it may not be."""

    number: PublishedNumber
    benchmark: Benchmark
    refused: str


def beside(
    viewer: Viewer, measure: str, area: str, *, period: Period, kind: Kind
) -> list[Beside]:
    """What was published of the same thing for England, the region and the area.

    For anybody who may see what is published: these numbers are public. Of each place
    and period every release stands, the latest first; a number that may not be compared
    with the figure says why.
    """
    if not viewer.may_see_published:
        return []
    lies_in = PublishedNumber.objects.filter(code=area).exclude(region="")
    regions = lies_in.values("region")
    rows = (
        PublishedNumber.objects.filter(
            Q(code__in=[ENGLAND, area]) | Q(code__in=regions),
            benchmark__measure=measure,
        )
        .select_related("benchmark__release")
        .order_by("-last_on", "-level", "-benchmark__release__published_on", "id")
    )
    return [
        Beside(one, one.benchmark, _why_not(period, one.period, kind))
        for one in _as_far_as_known(rows)
    ]


def notes(viewer: Viewer, measure: str) -> list[MeasureNote]:
    """How each area holds the measure, as it said last, by area."""
    if not viewer.may_see_published:
        return []
    rows = MeasureNote.objects.filter(measure=measure).select_related("area")
    latest = {
        one.area_id: one for one in _as_far_as_known(rows.order_by("said_at", "id"))
    }
    return sorted(latest.values(), key=lambda one: one.area.name)


def _as_far_as_known(rows: QuerySet[Row]) -> list[Row]:
    """The rows; none where the database is away: figures are shown without it too."""
    try:
        return list(rows)
    except DatabaseError:
        return []


def _why_not(ours: Period, theirs: Period, kind: Kind) -> str:
    try:
        check_may_compare(ours, theirs, kind=kind)
    except Refused as refused:
        return str(refused)
    return ""
