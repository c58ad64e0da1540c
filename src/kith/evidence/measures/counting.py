"""Counting, once for all measures: few scans, every breakdown asked for.

Events are counted at the finest cell any breakdown needs and added up from there.
Children and open spells cannot be added over time, so each month or quarter is
counted by itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from kith.domain.vocabulary.periods import Grain, labelled_parts
from kith.evidence.measures.breakdowns import (
    TIME,
    Grouping,
    age_band,
    can_hold,
    column_of,
    known,
    month_label,
    quarter_label,
    quarter_of,
)
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import Counted, Selection, Time


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    import ibis.expr.types as ir

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.measure import Facts


FAR = ibis.date(9999, 12, 31)
"""The end of a spell that has none."""

CellKey = tuple[str, ...]
"""An area, then the values of a breakdown."""


@dataclass
class Tally:
    """How many rows a cell counts, how many of each flag, and their durations."""

    rows: int = 0
    flags: dict[str, int] = field(default_factory=dict)
    durations: Counter[int] = field(default_factory=Counter)


Tallies = dict[Grouping, dict[CellKey, Tally]]


@dataclass(frozen=True)
class Question:
    """What is asked of a selection."""

    period: Period
    areas: tuple[str, ...]
    groupings: tuple[Grouping, ...]
    flags: tuple[str, ...] = ()
    with_durations: bool = False


def tally(facts: Facts, selection: Selection, question: Question) -> Tallies:
    """The selection's counts in every cell of every breakdown asked for."""
    if (selection.time, selection.counted) == (Time.EVENTS, Counted.ROWS):
        return _added_up(_events(facts, selection, question), question)
    whole = tuple(g for g in question.groupings if not set(g) & set(TIME))
    cut = tuple(g for g in question.groupings if set(g) & set(TIME))
    found: Tallies = {}
    if whole:
        found |= _over_the_whole(facts, selection, replace(question, groupings=whole))
    if cut:
        found |= _part_by_part(facts, selection, replace(question, groupings=cut))
    return found


def in_period(rows: ir.Table, selection: Selection, period: Period) -> ir.Table:
    """The selection's rows that stand to the period as its `Time` says."""
    first, last = ibis.literal(period.first), ibis.literal(period.last)
    if selection.time is Time.EVENTS:
        return rows.filter(
            rows.happened_on.between(first, last), certainly(rows.counted)
        )
    end = ibis.coalesce(rows.end_on, FAR)
    if selection.time is Time.SPELLS_EVER:
        return rows.filter(rows.start_on <= last, end >= first)
    return rows.filter(rows.start_on <= last, end > last)


def _of_areas(rows: ir.Table, areas: Sequence[str]) -> ir.Table:
    return rows.filter(rows.area.isin(areas))


def _dimensions(groupings: Iterable[Grouping]) -> list[str]:
    return sorted({name for grouping in groupings for name in grouping} - set(TIME))


def _keyed(
    rows: ir.Table, selection: Selection, dimensions: Sequence[str], day: ir.DateValue
) -> dict[str, ir.Value]:
    """The expressions that rows are grouped by."""
    keys: dict[str, ir.Value] = {"area": rows.area}
    for name in dimensions:
        if not can_hold(selection, name):
            keys[name] = ibis.literal("")
        elif name == "agency":
            keys[name] = rows.agency
        elif name == "age_band":
            keys[name] = age_band(rows.born_on, day)
        else:
            keys[name] = known(rows[name], name)
    return keys


def _events(facts: Facts, selection: Selection, question: Question) -> pa.Table:
    rows = _of_areas(selection.rows(facts), question.areas)
    rows = in_period(rows, selection, question.period)
    dimensions = _dimensions(question.groupings)
    keys = _keyed(rows, selection, dimensions, rows.happened_on)
    if any(set(grouping) & set(TIME) for grouping in question.groupings):
        keys["month"] = rows.happened_on.year() * 12 + rows.happened_on.month() - 1
    if question.with_durations:
        keys["duration"] = rows[selection.duration]
    counts = {flag: rows[flag].sum() for flag in question.flags}
    return rows.group_by(**keys).agg(rows=rows.count(), **counts).to_pyarrow()


def _added_up(cube: pa.Table, question: Question) -> Tallies:
    if "month" in cube.column_names:
        months = cube["month"].to_pylist()
        cube = cube.drop_columns("month")
        cube = cube.append_column("month", _texts(map(month_label, months)))
        cube = cube.append_column("quarter", _texts(map(quarter_label, months)))
    return {
        grouping: _rolled_up(cube, grouping, question)
        for grouping in question.groupings
    }


