"""The checks that every feed's schema drives, one of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import CheckResult, Outcome, Severity


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kith.contracts.commands.checks import Finding


RULES: dict[str, str] = {
    "file.readable": "each file can be opened as what its name says",
    "sheet.known": "each sheet is a table of the feed",
    "table.supplied": "each table of the feed was supplied",
    "column.present": "each column of the table is in the sheet",
    "column.read": "each column of the sheet is one of the table's",
    "column.once": "no column stands twice",
    "row.shape": "each row has as many fields as the header",
    "row.once": "no row stands twice",
    "value.required": "needed values are there",
    "value.date": "dates are dates",
    "value.two_digit_year": "years have four digits",
    "value.number": "numbers are numbers",
    "value.yes_no": "answers are yes or no",
    "value.code": "codes are in their lists",
    "value.text": "numbers of people and rows have kept their digits",
    "value.formula_error": "no cell holds a formula's error",
}
"""Each rule and what is true when it finds nothing."""

_BEFORE_ROWS = ("file.readable", "sheet.known", "table.supplied")

_NOTHING_READ = "no table could be read"


def rule_of(finding: Finding) -> str | None:
    """The rule that a finding counts for, None for a remark on how a file was read."""
    if finding.rule in RULES:
        return finding.rule
    if finding.rule == "sheet.header" and finding.severity is not Severity.NOTE:
        return "sheet.known"
    return None if finding.severity is Severity.NOTE else "file.readable"


def results(
    findings: Iterable[Finding], *, tables_read: int, crashed: Collection[str]
) -> tuple[CheckResult, ...]:
    """What became of each schema check: how many rows it flagged, or why it did not run."""
    flagged = dict.fromkeys(RULES, 0)
    for finding in findings:
        rule = rule_of(finding)
        if rule is not None:
            flagged[rule] += finding.rows
    return tuple(
        _result(rule, flagged[rule], tables_read=tables_read, crashed=crashed)
        for rule in RULES
    )


def _result(
    rule: str, flagged: int, *, tables_read: int, crashed: Collection[str]
) -> CheckResult:
    if rule in crashed:
        return CheckResult(rule, Outcome.CRASHED, flagged, "a fault of Kith's own")
    if flagged:
        return CheckResult(rule, Outcome.FLAGGED, flagged)
    if not tables_read and rule not in _BEFORE_ROWS:
        return CheckResult(rule, Outcome.NOT_RUN, why=_NOTHING_READ)
    return CheckResult(rule, Outcome.CLEAN)
