"""Returns → typed rows, told facts, and everything to be said about their files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kith.contracts.feeds import FEEDS
from kith.evidence.facts.areas import keep_own_areas
from kith.evidence.quality.checking import check_files
from kith.evidence.runs.sent_figures import keep_usable_figures
from kith.evidence.store.returns import files_of


if TYPE_CHECKING:
    from kith.contracts.commands.checks import CheckReport, Finding
    from kith.contracts.returns import ReturnHead
    from kith.evidence.quality.checked import TypedTable


@dataclass(frozen=True)
class TakenIn:
    """One return: its head, the rows its files hold, and what was said about them.

    The report names files with the return's name before theirs, so that a finding
    finds its place among all returns.
    """

    head: ReturnHead
    typed: tuple[TypedTable, ...]
    report: CheckReport

    @property
    def placed(self) -> tuple[TypedTable, ...]:
        """The typed tables, their files named as in the report."""
        return tuple(
            replace(one, file=named(one.file, self.head.name)) for one in self.typed
        )

    @property
    def facts_of_place(self) -> dict[tuple[str, str], frozenset[str]]:
        """By file and sheet, the facts its rows tell."""
        feed = FEEDS[self.head.feed]
        return {
            (one.file, one.sheet): frozenset(feed.table(one.table).facts)
            for one in self.report.tables
            if one.table is not None
        }

    def rows_of(self, fact: str) -> tuple[int, int]:
        """Rows read, and rows set aside, in the tables that tell a fact."""
        tables = {
            table.name
            for table in FEEDS[self.head.feed].tables
            if fact == "people" or fact in table.facts
        }
        telling = [one for one in self.report.tables if one.table in tables]
        return (
            sum(one.read for one in telling),
            sum(one.quarantined for one in telling),
        )


def take_in(head: ReturnHead) -> TakenIn:
    """The return's files, checked, with rows that cannot be placed set aside."""
    checked = keep_usable_figures(check_files(files_of(head), FEEDS[head.feed]))
    checked = keep_own_areas(checked, head)
    report = replace(
        checked.report,
        tables=tuple(
            replace(one, file=named(one.file, head.name))
            for one in checked.report.tables
        ),
        findings=tuple(_placed(one, head.name) for one in checked.report.findings),
    )
    return TakenIn(head, checked.tables, report)


def named(file: str, return_name: str) -> str:
    """A file's name among all returns; the return's own where no file is meant."""
    return f"{return_name}/{file}" if file else return_name


def _placed(finding: Finding, return_name: str) -> Finding:
    return replace(finding, file=named(finding.file, return_name))
