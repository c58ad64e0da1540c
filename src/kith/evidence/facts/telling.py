"""Return → facts: each feed's typed tables become rows of the fact tables.

In: the accepted rows of one return. Out: rows of every fact that the tables at hand can
tell, with the child's key in the place of its number, and the place each row came from.
All of it is columnar, so a million rows take seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES
from kith.evidence.facts import aggregate, annex_a, council, police, population, ssd
from kith.evidence.facts.areas import AREA
from kith.evidence.facts.mapping import PERSON_COLUMNS, FeedMapping, Mapping
from kith.evidence.facts.selecting import select_of
from kith.evidence.quality.checked import ROW
from kith.evidence.store.shapes import fact_schema, schema_of


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kith.contracts.feeds import FeedTable
    from kith.contracts.returns import ReturnHead
    from kith.evidence.quality.checked import TypedTable
    from kith.evidence.store.child_keys import ChildKeys


MAPPINGS: dict[str, FeedMapping] = {
    mapping.feed: mapping
    for mapping in (
        annex_a.MAPPING,
        ssd.MAPPING,
        police.MAPPING,
        *council.MAPPINGS,
        population.MAPPING,
        aggregate.MAPPING,
    )
}


def tell(
    typed_tables: Sequence[TypedTable], head: ReturnHead, keys: ChildKeys
) -> dict[str, pa.Table]:
    """The facts one return tells, by fact table, before reconciliation.

    A fact that the return's tables can tell is there even without rows; a fact whose
    tables the return does not hold is not.
    """
    mapping = MAPPINGS[head.feed]
    held = {table.table for table in typed_tables}
    told: dict[str, list[pa.Table]] = {}
    with duckdb.connect() as connection:
        _load_head(connection, head)
        for table in FEEDS[head.feed].tables:
            rows = _gathered(table, typed_tables, head)
            rows = _numbers_digested(rows, table, (mapping, head, keys))
            connection.from_arrow(rows).create(table.name)
        for one in _tellings(mapping, held):
            rows = connection.sql(select_of(mapping, one)).to_arrow_table()
            told.setdefault(one.fact, []).append(rows.cast(fact_schema(one.fact)))
    return {fact: pa.concat_tables(parts) for fact, parts in sorted(told.items())}


def reported_last(head: ReturnHead) -> date:
    """The last day a return really reports: none after its extract was taken."""
    return min(head.period.last, head.extracted_on)


def _tellings(mapping: FeedMapping, held: set[str]) -> Iterator[Mapping]:
    for one in mapping.tells:
        if one.table in held:
            yield one
    told_apart = {one.table for one in mapping.tells if one.fact == "people"}
    for table in FEEDS[mapping.feed].tables:
        columns = {column.name for column in table.columns}
        numbered = table.name in mapping.numbers and "sex" in columns
        if numbered and table.name in held - told_apart:
            yield _people_of(table.name, columns)


def _people_of(table: str, columns: set[str]) -> Mapping:
    # What a table says of a child is told once, however many rows repeat it.
    said = [name for name in (*PERSON_COLUMNS, "has_disability") if name in columns]
    return Mapping(
        "people",
        table,
        {"has_disability": "t.has_disability"} if "has_disability" in columns else {},
        rows=" ".join(
            [
                f"(FROM {table} QUALIFY row_number() OVER (",
                f"PARTITION BY area, child, {', '.join(said)}",
                "ORDER BY source_file, source_sheet, source_row) = 1) AS t",
            ]
        ),
    )


def _gathered(
    table: FeedTable, typed_tables: Sequence[TypedTable], head: ReturnHead
) -> pa.Table:
    declared = schema_of(table.columns).append(pa.field(ROW, pa.int64()))
    parts = [
        _conformed(typed.rows, declared, head)
        .append_column("source_file", _same(typed.file, typed.rows.num_rows))
        .append_column("source_sheet", _same(typed.sheet, typed.rows.num_rows))
        for typed in typed_tables
        if typed.table == table.name
    ]
    empty = declared.append(pa.field("source_file", pa.string())).append(
        pa.field("source_sheet", pa.string())
    )
    return pa.concat_tables(parts) if parts else empty.empty_table()


def _conformed(rows: pa.Table, declared: pa.Schema, head: ReturnHead) -> pa.Table:
    columns = [
        rows.column(field.name).cast(field.type)
        if field.name in rows.column_names
        else pa.nulls(rows.num_rows, field.type)
        for field in declared
    ]
    table = pa.table(columns, schema=declared)
    if len(head.areas) > 1:
        return table
    place = declared.get_field_index(AREA)
    areas = table.column(AREA).fill_null(head.areas[0])
    return table.set_column(place, AREA, areas)


def _same(text: str, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), count)


def _numbers_digested(
    rows: pa.Table, table: FeedTable, sender: tuple[FeedMapping, ReturnHead, ChildKeys]
) -> pa.Table:
    mapping, head, keys = sender
    for column, what in mapping.digests.get(table.name, {}).items():
        place = rows.column_names.index(column)
        digests = keys.digests(what, head.agency, rows.column(column))
        rows = rows.set_column(place, column, digests)
    number = mapping.numbers.get(table.name)
    if number is None:
        return rows
    child = keys.digests("child", head.agency, rows.column(number))
    return rows.drop_columns([number]).append_column("child", child)


def _load_head(connection: duckdb.DuckDBPyConnection, head: ReturnHead) -> None:
    row = {
        "name": head.name,
        "feed": head.feed,
        "agency": head.agency,
        "first": head.period.first,
        "last": reported_last(head),
        "extracted_on": head.extracted_on,
    }
    connection.from_arrow(pa.Table.from_pylist([row])).create("head")
    groups = [{"code": c, "ethnic_group": g.value} for c, g in ETHNIC_CODES.items()]
    connection.from_arrow(pa.Table.from_pylist(groups)).create("ethnic_groups")
