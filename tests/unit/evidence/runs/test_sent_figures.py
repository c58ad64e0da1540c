"""A sent figure that nothing could read is set aside, and rows still add up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kith.contracts.commands.checks import CheckReport, TableReport
from kith.evidence.quality.checked import CheckedFiles
from kith.evidence.runs.sent_figures import keep_usable_figures
from tests.unit.evidence.facts.returns_drawn import HERE, typed


GOOD: dict[str, Any] = {
    "measure": "referrals",
    "area": HERE,
    "from": date(2020, 1, 1),
    "to": date(2020, 12, 31),
    "numerator": 12,
}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("measure", "referalls"),
        ("area", "Somerset"),
        ("to", date(2019, 12, 31)),
        ("to", date(9999, 12, 31)),
        ("from", date(1, 1, 1)),
        ("age_band", "teens"),
        ("sex", "banana"),
        ("ethnicity", "WBRI"),
        ("missing_setting", "school"),
        ("month", "March"),
        ("month", "2020-13"),
        ("quarter", "First"),
    ],
)
def test_a_figure_of_nothing_is_set_aside(column: str, value: object) -> None:
    left, report = _kept([GOOD, {**GOOD, column: value}])
    assert left == [2]
    (finding,) = report.findings
    assert (finding.row, finding.rows, finding.severity) == (3, 1, "quarantine")
    assert str(value) not in finding.message + finding.remedy
    (table,) = report.tables
    assert (table.read, table.accepted, table.quarantined) == (2, 1, 1)


def test_every_cell_that_kith_prints_is_kept() -> None:
    rows = [
        {**GOOD, "month": "2020-03"},
        {**GOOD, "quarter": "2020-Q4", "agency": "Any Body"},
        {**GOOD, "age_band": "not_known"},
        {**GOOD, "age_band": "unborn", "sex": "female"},
        {**GOOD, "ethnicity": "asian", "area": None},
        {**GOOD, "measure": "mental_health_referrals", "area": "E92000001"},
    ]
    left, report = _kept(rows)
    assert left == [2, 3, 4, 5, 6, 7]
    assert report.findings == ()


def test_many_are_counted_and_twenty_are_named() -> None:
    left, report = _kept([{**GOOD, "measure": "x"}] * 50)
    assert left == []
    assert len(report.findings) == 20
    assert sum(finding.rows for finding in report.findings) == 50


def _kept(rows: list[dict[str, Any]]) -> tuple[list[int], CheckReport]:
    table = typed("aggregate", "figures", rows)
    reported = TableReport(table.file, "", table.table, len(rows), len(rows), 0)
    checked = keep_usable_figures(
        CheckedFiles((table,), CheckReport("aggregate", (reported,)))
    )
    (kept,) = checked.tables
    return kept.rows.column("source_row").to_pylist(), checked.report
