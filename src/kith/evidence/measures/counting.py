"""Counting, once for all measures: few scans, every breakdown asked for.

Events are counted at the finest cell any breakdown needs and added up from there.
Children and open spells cannot be added over time, so each month or quarter is
counted by itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from kith.domain.vocabulary.periods import Grain, labelled_parts
from kith.evidence.measures.breakdowns import (
    TIME,
    Grouping,
    age_band,
    column_of,
    known,
    month_label,
    quarter_label,
    quarter_of,
)
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import Counted, Time
from kith.evidence.measures.narrow import (
    KEPT,
    SELECTED,
    Shape,
    as_sql,
    ask,
    narrowed,
)


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import ibis.expr.types as ir

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.measure import Selection
    from kith.evidence.store.fact_store import FactStore


FAR = ibis.date(9999, 12, 31)
"""The end of a spell that has none."""

_PARTS = "parts_of_the_period"

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

    @property
    def dimensions(self) -> tuple[str, ...]:
        """What is asked for besides time."""
        asked = {name for grouping in self.groupings for name in grouping}
        return tuple(sorted(asked - set(TIME)))

    @property
    def by_time(self) -> bool:
        """Whether months or quarters are asked for."""
        return any(set(grouping) & set(TIME) for grouping in self.groupings)


@dataclass(frozen=True)
class Extent:
    """Which days and areas are counted, and by what: a question of any selection."""

    period: Period
    areas: tuple[str, ...]
    dimensions: tuple[str, ...]
    by_time: bool

    @classmethod
    def of(cls, question: Question) -> Extent:
        """What a question asks, without its measures' own names."""
        return cls(
            question.period, question.areas, question.dimensions, question.by_time
        )


def tally(store: FactStore, selection: Selection, question: Question) -> Tallies:
    """The selection's counts in every cell of every breakdown asked for."""
    if (selection.time, selection.counted) == (Time.EVENTS, Counted.ROWS):
        return _added_up(_events(store, selection, question), question)
    whole = tuple(g for g in question.groupings if not set(g) & set(TIME))
    cut = tuple(g for g in question.groupings if set(g) & set(TIME))
    found: Tallies = {}
    if whole:
        found |= _over_the_whole(store, selection, replace(question, groupings=whole))
    if cut:
        found |= _part_by_part(store, selection, replace(question, groupings=cut))
    return found


def in_period(rows: ir.Table, time: Time, period: Period) -> ir.Table:
    """A selection's rows that stand to the period as its `Time` says."""
    first, last = ibis.literal(period.first), ibis.literal(period.last)
    if time is Time.EVENTS:
        return rows.filter(
            rows.happened_on.between(first, last), certainly(rows.counted)
        )
    end = ibis.coalesce(rows.end_on, FAR)
    if time is Time.SPELLS_EVER:
        return rows.filter(rows.start_on <= last, end >= first)
    return rows.filter(rows.start_on <= last, end > last)


def _keyed(
    rows: ir.Table, shape: Shape, dimensions: Sequence[str], day: ir.DateValue
) -> dict[str, ir.Value]:
    """The expressions that rows are grouped by."""
    keys: dict[str, ir.Value] = {"area": rows.area}
    for name in dimensions:
        if name not in shape.held:
            keys[name] = ibis.literal("")
        elif name == "agency":
            keys[name] = rows.agency
        elif name == "age_band":
            keys[name] = age_band(rows.born_on, day)
        else:
            keys[name] = known(rows[name], name)
    return keys


def _events(store: FactStore, selection: Selection, question: Question) -> pa.Table:
    shape = replace(
        Shape.of(selection, question.dimensions),
        flags=tuple(selection.flags.index(flag) for flag in question.flags),
        with_durations=question.with_durations,
    )
    tables = {SELECTED: narrowed(selection)}
    cube = ask(store, tables, _counted_events(shape, Extent.of(question)))
    called = dict(zip(shape.flag_names, question.flags, strict=True))
    return cube.rename_columns([called.get(n, n) for n in cube.column_names])


