"""What is published for England, the region and statistical neighbours, for our days.

Of each place every release that counted the same thing for the same days stands, the
latest first; where none did, the nearest one stands with the reason why it may not be
compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import DatabaseError

from kith.domain.rules.comparison import Refused, check_same_days
from kith.domain.rules.published_statistics import SYMBOL_WORDS, Symbol
from kith.domain.rules.statistical_neighbours import FEWEST, median_of
from kith.domain.vocabulary.definitions import Definition
from kith.domain.vocabulary.figures import Kind, Unit
from kith.domain.vocabulary.periods import say_day
from kith.web.benchmarks.models import PublishedNumber
from kith.web.benchmarks.queries.neighbours import neighbours_on
from kith.web.benchmarks.queries.statistics import ENGLAND


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.benchmarks.models import Benchmark, Neighbour
    from kith.web.published.values import PublishedMeasure


COMPARED = frozenset(
    {Unit.PER_CENT, Unit.PER_10_000, Unit.PER_100_000, Unit.WORKING_DAYS, Unit.DAYS}
)
A_COUNT = "It is a count, and a larger place counts more of everything."
NO_NUMBER = "Fewer than {} of them have a published number for these days."


class Whose(StrEnum):
    """Whose number it is."""

    ENGLAND = "ENGLAND"
    REGION = "REGION"
    NEIGHBOURS = "NEIGHBOURS"


@dataclass(frozen=True)
class Comparator:
    """A published value beside ours, or why it may not stand there.

    ``area`` is the area whose region or neighbours they are; empty for England.
    ``named`` are the neighbours whose numbers it is the middle of, ``missing`` those
    that have none; ``edition`` says who they are neighbours by.
    """

    whose: Whose
    name: str
    benchmark: Benchmark
    period: Period
    value: Decimal | None
    instead: str
    population_year: int | None
    refused: str
    area: str = ""
    named: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    edition: str = ""

    @property
    def source(self) -> str:
        """The release, the days, the estimate of population, and whose middle it is."""
        release = self.benchmark.release
        said = (
            f"{release.publisher}, {release.title}, published "
            f"{say_day(release.published_on)}; {self.period}"
        )
        if self.population_year:
            said += f"; population of mid-{self.population_year}"
        return f"{said}; {self.edition}" if self.edition else said

    @property
    def may_stand(self) -> bool:
        """Whether its value may be read beside ours."""
        return not self.refused and self.value is not None


def comparators(
    viewer: Viewer, measure: PublishedMeasure, areas: Sequence[str], period: Period
) -> list[Comparator]:
    """England, then the areas' regions, then the neighbours of each; for anybody."""
    if not viewer.may_see_published:
        return []
    try:
        around = neighbours_on(viewer, areas, period.last)
        regions = _regions(areas)
        codes = {ENGLAND, *regions}
        codes |= {one.code for every in around.values() for one in every}
        numbers = _numbers(measure.code, codes)
    except DatabaseError:
        return []
    found = _of_place(numbers, ENGLAND, Whose.ENGLAND, measure, period)
    for region in regions:
        found += _of_place(numbers, region, Whose.REGION, measure, period)
    for area in areas:
        if area in around:
            found += _of_neighbours(numbers, around[area], measure, period)
    return found


Numbers = dict["Benchmark", dict[str, list[PublishedNumber]]]


def _regions(areas: Sequence[str]) -> list[str]:
    rows = PublishedNumber.objects.filter(code__in=areas).exclude(region="")
    return list(rows.values_list("region", flat=True).distinct().order_by("region"))


def _numbers(measure: str, codes: Iterable[str]) -> Numbers:
    """By benchmark, the latest release first, then by place, the latest days first."""
    rows = (
        PublishedNumber.objects.filter(benchmark__measure=measure, code__in=codes)
        .select_related("benchmark__release")
        .order_by("-benchmark__release__published_on", "benchmark", "-last_on", "id")
    )
    found: Numbers = {}
    for one in rows:
        places = found.setdefault(one.benchmark, {})
        places.setdefault(one.code, []).append(one)
    return found


def _of_place(
    numbers: Numbers, code: str, whose: Whose, measure: PublishedMeasure, period: Period
) -> list[Comparator]:
    found = []
    for benchmark, places in numbers.items():
        one = _for_days(places.get(code, ()), period, measure.kind)
        if one is None:
            continue
        found.append(
            Comparator(
                whose=whose,
                name=one.name,
                benchmark=benchmark,
                period=one.period,
                value=one.value,
                instead=SYMBOL_WORDS[Symbol(one.symbol)] if one.symbol else "",
                population_year=one.population_year,
                refused=_why_not(measure, benchmark, period, one.period),
            )
        )
    return _worth_showing(found)


def _of_neighbours(
    numbers: Numbers,
    around: Sequence[Neighbour],
    measure: PublishedMeasure,
    period: Period,
) -> list[Comparator]:
    found = []
    for benchmark, places in numbers.items():
        theirs = _theirs(places, around, period, measure.kind)
        if not theirs:
            continue
        first = next(iter(theirs.values()))
        told = {
            one.name: theirs[one.code].value
            for one in around
            if one.code in theirs and theirs[one.code].value is not None
        }
        value = median_of([number for number in told.values() if number is not None])
        why = _why_not(measure, benchmark, period, first.period)
        found.append(
            Comparator(
                whose=Whose.NEIGHBOURS,
                name="Statistical neighbours",
                benchmark=benchmark,
                period=first.period,
                value=value,
                instead="",
                population_year=first.population_year,
                refused=why or ("" if value is not None else NO_NUMBER.format(FEWEST)),
                area=around[0].area,
                named=tuple(told),
                missing=tuple(one.name for one in around if one.name not in told),
                edition=around[0].list.title,
            )
        )
    return _worth_showing(found)


def _theirs(
    places: Mapping[str, Sequence[PublishedNumber]],
    around: Sequence[Neighbour],
    period: Period,
    kind: Kind,
) -> dict[str, PublishedNumber]:
    """Each neighbour's number, all of them for the same days."""
    every = [one for near in around for one in places.get(near.code, ())]
    chosen = _for_days(sorted(every, key=lambda o: o.last_on)[::-1], period, kind)
    if chosen is None:
        return {}
    return {one.code: one for one in every if one.period == chosen.period}


def _for_days(
    rows: Sequence[PublishedNumber], period: Period, kind: Kind
) -> PublishedNumber | None:
    """The number for these days, or the latest; of stocks the latest not after them."""
    for one in rows:
        before = one.last_on <= period.last
        if one.period == period or (kind is Kind.SNAPSHOT and before):
            return one
    return rows[0] if rows else None


def _why_not(
    measure: PublishedMeasure, benchmark: Benchmark, ours: Period, theirs: Period
) -> str:
    if measure.unit not in COMPARED:
        return A_COUNT
    if benchmark.definition != Definition.AGREED:
        return f"The definitions differ: {benchmark.how}"
    try:
        check_same_days(ours, theirs, kind=measure.kind)
    except Refused as refused:
        return str(refused)
    return ""


def _worth_showing(found: list[Comparator]) -> list[Comparator]:
    """All that may stand; where none may, the latest with its reason."""
    return [one for one in found if not one.refused] or found[:1]
