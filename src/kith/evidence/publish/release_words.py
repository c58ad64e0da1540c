"""Why a table is refused and what would cure it, in words: never a hidden number."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.areas import area_name, is_well_formed
from kith.domain.vocabulary.periods import Period, say_day
from kith.evidence.measures import DEFINITIONS


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.domain.vocabulary.figures import Cell, Figure
    from kith.evidence.disclosure import GivenAway, Table
    from kith.evidence.disclosure.cells import Count


_CELLS_NAMED = 6


def reason(given: GivenAway) -> str:
    """One sentence: which number, from which tables, by which of their cells."""
    count = given.breach.count
    what = _of_count(count)
    if not given.breach.values:
        return f"{what}: it could not be proved that the number stays hidden."
    if not given.by:
        return f"{what} could be worked out from this table by itself."
    beside = "; ".join(_table(table, cells) for table, cells in given.by)
    return f"{what} could be worked out from this table beside {beside}."


def reasons(told: Sequence[GivenAway]) -> tuple[str, ...]:
    """A sentence for each, and one for those beyond what anybody reads."""
    named = tuple(reason(given) for given in told if given.by is not None)
    more = len(told) - len(named)
    return (*named, f"So could {more:,} more numbers.") if more else named


def given_away_words(given: GivenAway) -> dict[str, Any]:
    """The same for machines."""
    count = given.breach.count
    return {
        "measure": count.series,
        "area": count.area,
        "from": count.first.isoformat(),
        "to": count.last.isoformat(),
        "by": {cell.dimension: cell.value for cell in count.who},
        "beside": [
            {"release": table.name, "cells": [_cell(figure) for figure in cells]}
            for table, cells in given.by or ()
        ],
    }


def place(measure: str, area: str, period: Period, who: Iterable[Cell]) -> str:
    """Where a number stands: ``Referrals, North Somerset, March 2020 (1 month)``."""
    parts = [_measure(measure), _area(area), str(period)]
    return ", ".join([*parts, *(_cell_words(cell) for cell in who)])


def of_figure(figure: Figure) -> str:
    """Where a figure stands."""
    return place(figure.measure, figure.area, figure.period, figure.breakdown)


def title_of(measure: str) -> str:
    """A measure as it is called."""
    return _measure(measure)


def period_words(period: Period) -> str:
    """From the first day to the last."""
    return f"{say_day(period.first)} to {say_day(period.last)}"


def _of_count(count: Count) -> str:
    return place(count.series, count.area, Period(count.first, count.last), count.who)


def _table(table: Table, cells: Sequence[Figure]) -> str:
    """A table with the cells that matter, those of one place together."""
    places: dict[str, list[str]] = defaultdict(list)
    for figure in cells:
        where = place(figure.measure, figure.area, figure.period, ())
        places[where].append(
            " and ".join(_cell_words(cell) for cell in figure.breakdown)
        )
    named = [_one_place(where, parts) for where, parts in places.items()]
    return f"{table.name} ({' · '.join(named)})" if named else table.name


def _one_place(where: str, parts: Sequence[str]) -> str:
    told = [part for part in parts if part]
    if not told:
        return where
    more = len(told) - _CELLS_NAMED
    listed = "; ".join(told[:_CELLS_NAMED]) + (f"; {more} more" if more > 0 else "")
    total = "total; " if len(told) < len(parts) else ""
    return f"{where}: {total}{listed}"


def _cell(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure,
        "area": figure.area,
        "from": figure.period.first.isoformat(),
        "to": figure.period.last.isoformat(),
        "by": {cell.dimension: cell.value for cell in figure.breakdown},
    }


def _measure(series: str) -> str:
    below, less, above = series.partition(" less ")
    if less:
        return f"{_measure(below)} without {_measure(above)}"
    code, colon, part = series.partition(": ")
    titled = DEFINITIONS[code].title if code in DEFINITIONS else code
    return f"{titled} ({part})" if colon else titled


def _area(code: str) -> str:
    return area_name(code) if is_well_formed(code) else code


def _cell_words(cell: Cell) -> str:
    return f"{cell.dimension} {cell.value}".replace("_", " ")
