"""A row of another area than its return's is set aside, counted and said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.facts.setting_aside import set_aside
from kith.evidence.quality.checked import CheckedFiles, TypedTable


if TYPE_CHECKING:
    from kith.contracts.returns import ReturnHead


AREA = "area"

_WHY = Finding(
    rule="row_of_another_area",
    severity=Severity.QUARANTINE,
    file="",
    column=AREA,
    value_class="no area of this return",
    message="The row names no area of its return, so it was set aside.",
    remedy="Correct its area, or name the area in return.toml.",
)


def keep_own_areas(checked: CheckedFiles, head: ReturnHead) -> CheckedFiles:
    """Every row left has an area of the return; rows read still equal rows accounted.

    A return of one area lends it to rows that name none. With several areas a row
    that names none, or another, cannot be placed.
    """
    tables: list[TypedTable] = []
    report = checked.report
    for table in checked.tables:
        placed = replace(table, rows=_placed(table.rows, head))
        own = pc.is_in(placed.rows.column(AREA), value_set=pa.array(head.areas))
        report, kept = set_aside(report, placed, own, _WHY)
        tables.append(kept)
    return CheckedFiles(tuple(tables), report)


def _placed(rows: pa.Table, head: ReturnHead) -> pa.Table:
    has_area = AREA in rows.column_names
    areas = (
        rows.column(AREA)
        if has_area
        else pa.chunked_array([pa.nulls(rows.num_rows, pa.string())])
    )
    if len(head.areas) == 1:
        areas = areas.fill_null(head.areas[0])
    if not has_area:
        return rows.append_column(AREA, areas)
    return rows.set_column(rows.column_names.index(AREA), AREA, areas)
