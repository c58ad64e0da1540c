"""How long all figures with all breakdowns take, beside bare DuckDB.

Invents event rows straight into fact tables on disk, then times every measure with
every breakdown, and the same groupings on the same files written by hand in SQL.

    python bench/figures.py --rows 1000000 --rows 10000000
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
from bare import questions

from kith.contracts.facts import FACTS
from kith.contracts.facts.coverage import COVERAGE
from kith.contracts.published.edition import PublishedArea
from kith.domain.rules.working_days import numbered
from kith.domain.vocabulary.periods import Period
from kith.evidence.measures import PUBLISHED_BREAKDOWNS
from kith.evidence.measures.answering import Asked, all_told
from kith.evidence.measures.catalogue import MEASURES
from kith.evidence.store.fact_store import FactStore
from kith.evidence.store.partnership import Partnership
from kith.evidence.store.shapes import ARROW_TYPES, schema_of


PERIOD = Period(date(2019, 11, 1), date(2020, 12, 31))
AREAS = tuple(f"E0600002{n}" for n in range(2, 7))
SHARES = {
    "contacts": 20,
    "referrals": 12,
    "assessments": 9,
    "strategy_discussions": 5,
    "section_47": 4,
    "conferences": 3,
    "protection_plans": 3,
    "need_episodes": 10,
    "need_plans": 4,
    "care_spells": 3,
    "care_leavers": 2,
    "early_help": 8,
    "missing_episodes": 4,
    "return_interviews": 4,
    "notifications": 6,
    "police_protections": 1,
    "ehc_plans": 3,
    "home_education": 1,
    "allegations": 1,
}
"""How many in a hundred rows each fact gets."""

_SPECIAL = {
    "sex": "['female','male','other','not_known'][1 + least(i % 29, 3)]",
    "ethnicity": "['white','mixed','asian','black','other','not_known'][1 + i % 6]",
    "ethnicity_code": "'WBRI'",
    "agency": "'council'",
    "feed": "'ssd'",
    "source_return": "'a_return'",
    "source_file": "'a_file.csv'",
    "source_sheet": "''",
    "contact_kind": "['referral','advice','record_check'][1 + i % 3]",
}


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, action="append")
    args = parser.parse_args()
    print(f"{'rows':>12}{'kith, s':>10}{'bare DuckDB, s':>16}{'ratio':>8}")
    for rows in args.rows or [1_000_000]:
        folder = Path(tempfile.mkdtemp(prefix="kith-bench-"))
        try:
            _invent(folder, rows)
            kith, bare = _time_kith(folder), _time_bare(folder)
        finally:
            shutil.rmtree(folder)
        print(f"{rows:>12,}{kith:>10.2f}{bare:>16.2f}{kith / bare:>8.2f}", flush=True)
    return 0


def _invent(folder: Path, rows: int) -> None:
    con = duckdb.connect()
    for name, fact in FACTS.items():
        count = rows * SHARES.get(name, 0) // 100
        children = max(rows // 20, 1)
        columns = ", ".join(
            f"CAST({_value(c.name, children)} AS {_sql_type(c)}) AS {c.name}"
            for c in fact.all_columns
        )
        con.execute(
            f"COPY (SELECT {columns} FROM range({count}) t(i)) "
            f"TO '{folder / name}.parquet' (FORMAT parquet)"
        )


def _value(name: str, children: int) -> str:
    who = f"((i * 2654435761) % {children})"
    start = "(DATE '2018-11-01' + CAST((i * 7919) % 790 AS INTEGER))"
    if name in _SPECIAL:
        return (
            _SPECIAL[name].replace("i %", f"{who} %")
            if name != "contact_kind"
            else (_SPECIAL[name])
        )
    fixed = {
        "child": f"md5(CAST({who} AS VARCHAR))",
        "born_on": f"(DATE '2000-06-01' + CAST(({who} * 31) % 7400 AS INTEGER))",
        "area": f"'E0600002' || (2 + {who} % 5)",
        "fact_key": "md5(CAST(i AS VARCHAR))",
        "source_row": "i",
        "extracted_on": "DATE '2021-01-04'",
        "told_from": "DATE '2019-11-01'",
        "told_to": "DATE '2020-12-31'",
        "is_counted": f"{start} >= DATE '2019-11-01'",
        "previous_plans": "i % 3",
        "is_transfer_in": "i % 40 = 0",
    }
    if name in fixed:
        return fixed[name]
    if name.startswith(("end_", "closed_", "decided_", "ended_", "interviewed_")):
        return f"CASE WHEN i % 5 > 0 THEN {start} + CAST((i * 31) % 120 AS INTEGER) END"
    if name.endswith(("_on", "_from", "_at")):
        return start
    if name.startswith(("is_", "has_", "no_", "was_", "led_", "in_", "offered")) or (
        name in ("accepted", "times_held", "conference_unnecessary")
    ):
        return "i % 3 = 0"
    return "NULL"


def _sql_type(column: object) -> str:
    arrow = str(ARROW_TYPES[column.type])  # type: ignore[attr-defined]  # a Column
    named = {
        "string": "VARCHAR",
        "date32[day]": "DATE",
        "int64": "BIGINT",
        "timestamp[us]": "TIMESTAMP",
        "bool": "BOOLEAN",
    }
    return named.get(arrow, "DECIMAL(38, 6)")


def _connect(folder: Path) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    for name in FACTS:
        con.execute(
            f"CREATE VIEW {name} AS FROM read_parquet('{folder / name}.parquet')"
        )
    calendar = pa.Table.from_pylist(
        [{"date": day, "working_day_number": n} for day, n in numbered()]
    )
    con.register("days", calendar)
    con.execute("CREATE TABLE calendar AS FROM days")
    coverage = pa.Table.from_pylist(
        [
            {
                "fact": fact,
                "feed": FACTS[fact].told_by[0],
                "agency": "council",
                "area": area,
                "first": PERIOD.first,
                "last": PERIOD.last,
                "extracted_on": PERIOD.last,
                "return_name": "a_return",
                "history_from": date(2016, 1, 1),
            }
            for fact in FACTS
            for area in AREAS
        ],
        schema_of(COVERAGE),
    )
    con.register("told", coverage)
    con.execute("CREATE TABLE coverage AS FROM told")
    return con


def _time_kith(folder: Path) -> float:
    partnership = Partnership(
        "Bench", tuple(PublishedArea(a, a) for a in AREAS), PERIOD, PERIOD.last
    )
    backend = ibis.duckdb.from_connection(_connect(folder))
    store = FactStore(backend, partnership)
    every = tuple(MEASURES.values())
    asked = Asked(every, AREAS, PERIOD, PUBLISHED_BREAKDOWNS)
    # Loads the libraries, which both sides' first question would wait for.
    list(all_told(store, Asked(every[:1], AREAS, PERIOD, ((),))))
    start = time.perf_counter()
    figures = sum(1 for _ in all_told(store, asked))
    assert figures > 0
    return time.perf_counter() - start


def _time_bare(folder: Path) -> float:
    con = _connect(folder)
    start = time.perf_counter()
    for sql in questions():
        con.execute(sql).fetchall()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
