"""Which days which facts are told for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from kith.contracts.facts.coverage import COVERAGE, COVERAGE_KEY
from kith.evidence.facts.telling import reported_last
from kith.evidence.store.shapes import schema_of


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.evidence.facts.told import ToldReturn


def coverage_of(told: Sequence[ToldReturn]) -> pa.Table:
    """One row a return, area and fact that a table of the return could tell.

    A table without rows is coverage: a true zero. An absent table is none.
    """
    rows = [
        {
            "fact": fact,
            "feed": one.head.feed,
            "agency": one.head.agency,
            "area": area,
            "first": one.head.period.first,
            "last": reported_last(one.head),
            "extracted_on": one.head.extracted_on,
            "return_name": one.head.name,
            "history_from": one.head.history_from,
        }
        for one in told
        for fact in one.facts
        for area in one.head.areas
    ]
    rows.sort(key=lambda row: tuple(str(row[name]) for name in COVERAGE_KEY))
    return pa.Table.from_pylist(rows, schema_of(COVERAGE))
