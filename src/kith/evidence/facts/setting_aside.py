"""Rows that passed by their shape and cannot be used: set aside, counted and said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.quality.checked import ROW


if TYPE_CHECKING:
    import pyarrow as pa

    from kith.contracts.commands.checks import CheckReport, TableReport
    from kith.evidence.quality.checked import TypedTable


PLACES_SHOWN = 20
"""As many places a table as the other checks show; the rest are counted."""


def set_aside(
    report: CheckReport, table: TypedTable, usable: pa.Array, why: Finding
) -> tuple[CheckReport, TypedTable]:
    """The table's usable rows, and the report with the others quarantined.

    ``why`` says what is wrong; file, sheet, rows and severity are filled in here.
    Rows read still equal rows accepted and rows quarantined.
    """
    others = table.rows.filter(pc.invert(usable))
    if not others.num_rows:
        return report, table
    tables = tuple(
        _moved(one, others.num_rows) if _is_of(one, table) else one
        for one in report.tables
    )
    findings = report.findings + _findings(table, others, why)
    kept = replace(table, rows=table.rows.filter(usable))
    return replace(report, tables=tables, findings=findings), kept


def _is_of(report: TableReport, table: TypedTable) -> bool:
    return (report.file, report.sheet, report.table) == (
        table.file,
        table.sheet,
        table.table,
    )


def _moved(report: TableReport, rows: int) -> TableReport:
    return replace(
        report,
        accepted=report.accepted - rows,
        quarantined=report.quarantined + rows,
    )


def _findings(table: TypedTable, others: pa.Table, why: Finding) -> tuple[Finding, ...]:
    places = others.column(ROW).slice(0, PLACES_SHOWN).to_pylist()
    beyond = others.num_rows - len(places)
    return tuple(
        replace(
            why,
            severity=Severity.QUARANTINE,
            file=table.file,
            sheet=table.sheet,
            row=place,
            rows=1 + (beyond if place == places[-1] else 0),
        )
        for place in places
    )
