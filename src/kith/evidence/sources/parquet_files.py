"""Parquet → a sheet of text, so that every format is typed by the same rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kith.evidence.sources.columns import without_blanks
from kith.evidence.sources.guards import check_size
from kith.evidence.sources.sheets import ReadFile, Sheet
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.sources.limits import Limits


def read_parquet(path: Path, limits: Limits) -> ReadFile:
    """Every row of a Parquet file; its column names stand as row 1."""
    try:
        with pq.ParquetFile(path) as file:
            meta = file.metadata
            groups = range(meta.num_row_groups)
            unpacked = sum(meta.row_group(at).total_byte_size for at in groups)
            check_size(unpacked, limits.unpacked_bytes)
            table = file.read()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError):
        raise Unreadable(
            "file.damaged",
            "the Parquet file is damaged or incomplete",
            "Export or send it again.",
        ) from None
    return ReadFile(path.name, (_sheet(path, table),))


def _sheet(path: Path, table: pa.Table) -> Sheet:
    names = table.schema.names
    columns = tuple(
        pa.chunked_array([pa.array([names[at]], pa.string()), *_as_text(column).chunks])
        for at, column in enumerate(table.columns)
    )
    return Sheet(
        file=path.name,
        name="",
        columns=columns,
        row_numbers=pa.array(range(1, table.num_rows + 2), pa.int64()),
    )


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_nested(column.type):
        raise Unreadable(
            "file.nested",
            "the Parquet file holds lists or records inside a column",
            "Export plain columns.",
        )
    if pa.types.is_timestamp(column.type):
        # Whole seconds: fractions are never recorded. Zoned moments become English
        # clock time, which is what every other return holds.
        zone = None if column.type.tz is None else "Europe/London"
        seconds = column.cast(pa.timestamp("s", tz=zone), safe=False)
        return pc.strftime(seconds, format="%Y-%m-%dT%H:%M:%S")
    text = column.cast(pa.string())
    chunks = [without_blanks(chunk) for chunk in text.chunks]
    return pa.chunked_array(chunks, pa.string())
