"""Released figures → ``figures.parquet``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kith.contracts.published import figures as contract
from kith.evidence.disclosure import Released
from kith.evidence.publish.tables import write_table


if TYPE_CHECKING:
    from pathlib import Path

    from kith.domain.vocabulary.figures import Figure


SIX_DECIMALS = Decimal("0.000001")


def write_figures(folder: Path, released: Released[tuple[Figure, ...]]) -> None:
    """The figures stand in the folder; only released ones can.

    Raises:
        TypeError: nobody judged the figures.
    """
    if not isinstance(released, Released):
        raise TypeError("only what disclosure control released can be published")
    write_table(
        folder / "figures.parquet",
        (_row(figure) for figure in released.content),
        contract.COLUMNS,
        key=contract.KEY,
    )


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
