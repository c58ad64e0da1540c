"""The ways a measure is broken down, and every cell that must then be printed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import ibis

from kith.domain.vocabulary.ages import AGE_BANDS, NOT_KNOWN, UNBORN
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.figures import Cell
from kith.domain.vocabulary.missing import MissingSetting
from kith.domain.vocabulary.periods import Grain, Period, labelled_parts
from kith.domain.vocabulary.sex import Sex
from kith.evidence.measures.measure import Counted


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import ibis.expr.types as ir

    from kith.evidence.measures.measure import Selection


Grouping = tuple[str, ...]
"""Dimensions a measure is broken down by at once: none, one or two."""

TIME = ("month", "quarter")
ABOUT_THE_CHILD = ("age_band", "sex", "ethnicity")
ABOUT_THE_EVENT = ("missing_setting",)
"""Told of each event, so one child may stand in several."""

DIMENSIONS = (*TIME, *ABOUT_THE_CHILD, *ABOUT_THE_EVENT, "agency", "area")
"""``area`` is one of them though every figure already stands in one area."""

_KEPT = 4096
"""Cells remembered: the same few hundred stand under every measure and area."""

AT_MOST = 2
"""How many dimensions one table may have."""

_FIXED = {
    "age_band": (*(band.code for band in AGE_BANDS), NOT_KNOWN),
    "sex": tuple(sex.value for sex in Sex),
    "ethnicity": tuple(group.value for group in EthnicGroup),
    "missing_setting": tuple(setting.value for setting in MissingSetting),
}

_READ_FROM = {"age_band": "born_on"}


def column_of(dimension: str) -> str:
    """The column of a fact that a breakdown reads."""
    return _READ_FROM.get(dimension, dimension)


def can_hold(selection: Selection, dimension: str) -> bool:
    """Whether rows can be broken down so; where children are counted once, not by
    what each event tells anew."""
    if dimension in TIME:
        return True
    if dimension in ABOUT_THE_EVENT and selection.counted is Counted.CHILDREN:
        return False
    return selection.knows(column_of(dimension))


def grouping_of(by: Sequence[str]) -> Grouping:
    """The dimensions asked for, without ``area``, which each figure has anyway."""
    return tuple(dict.fromkeys(name for name in by if name != "area"))


def month_label(index: int) -> str:
    """The label of a month numbered by twelve times the year, plus the month less one."""
    return f"{index // 12}-{index % 12 + 1:02d}"


def quarter_label(index: int) -> str:
    """The label of the quarter of a month so numbered."""
    return f"{index // 12}-Q{index % 12 // 3 + 1}"


def quarter_of(month: str) -> str:
    """The quarter a month stands in: ``2020-03`` is of ``2020-Q1``, a quarter of itself."""
    if "Q" in month:
        return month
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def cells(
    grouping: Grouping, period: Period, agencies: Iterable[str]
) -> list[tuple[str, ...]]:
    """Every cell of a breakdown, in the order shown."""
    made: list[tuple[str, ...]] = [()]
    for dimension in grouping:
        values = _values(dimension, period, agencies)
        made = [(*cell, value) for cell in made for value in values]
    if set(grouping) == set(TIME):
        month, quarter = grouping.index("month"), grouping.index("quarter")
        made = [c for c in made if quarter_of(c[month]) == c[quarter]]
    return made


def _values(dimension: str, period: Period, agencies: Iterable[str]) -> tuple[str, ...]:
    if dimension in TIME:
        return tuple(labelled_parts(period, Grain(dimension)))
    if dimension == "agency":
        # Where no agency tells a measure the gap still has its row.
        return tuple(sorted(agencies)) or (NOT_KNOWN,)
    return _FIXED[dimension]


@lru_cache(maxsize=_KEPT)
def window(grouping: Grouping, cell: tuple[str, ...], period: Period) -> Period:
    """The days a cell speaks of: its month or quarter, else the whole period."""
    days = period
    for dimension, value in zip(grouping, cell, strict=True):
        if dimension in TIME:
            part = labelled_parts(period, Grain(dimension))[value]
            days = Period(max(days.first, part.first), min(days.last, part.last))
    return days


@lru_cache(maxsize=_KEPT)
def as_cells(grouping: Grouping, cell: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cell as a figure carries it."""
    return tuple(Cell(d, v) for d, v in zip(grouping, cell, strict=True))


def age_band(born_on: ir.DateValue, day: ir.DateValue) -> ir.StringValue:
    """The band of the age on a day, as `kith.domain.vocabulary.ages` defines it."""
    had_birthday = (day.month() > born_on.month()) | (
        (day.month() == born_on.month()) & (day.day() >= born_on.day())
    )
    years = day.year() - born_on.year() - ibis.ifelse(had_birthday, 0, 1)
    bands = [
        (years.between(band.lowest, band.highest), band.code)
        for band in AGE_BANDS
        if band.lowest != UNBORN
    ]
    return ibis.cases(
        (born_on.isnull(), NOT_KNOWN),
        (day < born_on, "unborn"),
        *bands,
        else_=NOT_KNOWN,
    )


def known(column: ir.StringValue, dimension: str) -> ir.StringValue:
    """The column's value where the dimension prints it, else not known."""
    return ibis.ifelse(column.isin(_FIXED[dimension]), column, NOT_KNOWN)
