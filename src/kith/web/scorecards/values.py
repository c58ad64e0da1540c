"""A measure as a scorecard shows it: what is frozen when the scorecard is agreed.

In: what an edition says. Out: plain values that a JSON column keeps, and the same again
from it, so that an agreed scorecard reads as it did whatever is published later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.figures import Cell, Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period


if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Shown:
    """A measure's total for the scorecard's period, and its months.

    ``gap`` says why there is nothing to show; empty where there is.
    """

    measure: str
    title: str
    unit: Unit
    kind: Kind
    definition: str
    denominator: str
    carries_over: bool
    figure: Figure | None
    months: tuple[Figure, ...] = ()
    source: str = ""
    gap: str = ""


@dataclass(frozen=True)
class Standing:
    """The edition that a scorecard's figures are of."""

    edition: str
    stands_on: date
    rule_set: str
    invented: bool


def to_json(shown: Shown) -> dict[str, Any]:
    """The plain values that are kept."""
    return {
        "measure": shown.measure,
        "title": shown.title,
        "unit": shown.unit.value,
        "kind": shown.kind.value,
        "definition": shown.definition,
        "denominator": shown.denominator,
        "carries_over": shown.carries_over,
        "figure": _figure_to_json(shown.figure) if shown.figure else None,
        "months": [_figure_to_json(month) for month in shown.months],
        "source": shown.source,
        "gap": shown.gap,
    }


def from_json(kept: Mapping[str, Any]) -> Shown:
    """What was kept, as it was shown."""
    figure = kept["figure"]
    return Shown(
        **{
            **kept,
            "unit": Unit(kept["unit"]),
            "kind": Kind(kept["kind"]),
            "figure": _figure_from_json(figure, kept) if figure else None,
            "months": tuple(_figure_from_json(one, kept) for one in kept["months"]),
        }
    )


def _figure_to_json(figure: Figure) -> dict[str, Any]:
    return {
        "area": figure.area,
        "first": figure.period.first.isoformat(),
        "last": figure.period.last.isoformat(),
        "breakdown": [[cell.dimension, cell.value] for cell in figure.breakdown],
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": None if figure.value is None else str(figure.value),
        "status": figure.status.value,
        "source": figure.source,
        "population_year": figure.population_year,
        "reason": figure.reason,
    }


def _figure_from_json(one: Mapping[str, Any], kept: Mapping[str, Any]) -> Figure:
    return Figure(
        measure=kept["measure"],
        area=one["area"],
        period=Period(
            date.fromisoformat(one["first"]), date.fromisoformat(one["last"])
        ),
        breakdown=tuple(Cell(name, value) for name, value in one["breakdown"]),
        numerator=one["numerator"],
        denominator=one["denominator"],
        value=None if one["value"] is None else Decimal(one["value"]),
        unit=Unit(kept["unit"]),
        status=Status(one["status"]),
        source=one["source"],
        population_year=one["population_year"],
        reason=one["reason"],
    )
