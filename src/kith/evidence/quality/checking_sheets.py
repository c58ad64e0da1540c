"""A sheet → its table, its accepted rows, and every column accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from kith.contracts.commands.checks import ColumnMatch, Severity, TableReport
from kith.contracts.feeds.feed import AREA
from kith.evidence.quality.checked import TypedTable
from kith.evidence.quality.checking_rows import RowCheck
from kith.evidence.quality.folding import fold
from kith.evidence.quality.headers import LOOK, match_header, match_sheet
from kith.evidence.quality.tally import Tally


if TYPE_CHECKING:
    from kith.contracts.commands.checks import Finding
    from kith.contracts.feeds import Feed, FeedColumn
    from kith.evidence.quality.headers import Headers
    from kith.evidence.sources.sheets import Sheet


@dataclass(frozen=True)
class CheckedSheet:
    """What came of one sheet."""

    report: TableReport
    findings: list[Finding]
    typed: TypedTable | None = None
    crashed: set[str] = field(default_factory=set)


def check_sheet(sheet: Sheet, feed: Feed, *, file_stem: str) -> CheckedSheet:
    """Read a sheet as the table it is, or say that it is none."""
    tally = Tally(sheet.file, sheet.name)
    names = [name for name in (sheet.name, file_stem) if name]
    headers = match_sheet(feed, names, sheet.first_rows(LOOK))
    if headers is None:
        return _unread(sheet, tally)
    _say_what_was_matched(headers, tally)
    body = sheet.below(headers.rows_above + headers.depth)
    _say_columns(headers, body, tally)
    if not body.height:
        _say_no_rows(headers, tally)
    if not headers.has_required:
        return CheckedSheet(_report(body, headers, 0), tally.findings)
    rows = RowCheck(body, headers, tally)
    accepted = rows.accepted()
    typed = TypedTable(feed.code, headers.table.name, sheet.file, sheet.name, accepted)
    report = _report(body, headers, accepted.num_rows)
    return CheckedSheet(report, tally.findings, typed, rows.crashed)


def _unread(sheet: Sheet, tally: Tally) -> CheckedSheet:
    """A sheet that is no table of the feed: its rows are counted, and not read."""
    if sheet.height:
        tally.about_sheet(
            "sheet.known",
            Severity.WARN,
            f"no table of the feed is recognised here; {sheet.height:,} rows with "
            "anything in them were not read",
            "Give the sheet or file its table's name, and the header its columns' "
            "names, as in docs/reference/feeds.md.",
            rows=sheet.height,
        )
    else:
        tally.about_sheet(
            "sheet.empty", Severity.NOTE, "the sheet is empty", "Nothing to do."
        )
    report = TableReport(sheet.file, sheet.name, None, 0, 0, 0, (), sheet.blank_rows)
    return CheckedSheet(report, tally.findings)


def _say_no_rows(headers: Headers, tally: Tally) -> None:
    # A gap must not become a zero unseen: an empty table says that nothing happened.
    tally.about_sheet(
        "table.supplied",
        Severity.WARN,
        f"{headers.table.name} has a header and no row, which says that there were "
        "none; figures from it are 0, not 'not supplied'",
        "If you do not know how many there were, leave the table out.",
    )


def _report(body: Sheet, headers: Headers, accepted: int) -> TableReport:
    columns = tuple(
        ColumnMatch(text, column.name if column else None)
        for text, column in zip(headers.texts, headers.reads, strict=True)
        if text or column
    )
    return TableReport(
        body.file,
        body.name,
        headers.table.name,
        body.height,
        accepted,
        body.height - accepted,
        columns,
        body.blank_rows,
    )


def _say_what_was_matched(headers: Headers, tally: Tally) -> None:
    if headers.rows_above:
        tally.about_sheet(
            "sheet.header",
            Severity.NOTE,
            f"rows with text above the header, taken for titles: {headers.rows_above}",
            "Nothing to do if the columns are right.",
            rows=headers.rows_above,
        )
    if headers.depth == 0:
        tally.about_sheet(
            "sheet.header",
            Severity.WARN,
            "no row here is a header of the table; nothing of its text is repeated, "
            "because it may be a child's data",
            "Put the columns' names, as in docs/reference/feeds.md, above the rows.",
        )
    if headers.depth > 1:
        tally.about_sheet(
            "sheet.header",
            Severity.NOTE,
            "the header stands on two rows; they were read together",
            "Nothing to do if the columns are right.",
        )
    for at in headers.slips:
        column = headers.reads[at]
        tally.about_sheet(
            "column.spelling",
            Severity.NOTE,
            f"this header was taken for {column.name if column else ''} in spite of "
            "its spelling",
            "Correct the spelling.",
            column=headers.texts[at],
        )


def _say_columns(headers: Headers, body: Sheet, tally: Tally) -> None:
    for at in headers.repeats:
        tally.about_sheet(
            "column.once",
            Severity.WARN,
            "this column stands twice; the first was read, this one was not"
            + _difference(headers, body, at),
            "Keep one of the two.",
            column=headers.texts[at],
        )
    for column in headers.absent:
        _say_absent(column, tally)
    left_out = {fold(text) for text in headers.table.left_out}
    for at, text in enumerate(headers.texts):
        # A field without a header in a delimited file is a row that is too long.
        if not text and body.widths is not None:
            continue
        if headers.reads[at] is None and at not in headers.repeats:
            _say_unread(text, body, at, tally, is_left_out=fold(text) in left_out)


def _difference(headers: Headers, body: Sheet, at: int) -> str:
    column = match_header(headers.table, headers.texts[at])
    first = body.columns[headers.found[column.name]] if column else body.columns[at]
    same = pc.equal(first.fill_null(""), body.columns[at].fill_null(""))
    rows = body.height - (pc.sum(same).as_py() or 0)
    count = f"{rows:,} row" if rows == 1 else f"{rows:,} rows"
    return f"; they differ in {count}" if rows else "; they are the same"


def _say_absent(column: FeedColumn, tally: Tally) -> None:
    # Most returns are of one area and rightly have no such column.
    if column.name == AREA and not column.required:
        return
    if column.required:
        severity, fate = Severity.STOP, "without it no row can be read"
    elif column.may_be_absent:
        severity, fate = Severity.NOTE, "it is optional"
    else:
        severity, fate = Severity.WARN, "it is empty in every row"
    known = " or ".join(dict.fromkeys((*column.headers[:2], column.name)))
    tally.about_sheet(
        "column.present",
        severity,
        f"the column {column.name} ({column.meaning}) is absent; {fate}",
        f"Send it, with the header {known}."
        if severity is not Severity.NOTE
        else "Send it if you hold it.",
        column=column.name,
    )


def _say_unread(
    text: str, body: Sheet, at: int, tally: Tally, *, is_left_out: bool
) -> None:
    filled = body.height - body.columns[at].null_count
    if not text and not filled:
        return
    if is_left_out:
        tally.about_sheet(
            "column.left_out",
            Severity.NOTE,
            "Kith knows this column and leaves it out: no measure needs it",
            "It may be left out of the return too.",
            column=text,
        )
        return
    tally.about_sheet(
        "column.read",
        Severity.WARN,
        f"this column was not read: {filled:,} of {body.height:,} rows hold something"
        if text
        else f"column {at + 1} has no header and was not read: {filled:,} rows hold "
        "something",
        "Correct its header if it is one of the table's; otherwise leave it out.",
        column=text,
    )
