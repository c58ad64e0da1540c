"""Small tables drawn in text, as figures and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period


AREA = "E06000024"
YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))


def count(
    measure: str, number: int, *, period: Period = YEAR, area: str = AREA, **cells: str
) -> Figure:
    """A count of a measure; cells as ``sex="female", month="2020-03"``."""
    return Figure(
        measure=measure,
        area=area,
        period=period,
        breakdown=_cells(cells),
        numerator=number,
        denominator=None,
        value=Decimal(number),
        unit=Unit.REFERRAL,
        status=Status.SHOWN if number else Status.ZERO,
    )


def share(
    measure: str,
    numerator: int,
    denominator: int,
    *,
    unit: Unit = Unit.PER_CENT,
    **cells: str,
) -> Figure:
    """A share in per cent, or a rate where the unit says so."""
    per = 100 if unit is Unit.PER_CENT else 10_000
    return Figure(
        measure=measure,
        area=AREA,
        period=YEAR,
        breakdown=_cells(cells),
        numerator=numerator,
        denominator=denominator,
        value=Decimal(per * numerator) / denominator,
        unit=unit,
        status=Status.SHOWN if numerator else Status.ZERO,
    )


def table(text: str, measure: str = "referrals") -> list[Figure]:
    """Figures from lines of ``cell cell number``; ``total`` for no cell.

    A cell is a month (2020-03), a quarter (2020-Q1), or ``dimension=value``.
    """
    figures = []
    for line in text.strip().splitlines():
        *cells, number = line.split()
        named = dict(_named(cell) for cell in cells if cell != "total")
        figures.append(count(measure, int(number), **named))
    return figures


def drawn(figures: tuple[Figure, ...]) -> list[str]:
    """Each figure's cells and what is printed of it, ``c`` where hidden."""
    return [
        " ".join(
            [
                *([c.value for c in figure.breakdown] or ["total"]),
                "c"
                if figure.status is Status.SUPPRESSED
                else str(figure.value and figure.value.normalize().__format__("f")),
            ]
        )
        for figure in figures
    ]


def _named(cell: str) -> tuple[str, str]:
    if "=" in cell:
        dimension, _, value = cell.partition("=")
        return dimension, value
    return ("quarter" if "Q" in cell else "month"), cell


def _cells(cells: dict[str, str]) -> tuple[Cell, ...]:
    return tuple(Cell(dimension, value) for dimension, value in cells.items())
