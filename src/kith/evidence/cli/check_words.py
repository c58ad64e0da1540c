"""The report of ``kith evidence check`` in words, for a person at a terminal."""

from __future__ import annotations

from collections import defaultdict
from textwrap import wrap
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Outcome, Severity


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.contracts.commands.checks import (
        CheckReport,
        CheckResult,
        Finding,
        TableReport,
    )


_MARKS = {
    Severity.STOP: "STOP",
    Severity.QUARANTINE: "QUARANTINED",
    Severity.WARN: "WARNING",
    Severity.NOTE: "note",
}
_ROWS_NAMED = 20
_SUPPLIED = "table.supplied"


def in_words(report: CheckReport) -> str:
    """The whole report: files, findings with their places, and what each check did."""
    lines = [f"Feed: {report.feed}", ""]
    for table in report.tables:
        lines += _table(table)
    lines += ["", "Findings"]
    lines += list(_findings(report.findings)) or ["  none"]
    lines += ["", "Checks"]
    lines += list(_results(report.results))
    lines += ["", _sum(report)]
    return "\n".join(lines) + "\n"


def _place(file: str, sheet: str) -> str:
    return f"{file} [{sheet}]" if sheet else file


def _table(table: TableReport) -> list[str]:
    read_as = table.table or "not read as any table"
    lines = [
        f"{_place(table.file, table.sheet)}: {read_as}",
        f"  {table.read:,} rows read = {table.accepted:,} accepted + "
        f"{table.quarantined:,} quarantined"
        + (f"; {table.blank_rows_skipped:,} blank" if table.blank_rows_skipped else ""),
    ]
    for match in table.columns:
        header = match.header or "(no header)"
        lines.append(f"    {header} -> {match.read_as or 'not read'}")
    return lines


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    """One line a group of equal findings, the worst first, then their rows."""
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    not_supplied = [f for f in findings if _is_not_supplied(f)]
    for finding in findings:
        if _is_not_supplied(finding):
            continue
        groups[
            finding.severity,
            finding.file,
            "" if _is_remark(finding) else finding.sheet,
            "" if _is_remark(finding) else finding.column,
            finding.rule,
            finding.value_class,
            "" if finding.row or finding.value_class else finding.message,
        ].append(finding)
    order = list(Severity)
    for group in sorted(groups.values(), key=lambda g: order.index(g[0].severity)):
        yield from _group(group)
    yield from _not_supplied(not_supplied)


def _not_supplied(findings: Sequence[Finding]) -> Iterator[str]:
    """One paragraph: most files hold one table of a feed's many, and rightly."""
    if findings:
        yield f"  {_MARKS[Severity.NOTE]} {_SUPPLIED} ({len(findings)})"
        tables = "; ".join(f.message.partition("holds ")[2] for f in findings)
        yield from wrap(
            f"no file or sheet holds {tables}. {findings[0].remedy}",
            96,
            initial_indent="    ",
            subsequent_indent="    ",
        )


def _is_not_supplied(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE and finding.rule == _SUPPLIED


def _is_remark(finding: Finding) -> bool:
    """Whether it only says how columns were read, and may share one line."""
    return finding.severity is Severity.NOTE and finding.rule.startswith("column.")


def _group(group: Sequence[Finding]) -> Iterator[str]:
    first = group[0]
    if _is_remark(first) and len(group) > 1:
        places = "; ".join(
            f"[{f.sheet}] '{f.column}'".replace("[] ", "") for f in group
        )
        yield f"  {_MARKS[first.severity]} {first.rule}: {first.file} · {places}"
        yield f"    {first.message}. {first.remedy}"
        return
    where = " · ".join(
        part
        for part in (
            _place(first.file, first.sheet),
            first.column and f"column '{first.column}'",
            _rows(group),
        )
        if part
    )
    yield f"  {_MARKS[first.severity]} {first.rule}: {where}".removesuffix(": ")
    yield f"    {first.message}. {first.remedy}".replace("..", ".")


def _rows(group: Sequence[Finding]) -> str:
    places = [str(finding.row) for finding in group if finding.row is not None]
    if not places:
        return ""
    total = sum(finding.rows for finding in group)
    shown = ", ".join(places[:_ROWS_NAMED])
    rest = total - len(places[:_ROWS_NAMED])
    words = "row" if total == 1 else "rows"
    return f"{words} {shown}" + (f" and {rest:,} more" if rest else "")


def _results(results: Sequence[CheckResult]) -> Iterator[str]:
    """Each check that found something, then the others together, none left out."""
    for result in results:
        if result.outcome is Outcome.FLAGGED:
            yield f"  flagged {result.flagged:,}: {result.rule}"
        elif result.outcome is Outcome.CRASHED:
            yield f"  crashed: {result.rule}, by {result.why}"
    clean = [r.rule for r in results if r.outcome is Outcome.CLEAN]
    yield from _wrapped(f"clean ({len(clean)})", clean)
    idle: dict[str, list[str]] = defaultdict(list)
    for result in results:
        if result.outcome is Outcome.NOT_RUN:
            idle[result.why].append(result.rule)
    for why, rules in idle.items():
        yield from _wrapped(f"not run ({len(rules)}), {why}", rules)


def _wrapped(opening: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        words = f"{opening}: {', '.join(names)}"
        yield from wrap(words, 96, initial_indent="  ", subsequent_indent="    ")


def _sum(report: CheckReport) -> str:
    read = sum(table.read for table in report.tables)
    accepted = sum(table.accepted for table in report.tables)
    stops = len(report.stops)
    end = f"; {stops} stop the run" if stops else ""
    return f"{read:,} rows read, {accepted:,} accepted, {read - accepted:,} quarantined{end}"
