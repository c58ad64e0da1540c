"""Findings of one sheet, gathered so that a report stays readable.

Rows with the same fault in the same column are one group. A group gives its first
rows each as a finding with its place, and the rest as one finding that counts them,
so that ``rows`` always adds up to the rows that have the fault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity


if TYPE_CHECKING:
    from collections.abc import Sequence


PLACES_SHOWN = 20


@dataclass
class Tally:
    """Gathers what is said about one sheet of one file."""

    file: str
    sheet: str
    findings: list[Finding] = field(default_factory=list)

    def about_sheet(
        self,
        rule: str,
        severity: Severity,
        message: str,
        remedy: str,
        *,
        column: str = "",
        rows: int = 1,
    ) -> None:
        """Say something about the sheet or one of its columns."""
        self.findings.append(
            Finding(
                rule,
                severity,
                self.file,
                message,
                remedy,
                sheet=self.sheet,
                column=column,
                rows=rows,
            )
        )

    def about_rows(self, finding: Finding, rows: Sequence[int]) -> None:
        """Say the same of many rows, numbered as a spreadsheet does."""
        for row in rows[:PLACES_SHOWN]:
            self.findings.append(_at(finding, self, row=row, rows=1))
        rest = len(rows) - PLACES_SHOWN
        if rest > 0:
            more = f"{finding.message}; and {rest:,} more rows"
            self.findings.append(_at(finding, self, row=None, rows=rest, message=more))


def _at(
    finding: Finding,
    tally: Tally,
    *,
    row: int | None,
    rows: int,
    message: str | None = None,
) -> Finding:
    return Finding(
        finding.rule,
        finding.severity,
        tally.file,
        message or finding.message,
        finding.remedy,
        sheet=tally.sheet,
        row=row,
        column=finding.column,
        value_class=finding.value_class,
        rows=rows,
    )
