"""Published statistics are brought in and set beside measures; areas say how they hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.published_statistics import (
    PopulationBasis,
    layout,
    population_year,
    read_statistics,
)
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.benchmarks import policies
from kith.web.benchmarks.models import (
    Benchmark,
    MeasureNote,
    PublishedNumber,
    StatisticsRelease,
)
from kith.web.benchmarks.queries import statistics as queries
from kith.web.documents.files import home_files
from kith.web.sheets.reading import table_rows


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.domain.rules.published_statistics import Statistic
    from kith.domain.vocabulary.definitions import Definition
    from kith.web.access.viewer import Viewer
    from kith.web.documents.files import Accepted
    from kith.web.organisations.models import Area


@dataclass(frozen=True)
class Released:
    """Who published a table, when and where."""

    title: str
    publisher: str
    published_on: date
    address: str = ""


@dataclass(frozen=True)
class Chosen:
    """Which indicator of a table stands beside which measure, and how they differ."""

    indicator: str
    filters: Mapping[str, str]
    measure: str
    definition: Definition
    how: str = ""
    population: PopulationBasis = PopulationBasis.NONE


@dataclass(frozen=True)
class Noted:
    """How an area holds a measure: the same, otherwise, or not at all."""

    area: Area
    measure: str
    definition: Definition
    how: str = ""
    footprint: str = ""


def bring_statistics(
    *, viewer: Viewer, at: datetime, released: Released, file: Accepted
) -> StatisticsRelease:
    """A published table is kept; nothing stands beside a measure yet.

    Raises:
        RefusedError: not theirs to keep, or it is here already.
        NotStatisticsError, UnreadableError: it is no such table.
    """
    with (
        home_files().keeping(file.content) as kept,
        writing(viewer=viewer, at=at, verb="benchmarks.brought") as event,
    ):
        refuse_if(policies.why_not_keep(viewer))
        found = layout(table_rows(file.content, most=queries.MOST_ROWS))
        stands = StatisticsRelease.objects.filter(sha256=file.sha256)
        refuse_if(policies.HERE_ALREADY if stands.exists() else "")
        release = StatisticsRelease.objects.create(
            **vars(released),
            file=kept,
            # In its order: a table's columns are asked about as they stand in it.
            layout={
                "filters": list(found.filters.items()),
                "indicators": found.indicators,
            },
            sha256=file.sha256,
            brought_by_id=viewer.who,
            brought_at=at,
        )
        event.about(release, size=file.size)
    return release


def set_beside(*, viewer: Viewer, at: datetime, key: UUID, chosen: Chosen) -> Benchmark:
    """An indicator of a release stands beside a measure; earlier releases stay.

    Raises:
        RefusedError: not theirs, nothing could be read, or it stands there already.
    """
    with writing(viewer=viewer, at=at, verb="benchmarks.set") as event:
        refuse_if(policies.why_not_keep(viewer))
        refuse_if(policies.why_not_unsaid(chosen.definition, chosen.how))
        units = {one.code: one.unit for one in queries.catalogue(viewer)}
        unit = units.get(chosen.measure)
        refuse_if(policies.why_not_population(unit, chosen.population))
        release = queries.release(viewer, key)
        stands = Benchmark.objects.filter(release=release, measure=chosen.measure)
        refuse_if(policies.SET_ALREADY if stands.exists() else "")
        rows = queries.rows_of(viewer, release)
        found, left = read_statistics(rows, chosen.indicator, chosen.filters)
        refuse_if("" if found else policies.NOTHING_READ)
        made = Benchmark.objects.create(
            release=release,
            indicator=chosen.indicator,
            filters=dict(chosen.filters),
            measure=chosen.measure,
            definition=chosen.definition,
            how=chosen.how,
            population=chosen.population.value,
            places=max(one.places for one in found),
            rows_left_out=left,
            set_by_id=viewer.who,
            set_at=at,
        )
        numbers = {(one.code, one.period): _number(made, one) for one in found}
        PublishedNumber.objects.bulk_create(numbers.values())
        event.about(made, measure=chosen.measure, numbers=len(numbers), left=left)
    return made


def note_measure(*, viewer: Viewer, at: datetime, noted: Noted) -> MeasureNote:
    """An area says how it holds a measure, beside its figure."""
    with writing(viewer=viewer, at=at, verb="benchmarks.noted") as event:
        refuse_if(policies.why_not_say(viewer, noted.area.pk))
        refuse_if(policies.why_not_unsaid(noted.definition, noted.how))
        note = MeasureNote.objects.create(
            **vars(noted), said_by_id=viewer.who, said_at=at
        )
        event.about(note, area=noted.area.pk, measure=noted.measure)
    return note


def _number(benchmark: Benchmark, one: Statistic) -> PublishedNumber:
    return PublishedNumber(
        benchmark=benchmark,
        level=one.level,
        code=one.code[:12],
        name=one.name[:200],
        first_on=one.period.first,
        last_on=one.period.last,
        value=one.value,
        symbol=one.symbol or "",
        region=one.region[:12],
        population_year=population_year(
            PopulationBasis(benchmark.population), one.period
        ),
    )
