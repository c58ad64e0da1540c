"""A store in memory from plain rows, covered for every fact unless told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from kith.contracts.facts import FACTS
from kith.contracts.facts.coverage import COVERAGE
from kith.evidence.store.fact_store import FactStore
from kith.evidence.store.shapes import fact_schema, schema_of
from tests.lib.reference.facts import AREA, FROM, TABLE_OF, TO, Row, as_record


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


LONG_AGO = FROM.replace(year=2016)


def store_of(
    rows: Iterable[Row],
    *,
    areas: Sequence[str] = (AREA,),
    covered: Iterable[dict[str, object]] | None = None,
    history_from: date | None = LONG_AGO,
) -> FactStore:
    """A store of the rows; every fact is covered, with years of history."""
    records: dict[str, list[dict[str, object]]] = {}
    for number, row in enumerate(rows):
        table = TABLE_OF[type(row)]
        record = as_record(row) | {
            "fact_key": f"{number:06}",
            "source_return": "a_return",
            "source_file": "a_file.xlsx",
            "source_sheet": "a_sheet",
            "source_row": number + 2,
            "extracted_on": TO,
        }
        records.setdefault(table, []).append(record)
    tables = {
        name: pa.Table.from_pylist(found, fact_schema(name))
        for name, found in records.items()
    }
    if covered is None:
        covered = [
            covering(fact, area=area, history_from=history_from)
            for fact in FACTS
            for area in areas
        ]
    coverage = pa.Table.from_pylist(list(covered), schema_of(COVERAGE))
    return FactStore.in_memory(tables, coverage)


def covering(fact: str, **changes: object) -> dict[str, object]:
    """A row of coverage: the council tells a fact for the whole period."""
    return {
        "fact": fact,
        "feed": FACTS[fact].told_by[0],
        "agency": "council",
        "area": AREA,
        "first": FROM,
        "last": TO,
        "extracted_on": TO,
        "return_name": "a_return",
        "history_from": None,
        **changes,
    }
