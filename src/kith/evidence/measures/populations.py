"""How many children live in an area, by the estimate that a figure must use.

Summed over age, sex and area, never over time: the latest mid-year estimate at or
before the last day. By ethnic group the census's, with the years' mismatch said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.ages import AGE_BANDS
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.evidence.measures.measure import CHILDHOOD
from kith.evidence.measures.rates import Estimate


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from typing import Any

    from kith.evidence.store.fact_store import FactStore


MID_YEAR, CENSUS = "mid_year", "census"
_BANDS = {band.code: (band.lowest, band.highest) for band in AGE_BANDS}
_SEXES = ("female", "male")


class Populations:
    """Population estimates of some areas, ages 0 to 17."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._rows: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        for row in rows:
            self._rows.setdefault((row["area"], row["basis"]), []).append(row)

    @classmethod
    def of_store(cls, store: FactStore, areas: Sequence[str]) -> Populations:
        """The estimates a store holds for these areas."""
        told = store.table("population")
        told = told.filter(told.area.isin(areas), told.age.between(*CHILDHOOD))
        keys = ["area", "basis", "year", "estimate_on", "age", "sex", "ethnicity"]
        summed = told.group_by(keys).agg(persons=told.persons.sum())
        return cls(summed.to_pyarrow().to_pylist())

    def of(self, area: str, on: date, cell: Mapping[str, str]) -> Estimate | None:
        """The estimate for an area and a cell; None where there is no such one."""
        if "ethnicity" in cell:
            return self._of_group(area, on, cell)
        rows = self._rows.get((area, MID_YEAR), [])
        year = max((r["year"] for r in rows if r["estimate_on"] <= on), default=None)
        if year is None:
            return None
        found = [row for row in rows if row["year"] == year and _fits_band(row, cell)]
        persons = _persons(found, cell.get("sex"))
        return None if persons is None else Estimate(persons, year)

    def _of_group(
        self, area: str, on: date, cell: Mapping[str, str]
    ) -> Estimate | None:
        """From the latest census by then, else the first one after."""
        rows = self._rows.get((area, CENSUS), [])
        years = sorted({(row["estimate_on"], row["year"]) for row in rows})
        if not years or cell.get("sex"):
            return None
        by_then = [year for day, year in years if day <= on]
        year = by_then[-1] if by_then else years[0][1]
        found = [
            row["persons"]
            for row in rows
            if row["year"] == year
            and row["ethnicity"] == cell["ethnicity"]
            and _fits_band(row, cell)
        ]
        note = f"By ethnic group the population is the census of {year}'s, not {on.year}'s."
        return Estimate(sum(found), year, note) if found else None


def can_be_estimated(cell: Mapping[str, str]) -> bool:
    """Whether a population can be had for such a cell at all.

    Nobody estimates the unborn, those not known, or ages past childhood.
    """
    band = cell.get("age_band")
    if band is not None and not (band in _BANDS and _in_childhood(band)):
        return False
    if cell.get("ethnicity") == EthnicGroup.NOT_KNOWN:
        return False
    return cell.get("sex") in (None, *_SEXES)


def _in_childhood(band: str) -> bool:
    lowest, highest = _BANDS[band]
    return CHILDHOOD[0] <= lowest and highest <= CHILDHOOD[1]


def _fits_band(row: Mapping[str, Any], cell: Mapping[str, str]) -> bool:
    if "age_band" not in cell:
        return True
    lowest, highest = _BANDS[cell["age_band"]]
    return bool(lowest <= row["age"] <= highest)


def _persons(rows: Sequence[Mapping[str, Any]], sex: str | None) -> int | None:
    """Both sexes where they are told, else the estimate for all persons."""
    wanted = (sex,) if sex else _SEXES
    told: list[int] = [row["persons"] for row in rows if row["sex"] in wanted]
    if not told and sex is None:
        told = [row["persons"] for row in rows]
    return sum(told) if told else None
