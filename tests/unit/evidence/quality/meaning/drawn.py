"""Tables drawn in tests: rows in, and beside them which rows a check should flag.

A table is drawn with bars; its first line names columns, ``-`` leaves a cell empty,
and the column ``flagged`` says ``yes`` where the check should name the row. Rows count
from 2, as in a spreadsheet with a header. Columns not drawn have ordinary values.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from kith.contracts.columns import Column, ColumnType
from kith.contracts.commands.checks import Outcome
from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.evidence.quality.checked import TypedTable
from kith.evidence.quality.meaning.check import CHECKS
from kith.evidence.quality.meaning.running import run_checks
from kith.evidence.quality.meaning.tables import Tables, in_memory
from kith.evidence.store.shapes import fact_schema, schema_of


if TYPE_CHECKING:
    import duckdb

    from kith.contracts.commands.checks import CheckResult, Finding


ORDINARY = {
    "source_return": "r",
    "source_sheet": "",
    "feed": "ssd",
    "agency": "council",
    "area": "E06000024",
    "extracted_on": date(2020, 12, 31),
    "told_from": date(2019, 1, 1),
    "told_to": date(2020, 12, 31),
    "fact_key": "k",
    "is_counted": True,
    "sex": "not_known",
    "ethnicity": "not_known",
}

_READERS = {
    ColumnType.DATE: date.fromisoformat,
    ColumnType.DATETIME: datetime.fromisoformat,
    ColumnType.INTEGER: int,
    ColumnType.DECIMAL: Decimal,
    ColumnType.BOOLEAN: lambda text: {"yes": True, "no": False}[text],
}


@cache
def engine() -> duckdb.DuckDBPyConnection:
    """One engine for all tests of a process: starting one is what takes time."""
    return in_memory()


def tables(**drawn: str) -> tuple[Tables, set[tuple[str, int]]]:
    """What is drawn, loaded; and the rows marked as flagged, by table and number.

    ``protection_plans=`` is a fact; ``annex_a__list_3=`` is a feed's typed table.
    """
    told, typed, marked = {}, [], set()
    for name, text in drawn.items():
        cells = _cells(text)
        marked |= {(name, row) for row, cell in cells if cell.get("flagged") == "yes"}
        if name in FACTS:
            told[name] = _fact(name, cells)
        else:
            typed.append(_typed(name, cells))
    return Tables.loaded(told, typed, connection=engine()), marked


def assert_flags(name: str, **drawn: str) -> None:
    """The check names the rows marked as flagged, and no other.

    Of the rows drawn some must be flagged and some not, lest the test show nothing.
    """
    loaded, marked = tables(**drawn)
    findings, (result,) = run_checks(loaded, [CHECKS[name]])
    assert {(one.file, one.row) for one in findings} == marked
    assert (result.outcome, result.flagged) == (Outcome.FLAGGED, len(marked))
    assert result.flagged
    assert len(marked) < sum(len(_cells(text)) for text in drawn.values())


def outcome_of(name: str, **drawn: str) -> CheckResult:
    """What becomes of the check over what is drawn."""
    return findings_of(name, **drawn)[1]


def findings_of(name: str, **drawn: str) -> tuple[list[Finding], CheckResult]:
    """What the check says over what is drawn."""
    findings, (result,) = run_checks(tables(**drawn)[0], [CHECKS[name]])
    return findings, result


def _cells(text: str) -> list[tuple[int, dict[str, str]]]:
    lines = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.strip().splitlines()
    ]
    header, *rows = lines
    return [
        (number, dict(zip(header, row, strict=True)))
        for number, row in enumerate(rows, start=2)
    ]


def _fact(name: str, cells: list[tuple[int, dict[str, str]]]) -> pa.Table:
    columns = {column.name: column for column in FACTS[name].all_columns}
    place = {"source_file": name}
    rows = [
        {
            **{k: v for k, v in (ORDINARY | place).items() if k in columns},
            "source_row": number,
            **_read(cell, columns),
        }
        for number, cell in cells
    ]
    return pa.Table.from_pylist(rows, fact_schema(name))


def _typed(name: str, cells: list[tuple[int, dict[str, str]]]) -> TypedTable:
    feed, _, table = name.partition("__")
    declared = FEEDS[feed].table(table).columns
    columns = {column.name: column for column in declared}
    schema = schema_of(declared).append(pa.field("source_row", pa.int64()))
    rows = [{"source_row": number, **_read(cell, columns)} for number, cell in cells]
    return TypedTable(feed, table, name, "", pa.Table.from_pylist(rows, schema))


def _read(cell: dict[str, str], columns: dict[str, Column]) -> dict[str, object]:
    return {
        name: None if text == "-" else _READERS.get(columns[name].type, str)(text)
        for name, text in cell.items()
        if name != "flagged"
    }
