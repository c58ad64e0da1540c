"""A row of another area than its return's is set aside, counted and said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.quality.checked import ROW, CheckedFiles, TypedTable


if TYPE_CHECKING:
    from kith.contracts.commands.checks import CheckReport, TableReport
    from kith.contracts.returns import ReturnHead


AREA = "area"
PLACES_SHOWN = 20
"""As many places a table as the other checks show; the rest are counted."""


def keep_own_areas(checked: CheckedFiles, head: ReturnHead) -> CheckedFiles:
    """Every row left has an area of the return; rows read still equal rows accounted.

    A return of one area lends it to rows that name none. With several areas a row
    that names none, or another, cannot be placed.
    """
    tables: list[TypedTable] = []
    report = checked.report
    for table in checked.tables:
        rows, strangers = _parted(table.rows, head)
        tables.append(replace(table, rows=rows))
        if strangers.num_rows:
            report = _with_quarantined(report, table, strangers)
    return CheckedFiles(tuple(tables), report)


def _parted(rows: pa.Table, head: ReturnHead) -> tuple[pa.Table, pa.Table]:
    areas = (
        rows.column(AREA)
        if AREA in rows.column_names
        else pa.chunked_array([pa.nulls(rows.num_rows, pa.string())])
    )
    if len(head.areas) == 1:
        areas = areas.fill_null(head.areas[0])
    own = pc.is_in(areas, value_set=pa.array(head.areas))
    placed = (
        rows.set_column(rows.column_names.index(AREA), AREA, areas)
        if AREA in rows.column_names
        else rows.append_column(AREA, areas)
    )
    return placed.filter(own), placed.filter(pc.invert(own))


def _with_quarantined(
    report: CheckReport, table: TypedTable, strangers: pa.Table
) -> CheckReport:
    tables = tuple(
        _moved(one, strangers.num_rows) if _is_of(one, table) else one
        for one in report.tables
    )
    return replace(
        report, tables=tables, findings=report.findings + _findings(table, strangers)
    )


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


def _findings(table: TypedTable, strangers: pa.Table) -> tuple[Finding, ...]:
    places = strangers.column(ROW).slice(0, PLACES_SHOWN).to_pylist()
    beyond = strangers.num_rows - len(places)
    return tuple(
        Finding(
            rule="row_of_another_area",
            severity=Severity.QUARANTINE,
            file=table.file,
            sheet=table.sheet,
            row=place,
            column=AREA,
            value_class="no area of this return",
            message="The row names no area of its return, so it was set aside.",
            remedy="Correct its area, or name the area in return.toml.",
            rows=1 + (beyond if place == places[-1] else 0),
        )
        for place in places
    )
