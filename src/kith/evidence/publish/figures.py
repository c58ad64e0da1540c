"""Released figures → ``figures.parquet``, and back to figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from kith.contracts.published import figures as contract
from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import Released
from kith.evidence.publish.tables import write_table


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


FIGURES = "figures.parquet"
SIX_DECIMALS = Decimal("0.000001")


def write_figures(folder: Path, released: Released[tuple[Figure, ...]]) -> None:
    """The figures stand in the folder; only released ones can.

    Raises:
        TypeError: nobody judged the figures.
    """
    if not isinstance(released, Released):
        raise TypeError("only what disclosure control released can be published")
    write_table(
        folder / FIGURES,
        (_row(figure) for figure in released.content),
        contract.COLUMNS,
        key=contract.KEY,
    )


def figures_in_print(folder: Path) -> tuple[Figure, ...]:
    """What stands in the folder, as anybody may read it."""
    rows = pq.read_table(folder / FIGURES).to_pylist()
    return tuple(_figure(row) for row in rows)


def _figure(row: Mapping[str, Any]) -> Figure:
    cell = Cell(row["dimension"], row["dimension_value"])
    return Figure(
        measure=row["measure"],
        area=row["area"],
        period=Period(row["first"], row["last"]),
        breakdown=(cell,) if cell.dimension else (),
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=None if row["value"] is None else _without_noughts(row["value"]),
        unit=Unit(row["unit"]),
        status=Status(row["status"]),
        source=row["source"],
        population_year=row["population_year"],
        reason=row["reason"],
    )


def _without_noughts(value: Decimal) -> Decimal:
    """21.200000 as 21.2, and 900.000000 as 900, never as 9E+2."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _row(figure: Figure) -> dict[str, object]:
    if len(figure.breakdown) > 1:
        raise ValueError(f"{figure.measure}: an edition holds one breakdown at a time")
    cell = figure.breakdown[0] if figure.breakdown else None
    return {
        "measure": figure.measure,
        "area": figure.area,
        "first": figure.period.first,
        "last": figure.period.last,
        "dimension": cell.dimension if cell else "",
        "dimension_value": cell.value if cell else "",
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": _value(figure),
        "unit": figure.unit.value,
        "status": figure.status.value,
        "source": figure.source,
        "population_year": figure.population_year,
        "reason": figure.reason,
    }


def _value(figure: Figure) -> Decimal | None:
    if figure.value is None or not figure.status.has_value:
        return None
    return figure.value.quantize(SIX_DECIMALS)
