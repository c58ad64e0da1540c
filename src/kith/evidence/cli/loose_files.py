"""Files checked outside a return: what their rows mean together.

A return's head says whose files these are, and when they were extracted. Loose files
have none, so they are taken to be extracted on the latest day they hold that is not to
come, and children's keys are made under a secret that is forgotten at once.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.columns import ColumnType
from kith.contracts.commands.checks import CheckResult, Finding, Outcome, Severity
from kith.contracts.feeds import FEEDS
from kith.contracts.returns import ReturnHead
from kith.domain.vocabulary.periods import Period
from kith.evidence.facts import tell
from kith.evidence.facts.areas import keep_own_areas
from kith.evidence.quality import meaning
from kith.evidence.quality.checking import check_files
from kith.evidence.runs.sent_figures import keep_usable_figures
from kith.evidence.store.child_keys import ChildKeys


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kith.contracts.commands.checks import CheckReport
    from kith.evidence.quality.checked import CheckedFiles


def check_loose_files(
    files: Sequence[Path], feed: str, *, area: str | None, today: date
) -> CheckReport:
    """Everything said about files by their shape and by what their rows mean."""
    checked = keep_usable_figures(check_files(files, FEEDS[feed]))
    head = _head(feed, area or "", _latest_day(checked, feed, today))
    if area is not None:
        checked = keep_own_areas(checked, head)
    findings, results = _meaning(checked, head)
    return replace(
        checked.report,
        findings=checked.report.findings + tuple(findings),
        results=checked.report.results + tuple(results),
    )


def _head(feed: str, area: str, day: date) -> ReturnHead:
    return ReturnHead(
        name="",
        folder=Path(),
        feed=feed,
        agency="",
        areas=(area,),
        period=Period(day, day),
        extracted_on=day,
        agreement="",
    )


def _latest_day(checked: CheckedFiles, feed: str, today: date) -> date:
    """The latest day of any event; a date of birth may be expected, so it says nothing."""
    latest = [
        _latest(table.rows.column(column.name).cast(pa.date32()), today)
        for table in checked.tables
        for column in FEEDS[feed].table(table.table).columns
        if column.type in {ColumnType.DATE, ColumnType.DATETIME} and not column.personal
    ]
    return max((day for day in latest if day), default=today)


def _latest(days: pa.ChunkedArray, today: date) -> date | None:
    past = days.filter(pc.less_equal(days, pa.scalar(today)))
    latest: date | None = pc.max(past).as_py()
    return latest


def _meaning(
    checked: CheckedFiles, head: ReturnHead
) -> tuple[list[Finding], list[CheckResult]]:
    keys = ChildKeys(secrets.token_bytes(32))
    try:
        return meaning.run(tell(checked.tables, head, keys), checked.tables)
    except Exception as fault:  # noqa: BLE001 - the report on the files must not be lost
        # The message of an unforeseen fault may hold a value, so only its kind is said.
        why = f"a fault of Kith's own ({type(fault).__name__})"
        stop = Finding(
            "meaning",
            Severity.STOP,
            "",
            f"what the rows mean together was not checked: {why}",
            "Report it with the kind of file; do not send the file.",
        )
        return [stop], [CheckResult("meaning", Outcome.CRASHED, why=why)]
