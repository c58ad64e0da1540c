"""The Arrow shape of the tables that contracts declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts import FACTS


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


ARROW_TYPES: dict[ColumnType, pa.DataType] = {
    ColumnType.TEXT: pa.string(),
    ColumnType.CODE: pa.string(),
    ColumnType.DATE: pa.date32(),
    ColumnType.DATETIME: pa.timestamp("us"),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.DECIMAL: pa.decimal128(38, 6),
    ColumnType.BOOLEAN: pa.bool_(),
}


def schema_of(columns: Iterable[Column]) -> pa.Schema:
    """The Arrow schema of declared columns, in their order."""
    return pa.schema([pa.field(c.name, ARROW_TYPES[c.type]) for c in columns])


def fact_schema(name: str) -> pa.Schema:
    """The Arrow schema of a fact table, lineage included."""
    return schema_of(FACTS[name].all_columns)


def shaped(table: pa.Table, columns: Sequence[Column]) -> pa.Table:
    """The table with exactly these columns, typed; absent ones are empty.

    Raises:
        ValueError: the table holds a column that is not declared.
    """
    schema = schema_of(columns)
    strangers = sorted(set(table.column_names) - set(schema.names))
    if strangers:
        raise ValueError(f"columns not declared: {', '.join(strangers)}")
    held = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(held, schema=schema)
