"""Runs each check by itself, and says where the flagged rows stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import CheckResult, Finding, Outcome
from kith.evidence.quality.meaning.check import ANY_DATED
from kith.evidence.quality.meaning.tables import PLACE
from kith.evidence.quality.tally import Tally


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.evidence.quality.meaning.check import MeaningCheck, Need
    from kith.evidence.quality.meaning.tables import Tables


def run_checks(
    tables: Tables, checks: Iterable[MeaningCheck]
) -> tuple[list[Finding], list[CheckResult]]:
    """What every check found and what became of it; no check stops another."""
    findings: list[Finding] = []
    results: list[CheckResult] = []
    for one in checks:
        found, result = _run(one, tables)
        findings += found
        results.append(result)
    return findings, results


def _run(one: MeaningCheck, tables: Tables) -> tuple[list[Finding], CheckResult]:
    try:
        why = _why_not(one, tables)
        if why:
            return [], CheckResult(one.name, Outcome.NOT_RUN, why=why)
        places = _places(one, tables)
    except Exception as fault:  # noqa: BLE001 (whatever goes wrong, the others run)
        # The fault's own words may hold a value, so only its kind is told.
        why = f"a fault of Kith's own ({type(fault).__name__})"
        return [], CheckResult(one.name, Outcome.CRASHED, why=why)
    if not places:
        return [], CheckResult(one.name, Outcome.CLEAN)
    return _findings(one, places), CheckResult(one.name, Outcome.FLAGGED, len(places))


def _why_not(one: MeaningCheck, tables: Tables) -> str:
    return next((why for need in one.needs if (why := _lacks(need, tables))), "")


def _lacks(need: Need, tables: Tables) -> str:
    if need.table == ANY_DATED:
        return "" if tables.dated else "no dated fact is told"
    if not tables.rows(need.table):
        return f"no row of {need.table} is told"
    if need.feed and not tables.fills(need.table, "", need.feed):
        return f"no row of {need.table} is told by {need.feed}"
    if need.column and not tables.fills(need.table, need.column, need.feed):
        return f"no row of {need.table} holds {need.column}"
    return ""


def _places(one: MeaningCheck, tables: Tables) -> list[dict[str, object]]:
    flagged = one.flags(tables).select(*PLACE).distinct().order_by(*PLACE)
    rows: list[dict[str, object]] = tables.answer(flagged).to_pylist()
    return rows


def _findings(one: MeaningCheck, places: list[dict[str, object]]) -> list[Finding]:
    by_sheet: dict[tuple[str, ...], list[int]] = {}
    for place in places:
        *sheet, row = (place[name] for name in PLACE)
        numbers = by_sheet.setdefault(tuple(str(part or "") for part in sheet), [])
        numbers.append(int(str(row)))
    findings: list[Finding] = []
    for (_, file, sheet_name), numbers in by_sheet.items():
        tally = Tally(file, sheet_name)
        tally.about_rows(_words(one, file), numbers)
        findings += tally.findings
    return findings


def _words(one: MeaningCheck, file: str) -> Finding:
    return Finding(one.name, one.severity, file, one.says, one.remedy)
