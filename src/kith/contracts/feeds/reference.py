"""``docs/reference/feeds.md``, written from the feeds' own declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.columns import ColumnType
from kith.contracts.feeds import FEEDS


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kith.contracts.feeds import Feed, FeedColumn, FeedTable


_OPENING = """# Feeds: what agencies may send

This page is written from the code (`src/kith/contracts/feeds`). Try a file with
`kith evidence check FILE --as FEED`: nothing is stored.

**Files.** CSV (commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252), Excel
workbooks (`.xlsx`) and Parquet. Text may stand above the header. A table is known by
its sheet's or file's name, else by its headers.

**Headers** are matched without regard to case, spaces, punctuation, brackets and
curly quotes, and long ones in spite of a slip of two letters; the report says what
was matched. Columns that are not read are findings.

**Values.** Dates as 16/09/2020 or 2020-09-16; Excel's day numbers are read too, and
years of two digits: 00 to 49 as 2000 to 2049, 50 to 99 as 1950 to 1999. Moments as
2020-09-16 14:30, English clock time. Yes or No. Codes may carry their number and
meaning, as in `q) 6: Police`. `NULL` is empty.

**Rows.** Rows read are rows accepted and rows quarantined. A row without a needed
value, or with the key of an earlier row of the same file, is quarantined; a value
that cannot be read elsewhere is left empty, with a warning. A needed column that is
absent stops the file.

In the tables below, *needed* says: **column and value**, every row must have it;
**column**, the sheet should have it, and a warning says so if not; **optional**.
"""

_TYPES = {
    ColumnType.TEXT: "text",
    ColumnType.CODE: "code",
    ColumnType.DATE: "date",
    ColumnType.DATETIME: "date and time",
    ColumnType.INTEGER: "whole number",
    ColumnType.DECIMAL: "number",
    ColumnType.BOOLEAN: "yes or no",
}


def reference() -> str:
    """The whole page."""
    parts = [_OPENING, _contents()]
    parts += ["\n".join(_feed(feed)) for feed in FEEDS.values()]
    return "\n".join(parts).rstrip() + "\n"


def _contents() -> str:
    lines = ["| feed | what | tables |", "|---|---|---|"]
    for feed in FEEDS.values():
        lines.append(
            f"| [`{feed.code}`](#{feed.code}) | {feed.title} | {len(feed.tables)} |"
        )
    return "\n".join(lines) + "\n"


def _feed(feed: Feed) -> Iterator[str]:
    level = "child-level" if feed.child_level else "no personal data"
    yield f"## {feed.code}\n"
    yield f"{feed.title}. Sent by {feed.owner}; {level}.\n"
    yield f"- Lawful basis: {feed.lawful_basis}"
    yield f"- Source of the layout: {feed.source}"
    yield f"- Formats: {', '.join(feed.formats)}"
    yield f"- Kept: {feed.retention}\n"
    for table in feed.tables:
        yield from _table(table)


def _table(table: FeedTable) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.meaning[:1].upper()}{table.meaning[1:]}.\n"
    names = ", ".join(f"`{name}`" for name in table.file_names)
    yield f"- Sheet or file names: {names or 'known by its headers'}"
    yield f"- Key: {', '.join(f'`{name}`' for name in table.key)}"
    facts = ", ".join(f"`{name}`" for name in table.facts)
    yield f"- Tells: {facts or 'no fact; it is read and accounted for'}"
    if table.left_out:
        yield f"- Left out on purpose: {', '.join(table.left_out)}"
    yield "\n| column | type | needed | meaning | other headers |"
    yield "|---|---|---|---|---|"
    for column in table.columns:
        yield _column(column)
    yield ""


def _column(column: FeedColumn) -> str:
    needed = "optional" if column.may_be_absent else "column"
    if column.required:
        needed = "column and value"
    headers = "; ".join(_plain(header) for header in column.headers)
    meaning = _plain(column.meaning)
    if column.codes:
        meaning += ": " + " ".join(f"`{code}`" for code in column.codes)
    return f"| `{column.name}` | {_TYPES[column.type]} | {needed} | {meaning} | {headers} |"


def _plain(text: str) -> str:
    return text.replace("|", "\\|")
