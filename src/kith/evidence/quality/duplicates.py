"""Rows of one file that stand twice, by the table's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    import numpy.typing as npt

    Rows: TypeAlias = npt.NDArray[np.int64]


def repeated_rows(rows: pa.Table, key: Sequence[str]) -> tuple[Rows, Rows]:
    """Rows whose key stood before, and for each the first row that had it.

    Empty parts of a key are equal to each other: two rows that both lack a source
    are told apart by nothing.
    """
    if not rows.num_rows:
        nothing = np.array([], np.int64)
        return nothing, nothing
    codes = np.zeros(rows.num_rows, np.int64)
    for name in key:
        codes = _combined(codes, rows.column(name))
    _, first, which = np.unique(codes, return_index=True, return_inverse=True)
    origin = first[which.reshape(-1)]
    later = np.flatnonzero(origin != np.arange(len(origin)))
    return later, origin[later]


def _combined(codes: Rows, column: pa.ChunkedArray) -> Rows:
    encoded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    size = max(len(encoded.dictionary), 1)
    both = codes * size + encoded.indices.to_numpy(zero_copy_only=False)
    # Numbered afresh at each step, so that the product never overflows.
    return np.unique(both, return_inverse=True)[1].reshape(-1).astype(np.int64)


def same_throughout(rows: pa.Table, later: Rows, first: Rows) -> npt.NDArray[np.bool_]:
    """Whether each later row equals its first one in every column."""
    same = np.ones(len(later), bool)
    for column in rows.columns:
        one, other = column.take(pa.array(later)), column.take(pa.array(first))
        equal = pc.equal(one, other).fill_null(False)  # noqa: FBT003 - Arrow's own signature
        both_empty = pc.and_(one.is_null(), other.is_null())
        same &= pc.or_(equal, both_empty).to_numpy()
    return same
