"""Which returns feed which measure; a small return's rows tell no hidden count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kith.contracts.commands.checks import Severity
from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.publish.findings import FactFinding, write_findings
from kith.evidence.publish.sources import write_sources
from kith.evidence.store.fact_store import FactStore


if TYPE_CHECKING:
    from pathlib import Path


def store(read: int, aside: int, area: str = "E06000024") -> FactStore:
    coverage = {
        "fact": ["referrals"],
        "feed": ["annex_a"],
        "agency": ["council"],
        "area": [area],
        "first": [date(2020, 1, 1)],
        "last": [date(2020, 12, 31)],
        "extracted_on": [date(2021, 1, 8)],
        "return_name": ["council"],
    }
    intake = {
        "return_name": ["council"],
        "feed": ["annex_a"],
        "fact": ["referrals"],
        "rows_read": [read],
        "rows_quarantined": [aside],
        "rows_superseded": [0],
    }
    return FactStore.in_memory({"intake": pa.table(intake)}, pa.table(coverage))


@pytest.mark.parametrize(
    ("rule_set", "read", "aside", "shown"),
    [
        ("none", 7, 3, (7, 3, 0)),
        ("dfe", 7, 3, (10, 10, 0)),
        ("dfe", 0, 0, (0, 0, 0)),
        ("dfe", 1_201, 10, (1_210, 10, 0)),
    ],
)
def test_rows_are_rounded_up_where_small_counts_are_hidden(
    tmp_path: Path, rule_set: str, read: int, aside: int, shown: tuple[int, int, int]
) -> None:
    write_sources(tmp_path, store(read, aside), RULE_SETS[rule_set])
    rows = {
        row["measure"]: row
        for row in pq.read_table(tmp_path / "sources.parquet").to_pylist()
    }
    row = rows["referrals"]
    assert (
        row["rows_read"],
        row["rows_quarantined"],
        row["rows_superseded"],
    ) == shown
    assert "re_referrals" in rows
    assert "children_looked_after" not in rows


def test_a_return_of_an_area_outside_the_partnership_feeds_none_of_its_figures(
    tmp_path: Path,
) -> None:
    write_sources(tmp_path, store(7, 3, area="E92000001"), RULE_SETS["dfe"])
    assert pq.read_table(tmp_path / "sources.parquet").num_rows == 0


@pytest.mark.parametrize(("rows", "shown"), [(3, None), (0, None), (6, 6), (60, 60)])
def test_too_few_rows_of_a_finding_are_not_counted_out(
    tmp_path: Path, rows: int, shown: int | None
) -> None:
    doubt = FactFinding(
        feed="annex_a",
        facts=frozenset({"referrals"}),
        rule="value.date",
        severity=Severity.QUARANTINE,
        rows=rows,
        words="it was checked that dates are dates.",
    )
    write_findings(tmp_path, [doubt], RULE_SETS["dfe"])
    found = pq.read_table(tmp_path / "findings.parquet").to_pylist()
    assert {row["rows"] for row in found} == {shown}
    assert "referrals" in {row["measure"] for row in found}
    assert "children_looked_after" not in {row["measure"] for row in found}
    assert {row["sentence"] for row in found} == {
        (
            "Rows were set aside, so the figure may be too low: "
            "it was checked that dates are dates."
        )
    }
