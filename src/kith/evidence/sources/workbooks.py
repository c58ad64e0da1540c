"""Excel workbooks → sheets of text; dates that the workbook knows become ISO."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import python_calamine as calamine

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.sources.archives import check_workbook_size, open_archive
from kith.evidence.sources.columns import ColumnBuilder
from kith.evidence.sources.sheet_parts import scan
from kith.evidence.sources.sheets import ReadFile, Sheet
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.sources.archives import Archive
    from kith.evidence.sources.limits import Limits


def read_workbook(path: Path, limits: Limits) -> ReadFile:
    """Every sheet of a workbook, hidden ones included."""
    check_workbook_size(path, limits)
    archive = open_archive(path, limits)
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    with _opened(path) as book:
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                findings.append(_not_rows(path, meta))
                continue
            try:
                sheets.append(_sheet(book, meta, archive, limits))
            except Unreadable as fault:
                findings.append(_stop(path, meta.name, fault))
            findings += _remarks(path, meta)
    return ReadFile(path.name, tuple(sheets), tuple(findings))


def _opened(path: Path) -> calamine.CalamineWorkbook:
    try:
        return calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError:
        raise Unreadable(
            "file.kind",
            "the workbook is password-protected",
            "Take the password off and send it by a secure route.",
        ) from None
    except (calamine.CalamineError, OSError):
        raise _damaged("workbook") from None


def _sheet(
    book: calamine.CalamineWorkbook,
    meta: calamine.SheetMetadata,
    archive: Archive,
    limits: Limits,
) -> Sheet:
    faults = scan(archive.blocks(meta.name), limits).faults
    try:
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError):
        raise _damaged("sheet") from None
    builder = ColumnBuilder()
    for number, row in enumerate(rows, start=1):
        cells = [_text(cell) for cell in row]
        for at, fault in faults.get(number, {}).items():
            if at < len(cells):
                cells[at] = fault
        builder.add(number, cells)
    return Sheet(
        file=archive.path.name,
        name=meta.name,
        columns=builder.columns(),
        row_numbers=builder.row_numbers(),
        blank_rows=builder.blank_rows,
        is_hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
        days_from_1904=archive.days_from_1904,
    )


def _text(cell: object) -> str:
    """A cell as text that typing can read again without loss."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 3600:g} hours"
    return str(cell)


def _remarks(path: Path, meta: calamine.SheetMetadata) -> list[Finding]:
    if meta.visible == calamine.SheetVisibleEnum.Visible:
        return []
    return [
        Finding(
            rule="sheet.hidden",
            severity=Severity.NOTE,
            file=path.name,
            sheet=meta.name,
            message="the sheet is hidden; it was read like the others",
            remedy="Delete it if it should not have been sent.",
        )
    ]


def _not_rows(path: Path, meta: calamine.SheetMetadata) -> Finding:
    return Finding(
        rule="sheet.kind",
        severity=Severity.NOTE,
        file=path.name,
        sheet=meta.name,
        message="the sheet is a chart or a macro and holds no rows; it was not read",
        remedy="Nothing to do.",
    )


def _stop(path: Path, sheet: str, fault: Unreadable) -> Finding:
    return Finding(
        rule=fault.rule,
        severity=Severity.STOP,
        file=path.name,
        sheet=sheet,
        message=fault.message,
        remedy=fault.remedy,
    )


def _damaged(what: str) -> Unreadable:
    return Unreadable(
        f"{'file' if what == 'workbook' else what}.damaged",
        f"the {what} is damaged or incomplete",
        "Open it in Excel, save it again, and send that.",
    )
