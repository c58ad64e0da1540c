"""Facts and typed rows on one in-memory engine, as meaning checks read them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import duckdb
import ibis
import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression

from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.domain.rules.working_days import numbered
from kith.evidence.quality.checked import ROW
from kith.evidence.quality.meaning.standing import (
    EVENTS,
    events_sql,
    is_dated,
    standing_sql,
)
from kith.evidence.store.shapes import fact_schema, schema_of


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import ibis.expr.types as ir

    from kith.evidence.quality.checked import TypedTable


PLACE = ("source_return", "source_file", "source_sheet", "source_row")
"""Where a flagged row stands: what a check's answer must hold."""

SHEET_NUMBER = "sheet_number"
"""Which of the typed tables at hand a row is from: two returns may name files alike."""


class Tables:
    """What a check may read. Names are those of `FACTS`, and ``feed/table``.

    A fact's table holds each event once: the telling that stands among those at
    hand, with the date of birth last told of the child. A fault that a later extract
    has put right is therefore not flagged again.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        shapes: Mapping[str, pa.Schema],
        rows: Mapping[str, int],
    ) -> None:
        self._connection = connection
        self._shapes = shapes
        self._rows = rows
        self._filled: dict[tuple[str, str, str], bool] = {}

    @classmethod
    def loaded(
        cls,
        told: Mapping[str, pa.Table],
        typed: Sequence[TypedTable],
        *,
        connection: duckdb.DuckDBPyConnection | None = None,
    ) -> Tables:
        """The tables on an engine in memory; what was told is read where it stands."""
        engine = connection or in_memory()
        shapes = {"calendar": _calendar().schema}
        rows: dict[str, int] = {}
        for name in (name for name in FACTS if name in told):
            schema = fact_schema(name)
            engine.register(f"told_{name}", _conformed(told[name], schema))
            shapes[name] = shapes[f"told_{name}"] = schema
            rows[name] = told[name].num_rows
        births = "people" in rows
        for name in rows:
            engine.execute(standing_sql(FACTS[name], births=births)).fetchall()
        dated = [FACTS[name] for name in rows if is_dated(FACTS[name])]
        if dated:
            engine.execute(events_sql(dated)).fetchall()
            shapes[EVENTS] = engine.table(EVENTS).limit(0).to_arrow_table().schema
        for name, held in _gathered(typed).items():
            engine.register(_typed_name(name), held)
            shapes[_typed_name(name)] = held.schema
            rows[name] = held.num_rows
        return cls(engine, shapes, rows)

    def table(self, name: str) -> ir.Table:
        """The fact's rows, each event once."""
        return self._named(name)

    def told(self, name: str) -> ir.Table:
        """The fact's rows as told, one event perhaps several times."""
        return self._named(f"told_{name}")

    def typed(self, name: str) -> ir.Table:
        """Rows of a feed's table as read, with their place."""
        return self._named(_typed_name(name))

    @property
    def calendar(self) -> ir.Table:
        """``date``, ``working_day_number``: how many working days up to that day."""
        return self._named("calendar")

    @property
    def dated(self) -> tuple[str, ...]:
        """The facts at hand that happen on a day."""
        return tuple(
            one.name for one in FACTS.values() if is_dated(one) and self.rows(one.name)
        )

    def answer(self, expression: ir.Table) -> pa.Table:
        """The rows an expression names."""
        # Run by its SQL: Ibis's own way of running warns on this DuckDB.
        sql = ibis.to_sql(expression, dialect="duckdb", pretty=False)
        return self._connection.sql(sql).to_arrow_table()

    def _named(self, name: str) -> ir.Table:
        return ibis.table(ibis.Schema.from_pyarrow(self._shapes[name]), name=name)

    def rows(self, name: str) -> int:
        """How many rows of a table were told; none where it is absent."""
        return self._rows.get(name, 0)

    @property
    def events(self) -> ir.Table:
        """The rows of all dated facts in one shape: ``fact``, ``day`` and their place.

        ``child`` and ``born_on`` are empty where the fact is not about a child,
        ``ended_on`` where it is no spell.
        """
        return self._named(EVENTS)

    def fills(self, name: str, column: str, feed: str) -> bool:
        """Whether any row (of that feed) holds a value in the column."""
        asked = (name, column, feed)
        if asked not in self._filled:
            self._filled[asked] = self._any(name, column, feed)
        return self._filled[asked]

    def _any(self, name: str, column: str, feed: str) -> bool:
        held = self._connection.table(name if name in FACTS else _typed_name(name))
        if feed:
            held = held.filter(ColumnExpression("feed") == ConstantExpression(feed))
        if column:
            held = held.filter(ColumnExpression(column).isnotnull())
        return bool(held.limit(1).fetchall())


def in_memory() -> duckdb.DuckDBPyConnection:
    """An engine in memory that knows the working days."""
    connection = duckdb.connect()
    connection.register("calendar", _calendar())
    return connection


@cache
def _calendar() -> pa.Table:
    days = numbered()
    return pa.table(
        {
            "date": pa.array([day for day, _ in days], pa.date32()),
            "working_day_number": pa.array([number for _, number in days], pa.int64()),
        }
    )


def _typed_name(name: str) -> str:
    return f"typed_{name.replace('/', '_')}"


def _gathered(typed: Sequence[TypedTable]) -> dict[str, pa.Table]:
    parts: dict[str, list[pa.Table]] = {}
    for number, one in enumerate(typed):
        name = f"{one.feed}/{one.table}"
        parts.setdefault(name, []).append(_with_place(one, number))
    return {name: pa.concat_tables(tables) for name, tables in parts.items()}


def _with_place(one: TypedTable, number: int) -> pa.Table:
    columns = FEEDS[one.feed].table(one.table).columns
    schema = schema_of(columns).append(pa.field(ROW, pa.int64()))
    place = {
        "source_return": "",
        "source_file": one.file,
        "source_sheet": one.sheet,
        "feed": one.feed,
    }
    rows = _conformed(one.rows, schema)
    for name, text in place.items():
        rows = rows.append_column(name, _same(text, rows.num_rows))
    numbers = pa.repeat(pa.scalar(number, pa.int64()), rows.num_rows)
    return rows.append_column(SHEET_NUMBER, numbers)


def _same(text: str, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), count)


def _conformed(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    columns = [
        rows.column(field.name).cast(field.type)
        if field.name in rows.column_names
        else pa.nulls(rows.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)
