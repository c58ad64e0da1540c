"""Files → typed rows and everything to be said about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import (
    CheckReport,
    Finding,
    Severity,
    TableReport,
)
from kith.evidence.quality.checked import CheckedFiles, TypedTable
from kith.evidence.quality.checking_sheets import CheckedSheet, check_sheet
from kith.evidence.quality.rules import results
from kith.evidence.sources.limits import DEFAULT_LIMITS, Limits
from kith.evidence.sources.reading import read_file
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.contracts.feeds import Feed
    from kith.evidence.sources.sheets import ReadFile, Sheet


@dataclass
class _Gathered:
    """What has come of the files so far."""

    tables: list[TypedTable] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    crashed: set[str] = field(default_factory=set)

    def take(self, checked: CheckedSheet) -> None:
        self.reports.append(checked.report)
        self.findings += checked.findings
        self.crashed |= checked.crashed
        if checked.typed is not None:
            self.tables.append(checked.typed)


def check_files(
    files: Sequence[Path], feed: Feed, *, limits: Limits = DEFAULT_LIMITS
) -> CheckedFiles:
    """Read files as a feed: accepted rows typed, all others accounted for.

    Every file, sheet and table of the feed is in the report, read or not. A file
    that cannot be read is a finding of severity ``stop``, and never an exception;
    so is a fault of Kith's own, which leaves its check ``crashed``, not clean.
    """
    gathered = _Gathered()
    for path in files:
        _check_file(path, feed, limits, gathered)
    _say_not_supplied(feed, gathered)
    outcome = results(
        gathered.findings,
        tables_read=len(gathered.tables),
        crashed=gathered.crashed,
    )
    report = CheckReport(
        feed.code, tuple(gathered.reports), tuple(gathered.findings), outcome
    )
    return CheckedFiles(tuple(gathered.tables), report)


def _check_file(path: Path, feed: Feed, limits: Limits, gathered: _Gathered) -> None:
    try:
        read = read_file(path, feed.formats, limits=limits)
    except Unreadable as fault:
        _stop(path.name, "", fault.rule, fault.message, fault.remedy, gathered)
        return
    except Exception as fault:  # noqa: BLE001 - one file's fault must not end the others
        _crash(path.name, "", fault, gathered)
        return
    gathered.findings += read.findings
    before = len(gathered.reports)
    for sheet in read.sheets:
        _check_one(sheet, path, feed, gathered)
    _say_sheets_not_opened(read, gathered)
    if not any(report.table for report in gathered.reports[before:]):
        _say_no_table(path, feed, gathered)


def _check_one(sheet: Sheet, path: Path, feed: Feed, gathered: _Gathered) -> None:
    try:
        gathered.take(check_sheet(sheet, feed, file_stem=path.stem))
    except Exception as fault:  # noqa: BLE001 - one sheet's fault must not end the others
        _crash(path.name, sheet.name, fault, gathered)


def _say_sheets_not_opened(read: ReadFile, gathered: _Gathered) -> None:
    opened = {sheet.name for sheet in read.sheets}
    for name in dict.fromkeys(finding.sheet for finding in read.findings):
        if name and name not in opened:
            gathered.reports.append(TableReport(read.file, name, None, 0, 0, 0))


def _say_no_table(path: Path, feed: Feed, gathered: _Gathered) -> None:
    gathered.findings.append(
        Finding(
            rule="sheet.known",
            severity=Severity.STOP,
            file=path.name,
            message=f"nothing in this file is a table of the feed {feed.code}",
            remedy="Check that the feed is the right one, and that a header row names "
            "the columns as in docs/reference/feeds.md.",
        )
    )


def _say_not_supplied(feed: Feed, gathered: _Gathered) -> None:
    supplied = {report.table for report in gathered.reports}
    for table in feed.tables:
        if table.name not in supplied:
            gathered.findings.append(
                Finding(
                    rule="table.supplied",
                    severity=Severity.NOTE,
                    file="",
                    message=f"no file or sheet holds {table.name}: {table.meaning}",
                    remedy="Send it if you hold it; figures that need it will say "
                    "not supplied.",
                )
            )


def _stop(
    file: str, sheet: str, rule: str, message: str, remedy: str, gathered: _Gathered
) -> None:
    gathered.reports.append(TableReport(file, sheet, None, 0, 0, 0))
    gathered.findings.append(
        Finding(rule, Severity.STOP, file, message, remedy, sheet=sheet)
    )


def _crash(file: str, sheet: str, fault: Exception, gathered: _Gathered) -> None:
    gathered.crashed.add("file.readable")
    # The message of an unforeseen fault may hold a value, so only its kind is said.
    _stop(
        file,
        sheet,
        "file.readable",
        f"reading failed by a fault of Kith's own ({type(fault).__name__})",
        "Report it with the kind of file; do not send the file.",
        gathered,
    )
