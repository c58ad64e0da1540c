"""What a build keeps beside its figures: facts, what lost, and the quality report."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.facts.intake import INTAKE
from kith.evidence.publish.tables import write_arrow
from kith.evidence.store.fact_store import PARTNERSHIP
from kith.evidence.store.partnership import Partnership, partnership_to_json
from kith.evidence.store.shapes import schema_of


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.contracts.commands.checks import CheckResult, Finding
    from kith.evidence.facts.told import Reconciled, ToldReturn
    from kith.evidence.runs.taking_in import TakenIn


OWNER_ONLY = 0o700


def intake_of(
    taken: Sequence[TakenIn], told: Sequence[ToldReturn], reconciled: Reconciled
) -> pa.Table:
    """What became of each return's rows, by fact."""
    superseded = {
        (row["source_return"], fact): row["fact_key_count"]
        for fact, rows in reconciled.superseded.items()
        for row in rows.group_by("source_return")
        .aggregate([("fact_key", "count")])
        .to_pylist()
    }
    rows = []
    for one, facts in zip(taken, told, strict=True):
        for fact in facts.facts:
            read, quarantined = one.rows_of(fact)
            rows.append(
                {
                    "return_name": one.head.name,
                    "feed": one.head.feed,
                    "fact": fact,
                    "rows_read": read,
                    "rows_quarantined": quarantined,
                    "rows_superseded": superseded.get((one.head.name, fact), 0),
                }
            )
    return pa.Table.from_pylist(rows, schema_of(INTAKE))


def keep_facts(
    build: Path, reconciled: Reconciled, intake: pa.Table, partnership: Partnership
) -> None:
    """The facts, and the rows that lost, stand in folders that only the owner opens."""
    facts, superseded = build / "facts", build / "superseded"
    for folder in (facts, superseded):
        folder.mkdir(mode=OWNER_ONLY)
    for name, rows in reconciled.facts.items():
        write_arrow(facts / f"{name}.parquet", rows)
        write_arrow(superseded / f"{name}.parquet", reconciled.superseded[name])
    write_arrow(facts / "coverage.parquet", reconciled.coverage)
    write_arrow(facts / "intake.parquet", intake)
    write_arrow(superseded / "changes.parquet", reconciled.changes)
    (build / PARTNERSHIP).write_text(partnership_to_json(partnership), "utf-8")


def keep_report(
    build: Path,
    taken: Sequence[TakenIn],
    findings: Sequence[Finding],
    results: Sequence[CheckResult],
) -> None:
    """Everything that was said stands in ``quality/report.json``; no value does."""
    words = {
        "returns": [
            {
                "name": one.head.name,
                "feed": one.head.feed,
                "agency": one.head.agency,
                "tables": [asdict(table) for table in one.report.tables],
                "results": [asdict(result) for result in one.report.results],
            }
            for one in taken
        ],
        "findings": [asdict(finding) for finding in findings],
        "results": [asdict(result) for result in results],
    }
    folder = build / "quality"
    folder.mkdir(mode=OWNER_ONLY)
    text = json.dumps(words, ensure_ascii=False, indent=1) + "\n"
    (folder / "report.json").write_text(text, "utf-8")


def tellings(told: Sequence[ToldReturn]) -> dict[str, pa.Table]:
    """Every telling of every return, its file named as among all returns."""
    parts: dict[str, list[pa.Table]] = {}
    for one in told:
        for fact, rows in one.facts.items():
            parts.setdefault(fact, []).append(_placed(rows))
    return {fact: pa.concat_tables(tables) for fact, tables in parts.items()}


def _placed(rows: pa.Table) -> pa.Table:
    among_all = pc.binary_join_element_wise(
        rows["source_return"], rows["source_file"], "/"
    )
    place = rows.column_names.index("source_file")
    return rows.set_column(place, "source_file", among_all)
