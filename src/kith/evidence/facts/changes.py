"""Rows that changed, or vanished, between two extracts of one feed: listed by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.facts import FactTable, Form


if TYPE_CHECKING:
    import duckdb


MOVING = frozenset({"case_status", "latest_category", "legal_status", "in_touch"})
"""Columns that say how things stand now, so that they differ from extract to extract."""

LATEST_ONLY = {
    "annex_a": frozenset({"need_plans", "placements", "plan_reviews"}),
}
"""Facts of which a feed tells only how things stand now: the next extract may well
leave one out, and nothing has vanished."""

CHANGES = pa.schema(
    [
        ("kind", pa.string()),
        ("fact", pa.string()),
        ("source_return", pa.string()),
        ("source_file", pa.string()),
        ("source_sheet", pa.string()),
        ("source_row", pa.int64()),
        ("later_return", pa.string()),
        ("columns", pa.string()),
    ]
)


def between_extracts(
    connection: duckdb.DuckDBPyConnection, fact: FactTable
) -> pa.Table:
    """Every row of a fact that changed or vanished, from the table ``ranked``."""
    return pa.concat_tables([changed(connection, fact), vanished(connection, fact)])


def changed(connection: duckdb.DuckDBPyConnection, fact: FactTable) -> pa.Table:
    """Tellings whose value a later extract of the same feed tells otherwise.

    A value that was empty and is now there is no change: it has become known.
    """
    watched = [
        column.name
        for column in fact.columns
        if column.name not in MOVING and column.name not in fact.key
    ]
    if not watched:
        return CHANGES.empty_table()
    differing = [
        f"CASE WHEN l.{name} <> w.{name} OR (l.{name} IS NOT NULL AND w.{name} IS NULL) "
        f"THEN '{name}' END"
        for name in watched
    ]
    return _listed(
        connection,
        [
            f"SELECT 'changed' AS kind, '{fact.name}' AS fact, l.source_return,",
            "l.source_file, l.source_sheet, l.source_row,",
            "w.source_return AS later_return,",
            f"concat_ws(', ', {', '.join(differing)}) AS columns",
            "FROM ranked AS l JOIN ranked AS w ON w.fact_key = l.fact_key",
            "AND w.feed = l.feed AND w.agency = l.agency",
            "AND w.source_return <> l.source_return",
            "WHERE w.place = 1 AND l.place > 1 AND columns <> ''",
        ],
    )


def vanished(connection: duckdb.DuckDBPyConnection, fact: FactTable) -> pa.Table:
    """Rows that stand although the latest extract that covers their day lacks them."""
    if fact.form is Form.ATTRIBUTE:
        return CHANGES.empty_table()
    latest = [f"'{feed}'" for feed, facts in LATEST_ONLY.items() if fact.name in facts]
    told_whole = f"l.feed NOT IN ({', '.join(latest)})" if latest else "true"
    return _listed(
        connection,
        [
            f"SELECT 'vanished' AS kind, '{fact.name}' AS fact, l.source_return,",
            "l.source_file, l.source_sheet, l.source_row,",
            "max_by(c.return_name, (c.extracted_on, c.last, c.return_name))",
            "AS later_return, '' AS columns",
            "FROM ranked AS l JOIN coverage AS c",
            f"ON c.fact = '{fact.name}' AND c.feed = l.feed AND c.agency = l.agency",
            f"AND c.area = l.area AND l.{fact.date} BETWEEN c.first AND c.last",
            "AND c.extracted_on > l.extracted_on",
            f"WHERE l.place = 1 AND {told_whole}",
            "GROUP BY l.source_return, l.source_file, l.source_sheet, l.source_row,",
            "l.fact_key",
        ],
    )


def findings_of(changes: pa.Table) -> list[Finding]:
    """One finding a kind, fact and pair of returns, with how many rows."""
    keys = ["kind", "fact", "source_return", "later_return"]
    counted = changes.group_by(keys).aggregate([("source_row", "count")])
    ordered = counted.sort_by([(key, "ascending") for key in keys])
    return [_finding(row) for row in ordered.to_pylist()]


def _listed(connection: duckdb.DuckDBPyConnection, lines: list[str]) -> pa.Table:
    order = (
        "ORDER BY source_return, source_file, source_sheet, source_row, later_return"
    )
    relation = connection.sql("\n".join([*lines, order]))
    return relation.to_arrow_table().cast(CHANGES)


def _finding(row: dict[str, object]) -> Finding:
    count = int(str(row["source_row_count"]))
    if row["kind"] == "changed":
        what = f"are told otherwise in {row['later_return']}, which stands"
        remedy = "Ask the agency which is right, if the change is not a correction."
    else:
        what = f"are not in {row['later_return']}, extracted later for the same days"
        remedy = "Ask the agency whether they were deleted; until then they count."
    return Finding(
        rule=f"{row['kind']}_between_extracts",
        severity=Severity.WARN,
        file=str(row["source_return"]),
        message=f"{count} of the {row['fact']} told here {what}.",
        remedy=remedy,
        rows=count,
    )