def _rolled_up(
    cube: pa.Table, grouping: Grouping, question: Question
) -> dict[CellKey, Tally]:
    keys = ["area", *grouping]
    counts = ["rows", *question.flags]
    if question.with_durations:
        return _with_durations(cube, keys)
    summed = cube.group_by(keys, use_threads=False).aggregate(
        [(name, "sum") for name in counts]
    )
    columns = [summed[name].to_pylist() for name in keys]
    totals = [summed[f"{name}_sum"].to_pylist() for name in counts]
    return {
        cell: Tally(rows, dict(zip(question.flags, flags, strict=True)))
        for cell, (rows, *flags) in zip(
            zip(*columns, strict=True), zip(*totals, strict=True), strict=True
        )
    }


def _with_durations(cube: pa.Table, keys: Sequence[str]) -> dict[CellKey, Tally]:
    summed = cube.group_by([*keys, "duration"], use_threads=False).aggregate(
        [("rows", "sum")]
    )
    columns = [summed[name].to_pylist() for name in keys]
    found: dict[CellKey, Tally] = {}
    for cell, duration, rows in zip(
        zip(*columns, strict=True),
        summed["duration"].to_pylist(),
        summed["rows_sum"].to_pylist(),
        strict=True,
    ):
        tallied = found.setdefault(cell, Tally())
        tallied.rows += rows
        if duration is not None:
            tallied.durations[duration] += rows
    return found


def _over_the_whole(facts: Facts, selection: Selection, question: Question) -> Tallies:
    """Children, or open spells, of the whole period."""
    rows = _of_areas(selection.rows(facts), question.areas)
    rows = in_period(rows, selection, question.period)
    dimensions = _dimensions(question.groupings)
    if selection.counted is Counted.CHILDREN:
        rows = _each_child_once(rows, _held(selection, dimensions), ())
    keys = _keyed(rows, selection, dimensions, ibis.literal(question.period.last))
    cube = rows.group_by(**keys).agg(rows=rows.count()).to_pyarrow()
    return {g: _rolled_up(cube, g, question) for g in question.groupings}


def _part_by_part(facts: Facts, selection: Selection, question: Question) -> Tallies:
    """Children, or open spells, of each month and quarter by itself."""
    windows = {
        part: days
        for time in TIME
        if any(time in grouping for grouping in question.groupings)
        for part, days in labelled_parts(question.period, Grain(time)).items()
    }
    rows = _of_areas(selection.rows(facts), question.areas)
    rows = in_windows(rows, selection, windows)
    dimensions = _dimensions(question.groupings)
    if selection.counted is Counted.CHILDREN:
        held = _held(selection, dimensions)
        rows = _each_child_once(rows, held, ("part", "part_last"))
    keys = _keyed(rows, selection, dimensions, rows.part_last)
    cube = rows.group_by(**keys, part=rows.part).agg(rows=rows.count()).to_pyarrow()
    return {
        grouping: _rolled_up(_of_time(cube, grouping), grouping, question)
        for grouping in question.groupings
    }


def _of_time(cube: pa.Table, grouping: Grouping) -> pa.Table:
    """The cube's months, or its quarters: whichever the breakdown needs."""
    labels = cube["part"].to_pylist()
    by_month = "month" in grouping
    cube = cube.append_column("month", _texts(labels))
    cube = cube.append_column("quarter", _texts(map(quarter_of, labels)))
    wanted = [("Q" not in part) == by_month for part in labels]
    return cube.filter(pa.array(wanted, pa.bool_()))


def _texts(values: Iterable[str]) -> pa.Array:
    return pa.array(list(values), pa.string())


def in_windows(
    rows: ir.Table, selection: Selection, windows: Mapping[str, Period]
) -> ir.Table:
    """The rows of each part of a period: one row a row and part."""
    table = ibis.memtable(
        pa.table(
            {
                "part": list(windows),
                "part_first": _days(part.first for part in windows.values()),
                "part_last": _days(part.last for part in windows.values()),
            }
        )
    )
    if selection.time is Time.EVENTS:
        rows = rows.filter(certainly(rows.counted))
        start, end = rows.happened_on, rows.happened_on
    else:
        start, end = rows.start_on, ibis.coalesce(rows.end_on, FAR)
    rows = rows.mutate(spell_start=start, spell_end=end)
    on_or_after = (
        rows.spell_end > table.part_last
        if selection.time is Time.SPELLS_AT_END
        else rows.spell_end >= table.part_first
    )
    return rows.join(table, [rows.spell_start <= table.part_last, on_or_after])


def _days(days: Iterable[date]) -> pa.Array:
    return pa.array(list(days), pa.date32())


def _held(selection: Selection, dimensions: Sequence[str]) -> list[str]:
    return [name for name in dimensions if can_hold(selection, name)]


def _each_child_once(
    rows: ir.Table, dimensions: Sequence[str], part: Sequence[str]
) -> ir.Table:
    """One row a child (and part of the period), with what breakdowns ask of it.

    A child's attributes are resolved once per child when facts are reconciled,
    and the child key carries the agency, so any of the rows' values will do;
    the greatest makes it the same one each time.
    """
    columns = {column_of(name) for name in dimensions}
    keys = ["area", "child", *part]
    return rows.group_by(keys).agg(**{n: rows[n].max() for n in sorted(columns)})
