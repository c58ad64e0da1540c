"""Rows → a Parquet file: the same rows are the same bytes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from kith.evidence.store.shapes import ARROW_TYPES


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kith.contracts.columns import Column


def write_table(
    path: Path,
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[Column],
    *,
    key: Sequence[str],
) -> None:
    """The rows stand in the file, in the order of their full key.

    Raises:
        ValueError: two rows have one key, so their order would not be settled.
    """
    ordered = sorted(rows, key=lambda row: _order(row, key))
    for one, next_one in itertools.pairwise(ordered):
        if _order(one, key) == _order(next_one, key):
            raise ValueError(f"{path.name}: two rows have the key {_order(one, key)}")
    schema = pa.schema(
        [
            pa.field(c.name, ARROW_TYPES[c.type], nullable=not c.required)
            for c in columns
        ]
    )
    write_arrow(path, pa.Table.from_pylist(ordered, schema))


def write_arrow(path: Path, table: pa.Table) -> None:
    """The table stands in the file, in the order it has.

    Settings are named, not left to the library, so that an update moves no byte
    unseen; the format holds no time.
    """
    pq.write_table(
        table,
        path,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        use_dictionary=True,
        write_statistics=True,
        row_group_size=256_000,
    )


def _order(
    row: Mapping[str, object], key: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    # Whole numbers in the order of numbers, everything else in that of its text.
    return tuple(
        ("", value) if isinstance(value, int) else (str(row[name]), 0)
        for name in key
        for value in [row[name]]
    )
