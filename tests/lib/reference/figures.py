"""What a figure should say, worked out from rows the slow way."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from kith.domain.vocabulary.ages import age_band, age_on
from kith.domain.vocabulary.periods import Grain, Period
from kith.evidence.measures import MEASURES
from tests.lib.reference.measures import REFERENCE, Unit, residents


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.lib.reference.facts import Row


@dataclass(frozen=True)
class Expected:
    """A figure's numerator, denominator and value; None where it has none."""

    numerator: int | None
    denominator: int | None
    value: Decimal | None


def expected(
    code: str, rows: Sequence[Row], period: Period, cell: dict[str, str]
) -> Expected:
    """The figure for a cell of month, age band, sex or setting."""
    measure = MEASURES[code]
    days = _months(period)[cell["month"]] if "month" in cell else period
    if code == "children_population":
        return _count(residents(rows, days))
    above, below = REFERENCE[code](rows, days)
    units = [unit for unit in above if _in(unit, cell)]
    if measure.is_median:
        return _median(units)
    if measure.is_rate:
        return _share(len(units), residents(rows, period), 10_000)
    if below is None:
        return _count(len(units))
    return _share(len(units), sum(_in(unit, cell) for unit in below), 100)


@cache
def _months(period: Period) -> dict[str, Period]:
    return {f"{part.first:%Y-%m}": part for part in period.parts(Grain.MONTH)}


def _in(unit: Unit, cell: dict[str, str]) -> bool:
    row = unit.row
    age = age_on(row.born_on, unit.day) if row.born_on else None
    if cell.get("age_band", age_band(age)) != age_band(age):
        return False
    missing_from = getattr(row, "missing_setting", None) or "not_known"
    if cell.get("missing_setting", missing_from) != missing_from:
        return False
    return cell.get("sex", row.sex or "not_known") == (row.sex or "not_known")


def _count(number: int) -> Expected:
    return Expected(number, None, Decimal(number))


def _share(above: int, below: int, per: int) -> Expected:
    if not below:
        return Expected(None, None, None)
    value = (Decimal(per * above) / below).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Expected(above, below, value)


def _median(units: Sequence[Unit]) -> Expected:
    if not units:
        return Expected(None, None, None)
    middle = statistics.median(Decimal(unit.length or 0) for unit in units)
    return Expected(None, len(units), middle)
