"""Every read of what is published. The viewer comes first, always."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kith.contracts.published import figures as figures_table
from kith.contracts.published import findings as findings_table
from kith.contracts.published import measures as measures_table
from kith.contracts.published import sources as sources_table
from kith.domain.vocabulary.figures import (
    Cell,
    Figure,
    Kind,
    Polarity,
    Status,
    Unit,
)
from kith.domain.vocabulary.periods import (
    Grain,
    Period,
    labelled_parts,
    part_label,
    whole_of,
)
from kith.web.published.store import (
    Shelf,
    current_shelf,
    read_edition,
    read_rows,
)
from kith.web.published.values import (
    NothingPublishedError,
    NotPublishedError,
    PublishedFinding,
    PublishedMeasure,
    PublishedSource,
)


if TYPE_CHECKING:
    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.web.access.viewer import Viewer


def edition(viewer: Viewer) -> Edition:
    """What the published edition is about.

    Raises:
        NothingPublishedError: there is none that can be read.
    """
    return read_edition(_shelf(viewer))


def edition_mark(viewer: Viewer) -> object:
    """What tells this edition from another, built anew or moved: a key for caches."""
    return _shelf(viewer)


def area(viewer: Viewer, code: str | None = None) -> PublishedArea:
    """The area of a code, the edition's first where none is said.

    Raises:
        NotPublishedError: the edition does not cover it.
    """
    for covered in edition(viewer).areas:
        if code in (None, covered.code):
            return covered
    raise NotPublishedError("the edition does not cover this area")


def catalogue(viewer: Viewer) -> tuple[PublishedMeasure, ...]:
    """Every measure of the edition, in the order shown."""
    return _catalogue(_shelf(viewer))


def measure(viewer: Viewer, code: str) -> PublishedMeasure:
    """One measure of the catalogue.

    Raises:
        NotPublishedError: the edition holds none of this code.
    """
    for entry in catalogue(viewer):
        if entry.code == code:
            return entry
    raise NotPublishedError("the edition holds no such measure")


def figure(viewer: Viewer, measure: str, area: str) -> Figure:
    """The measure's total for the edition's whole period.

    Raises:
        NotPublishedError: the edition holds no such figure.
    """
    period = edition(viewer).period
    for found in _of_measure(viewer, measure, area):
        if found.period == period and not found.breakdown:
            return found
    raise NotPublishedError("the edition holds no such figure")


def figure_for(
    viewer: Viewer, measure: str, area: str, period: Period
) -> Figure | None:
    """The measure's total for these very days; None where the edition has none."""
    for found in _of_measure(viewer, measure, area):
        if found.period == period and not found.breakdown:
            return found
    return None


def breakdown(
    viewer: Viewer, measure: str, area: str, dimension: str
) -> tuple[Figure, ...]:
    """The measure's cells along one breakdown, in the table's order; empty for none."""
    period = edition(viewer).period
    return tuple(
        found
        for found in _of_measure(viewer, measure, area)
        if _is_along(found, dimension) and _is_inside(found.period, period)
    )


def other_periods(viewer: Viewer, measure: str, area: str) -> tuple[Figure, ...]:
    """The measure's totals for other periods that the edition holds."""
    period = edition(viewer).period
    return tuple(
        found
        for found in _of_measure(viewer, measure, area)
        if not found.breakdown and found.period != period
    )


def quarters(viewer: Viewer, measure: str, area: str) -> tuple[Figure, ...]:
    """The measure in every whole quarter that the edition tells, the earliest first.

    Those before its period are totals of their own; those inside are the period's
    breakdown. Empty where the edition tells none before its period.
    """
    grain = Grain.QUARTER
    before = {
        other.period: replace(
            other, breakdown=(Cell(grain, part_label(other.period, grain)),)
        )
        for other in other_periods(viewer, measure, area)
        if whole_of(other.period, grain) == other.period
    }
    if not before:
        return ()
    inside = {
        part.period: part
        for part in breakdown(viewer, measure, area, grain)
        if whole_of(part.period, grain) == part.period
    }
    told = before | inside
    return tuple(told[days] for days in sorted(told))


def sources(viewer: Viewer, measure: str, area: str) -> tuple[PublishedSource, ...]:
    """The returns that the measure's rows came from."""
    return _sources(_shelf(viewer)).get((measure, area), ())