@lru_cache(maxsize=KEPT)
def _counted_events(shape: Shape, extent: Extent) -> str:
    rows = shape.selected()
    rows = in_period(
        rows.filter(rows.area.isin(extent.areas)), shape.time, extent.period
    )
    keys = _keyed(rows, shape, extent.dimensions, rows.happened_on)
    if extent.by_time:
        keys["month"] = rows.happened_on.year() * 12 + rows.happened_on.month() - 1
    if shape.with_durations:
        keys["duration"] = rows.duration
    counts = {flag: rows.count(where=rows[flag]) for flag in shape.flag_names}
    return as_sql(rows.group_by(**keys).agg(rows=rows.count(), **counts))


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


def _over_the_whole(
    store: FactStore, selection: Selection, question: Question
) -> Tallies:
    """Children, or open spells, of the whole period."""
    shape = Shape.of(selection, question.dimensions)
    tables = {SELECTED: narrowed(selection)}
    cube = ask(store, tables, _counted_whole(shape, Extent.of(question)))
    return {g: _rolled_up(cube, g, question) for g in question.groupings}


@lru_cache(maxsize=KEPT)
def _counted_whole(shape: Shape, extent: Extent) -> str:
    rows = shape.selected()
    rows = in_period(
        rows.filter(rows.area.isin(extent.areas)), shape.time, extent.period
    )
    if shape.counted is Counted.CHILDREN:
        rows = _each_child_once(rows, shape.held, ())
    keys = _keyed(rows, shape, extent.dimensions, ibis.literal(extent.period.last))
    return as_sql(rows.group_by(**keys).agg(rows=rows.count()))


def _part_by_part(
    store: FactStore, selection: Selection, question: Question
) -> Tallies:
    """Children, or open spells, of each month and quarter by itself."""
    windows = {
        part: days
        for time in TIME
        if any(time in grouping for grouping in question.groupings)
        for part, days in labelled_parts(question.period, Grain(time)).items()
    }
    shape = Shape.of(selection, question.dimensions)
    tables = {SELECTED: narrowed(selection), _PARTS: _listed(windows)}
    cube = ask(store, tables, _counted_parts(shape, Extent.of(question)))
    return {
        grouping: _rolled_up(_of_time(cube, grouping), grouping, question)
        for grouping in question.groupings
    }


@lru_cache(maxsize=KEPT)
def _counted_parts(shape: Shape, extent: Extent) -> str:
    rows = shape.selected()
    rows = _in_parts(rows.filter(rows.area.isin(extent.areas)), shape.time)
    if shape.counted is Counted.CHILDREN:
        rows = _each_child_once(rows, shape.held, ("part", "part_last"))
    keys = _keyed(rows, shape, extent.dimensions, rows.part_last)
    return as_sql(rows.group_by(**keys, part=rows.part).agg(rows=rows.count()))


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


def _in_parts(rows: ir.Table, time: Time) -> ir.Table:
    """The rows of each part of a period: one row a row and part."""
    table = ibis.table(
        {"part": "string", "part_first": "date", "part_last": "date"}, name=_PARTS
    )
    if time is Time.EVENTS:
        rows = rows.filter(certainly(rows.counted))
        start, end = rows.happened_on, rows.happened_on
    else:
        start, end = rows.start_on, ibis.coalesce(rows.end_on, FAR)
    rows = rows.mutate(spell_start=start, spell_end=end)
    on_or_after = (
        rows.spell_end > table.part_last
        if time is Time.SPELLS_AT_END
        else rows.spell_end >= table.part_first
    )
    return rows.join(table, [rows.spell_start <= table.part_last, on_or_after])


def _listed(windows: Mapping[str, Period]) -> str:
    rows = ", ".join(
        f"('{part}', DATE '{days.first}', DATE '{days.last}')"
        for part, days in windows.items()
    )
    return f"FROM (VALUES {rows}) AS parts (part, part_first, part_last)"


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
