"""A row of another area than its return's is set aside, and rows still add up."""

from __future__ import annotations

import pytest

from kith.contracts.commands.checks import CheckReport, TableReport
from kith.evidence.facts.areas import keep_own_areas
from kith.evidence.quality.checked import CheckedFiles
from tests.unit.evidence.facts.returns_drawn import HERE, THERE, head, typed


ELSEWHERE = "E06000023"


@pytest.mark.parametrize(
    ("areas", "rows", "kept"),
    [
        ((HERE,), [None, HERE, THERE], [HERE, HERE]),
        ((HERE, THERE), [None, HERE, THERE, ELSEWHERE], [HERE, THERE]),
        ((HERE,), [None] * 3, [HERE] * 3),
        ((HERE,), [THERE] * 30, []),
    ],
    ids=["one area lends itself", "several do not", "none named", "all elsewhere"],
)
def test_only_rows_of_the_returns_areas_stay(
    areas: tuple[str, ...], rows: list[str | None], kept: list[str]
) -> None:
    table = typed("early_help", "early_help_episodes", [{"area": a} for a in rows])
    reported = TableReport(table.file, "", table.table, len(rows) + 2, len(rows), 2)
    checked = keep_own_areas(
        CheckedFiles((table,), CheckReport("early_help", (reported,))),
        head("early_help", areas=areas),
    )
    aside = len(rows) - len(kept)
    (left,), (report,) = checked.tables, checked.report.tables
    assert left.rows.column("area").to_pylist() == kept
    assert (report.read, report.accepted) == (len(rows) + 2, len(kept))
    assert report.quarantined == 2 + aside
    assert sum(finding.rows for finding in checked.report.findings) == aside
    assert len(checked.report.findings) <= 20
