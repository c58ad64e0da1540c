"""Returns drawn in a test as rows, told as the engine tells them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kith.contracts.feeds import FEEDS
from kith.contracts.returns import ReturnHead
from kith.domain.vocabulary.periods import Period
from kith.evidence.facts.telling import tell
from kith.evidence.facts.told import ToldReturn
from kith.evidence.quality.checked import ROW, TypedTable
from kith.evidence.store.child_keys import ChildKeys
from kith.evidence.store.shapes import schema_of


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


HERE, THERE = "E06000024", "E06000022"
KEYS = ChildKeys(b"a key for tests, of thirty-two b.")

Row = dict[str, Any]


def head(
    feed: str,
    *,
    name: str = "",
    first: date = date(2020, 1, 1),
    last: date = date(2020, 6, 30),
    extracted_on: date | None = None,
    **changed: Any,
) -> ReturnHead:
    """The head of a return of the council about the first half of 2020."""
    words: dict[str, Any] = {
        "agency": "council",
        "areas": (HERE,),
        "agreement": "Agreement 12",
        **changed,
    }
    return ReturnHead(
        name=name or feed,
        folder=Path(),
        feed=feed,
        period=Period(first, last),
        extracted_on=extracted_on or last,
        **words,
    )


def typed(feed: str, table: str, rows: Sequence[Row], file: str = "") -> TypedTable:
    """Rows as the checks would accept them; columns not named are empty."""
    declared = schema_of(FEEDS[feed].table(table).columns)
    schema = declared.append(pa.field(ROW, pa.int64()))
    numbered = [{ROW: place, **row} for place, row in enumerate(rows, start=2)]
    return TypedTable(
        feed,
        table,
        file or f"{table}.csv",
        "",
        pa.Table.from_pylist(numbered, schema),
    )


def told(of: ReturnHead, tables: Mapping[str, Sequence[Row]]) -> ToldReturn:
    """What a return tells, its rows drawn by table."""
    held = [typed(of.feed, name, rows) for name, rows in tables.items()]
    return ToldReturn(of, tell(held, of, KEYS))


def key(local_id: str, agency: str = "council") -> str:
    """The child key of an agency's number."""
    return KEYS.digest("child", agency, local_id)


def shown(table: pa.Table, *columns: str) -> list[tuple[Any, ...]]:
    """The rows' values of some columns, sorted."""
    rows = table.select(columns).to_pylist()
    return sorted((tuple(row.values()) for row in rows), key=repr)