def findings(viewer: Viewer, measure: str) -> tuple[PublishedFinding, ...]:
    """What the checks said about the rows behind a measure."""
    return _findings(_shelf(viewer)).get(measure, ())


def _shelf(viewer: Viewer) -> Shelf:
    if not viewer.may_see_published:
        raise NothingPublishedError("nothing is published for this viewer")
    return current_shelf()


def _of_measure(viewer: Viewer, measure: str, area: str) -> tuple[Figure, ...]:
    return _figures(_shelf(viewer), area).get(measure, ())


def _is_along(found: Figure, dimension: str) -> bool:
    return len(found.breakdown) == 1 and found.breakdown[0].dimension == dimension


def _is_inside(part: Period, whole: Period) -> bool:
    return whole.first <= part.first and part.last <= whole.last


@lru_cache(maxsize=4)
def _catalogue(shelf: Shelf) -> tuple[PublishedMeasure, ...]:
    rows = read_rows(shelf, "measures", measures_table.COLUMNS)
    return tuple(_measure_of(row) for row in sorted(rows, key=_position))


def _position(row: dict[str, Any]) -> tuple[int, str]:
    return (row["position"], row["code"])


def _measure_of(row: dict[str, Any]) -> PublishedMeasure:
    feeds = tuple(name.strip() for name in row["supplied_by"].split(",") if name)
    typed = {
        "kind": Kind(row["kind"]),
        "unit": Unit(row["unit"]),
        "polarity": Polarity(row["polarity"]),
        "supplied_by": feeds,
        "breaks": tuple(
            (date.fromisoformat(on), why) for on, why in json.loads(row["breaks"])
        ),
    }
    return PublishedMeasure(**{**row, **typed})


@lru_cache(maxsize=32)
def _figures(shelf: Shelf, area: str) -> dict[str, tuple[Figure, ...]]:
    rows = read_rows(shelf, "figures", figures_table.COLUMNS, area=area)
    # Counted rows win over counts that an agency supplied, so of two rows for one
    # cell the one with the "aggregate" source gives way.
    rows.sort(key=lambda row: row["source"].startswith("aggregate"))
    chosen: dict[tuple[str, ...], Figure] = {}
    for row in rows:
        chosen.setdefault(_cell_key(row), _figure_of(row))
    ordered: dict[str, tuple[Figure, ...]] = {}
    for key in sorted(chosen):
        ordered[key[0]] = (*ordered.get(key[0], ()), chosen[key])
    return ordered


def _cell_key(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["measure"],
        row["dimension"],
        row["first"].isoformat(),
        row["last"].isoformat(),
        row["dimension_value"],
    )


def _figure_of(row: dict[str, Any]) -> Figure:
    value = row["value"]
    cell = Cell(row["dimension"], row["dimension_value"])
    return Figure(
        measure=row["measure"],
        area=row["area"],
        period=_period_of(row),
        breakdown=(cell,) if row["dimension"] else (),
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=None if value is None else Decimal(value),
        unit=Unit(row["unit"]),
        status=Status(row["status"]),
        source=row["source"],
        population_year=row["population_year"],
        reason=row["reason"],
    )


def _period_of(row: dict[str, Any]) -> Period:
    """The row's own days; of a month or quarter, those of it inside the row's."""
    whole = Period(row["first"], row["last"])
    if row["dimension"] not in set(Grain):
        return whole
    return labelled_parts(whole, Grain(row["dimension"])).get(
        row["dimension_value"], whole
    )


@lru_cache(maxsize=4)
def _sources(shelf: Shelf) -> dict[tuple[str, str], tuple[PublishedSource, ...]]:
    found: dict[tuple[str, str], tuple[PublishedSource, ...]] = {}
    for row in read_rows(shelf, "sources", sources_table.COLUMNS):
        key = (row.pop("measure"), row.pop("area"))
        period = Period(row.pop("first"), row.pop("last"))
        found[key] = (*found.get(key, ()), PublishedSource(period=period, **row))
    return found


@lru_cache(maxsize=4)
def _findings(shelf: Shelf) -> dict[str, tuple[PublishedFinding, ...]]:
    found: dict[str, tuple[PublishedFinding, ...]] = {}
    for row in read_rows(shelf, "findings", findings_table.COLUMNS):
        key = row.pop("measure")
        found[key] = (*found.get(key, ()), PublishedFinding(**row))
    return found
