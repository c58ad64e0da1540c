"""One fact told by several returns → each event once, and the tellings that lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.facts import LINEAGE, PERSON, FactTable, Form
from kith.evidence.facts.precedence import ORDER, feed_rank


if TYPE_CHECKING:
    import duckdb


ENDINGS = frozenset({"end_on", "ended_on", "ended_at", "returned_on", "returned_at"})
"""Empty means *not yet*: an ending is never taken from a telling that lost."""

_RESOLVED = tuple(column.name for column in PERSON if column.name != "child")


def rank_tellings(connection: duckdb.DuckDBPyConnection, fact: FactTable) -> None:
    """The table ``ranked`` holds every telling in ``told``, the one that stands first.

    ``place`` is 1 for the telling that stands, and empty for a row that a fuller
    feed's coverage sets aside.
    """
    connection.execute(
        "\n".join(
            [
                "CREATE OR REPLACE TABLE ranked AS",
                "SELECT *, CASE WHEN NOT is_covered THEN row_number() OVER (",
                f"PARTITION BY fact_key, is_covered ORDER BY {ORDER}) END AS place",
                f"FROM (SELECT *, {feed_rank(fact)} AS feed_rank,",
                f"{_covered(fact)} AS is_covered FROM told AS t)",
            ]
        )
    ).fetchall()


def select_standing(fact: FactTable, *, several_feeds: bool) -> str:
    """Each event once, as the telling that stands tells it.

    What a fuller feed leaves empty is filled from another feed. The days of every
    return that told the event count: it is history only if none of them reports it.
    """
    own = {column.name: f"r.{column.name}" for column in fact.columns}
    if several_feeds:
        own |= {name: f"r.filled_{name}" for name in _fillable(fact)}
    person = {name: f"p.{name}" for name in _RESOLVED} if fact.about_a_child else {}
    if fact.about_a_child:
        person = {"child": "r.child"} | person | _KNOWN_OR_NOT
    if fact.about_a_child and fact.form is Form.ATTRIBUTE:
        own = {name: f"p.{name}" for name in own}
    lineage = {column.name: f"r.{column.name}" for column in LINEAGE}
    lineage |= {
        "told_from": "r.first_told",
        "told_to": "r.last_told",
        "is_counted": "r.was_reported",
    }
    named = own | person | lineage
    listed = [f"{named[column.name]} AS {column.name}" for column in fact.all_columns]
    return "\n".join(
        [
            "SELECT",
            ",\n".join(listed),
            f"FROM ({_with_all_tellings(fact, several_feeds=several_feeds)}) AS r",
            "LEFT JOIN resolved AS p USING (child)" if fact.about_a_child else "",
            "WHERE r.place = 1",
            f"ORDER BY r.area, r.{fact.date}, r.fact_key",
        ]
    )


SELECT_LOST = """
    SELECT l.* EXCLUDE (feed_rank, is_covered, place),
        CASE
            WHEN l.is_covered THEN 'covered by a fuller feed'
            WHEN l.feed <> w.feed THEN 'told by a fuller feed'
            WHEN l.source_return <> w.source_return THEN 'told by a later extract'
            ELSE 'told twice in one return'
        END AS reason,
        w.source_return AS stands
    FROM ranked AS l LEFT JOIN ranked AS w
        ON w.fact_key = l.fact_key AND w.place = 1 AND NOT l.is_covered
    WHERE l.place IS DISTINCT FROM 1
    ORDER BY l.source_return, l.source_file, l.source_sheet, l.source_row, l.fact_key
"""

_KNOWN_OR_NOT = {
    "sex": "coalesce(p.sex, 'not_known')",
    "ethnicity": "coalesce(p.ethnicity, 'not_known')",
}


def _covered(fact: FactTable) -> str:
    if not fact.exclusive:
        return "false"
    fuller = f"{feed_rank(fact, 'c.feed')} < {feed_rank(fact, 't.feed')}"
    return "\n".join(
        [
            f"EXISTS (FROM coverage AS c WHERE c.fact = '{fact.name}'",
            f"AND c.area = t.area AND {fuller}",
            f"AND t.{fact.date} BETWEEN c.first AND c.last)",
        ]
    )


def _with_all_tellings(fact: FactTable, *, several_feeds: bool) -> str:
    every = "OVER (PARTITION BY fact_key)"
    reported = (
        "true"
        if fact.form is Form.ATTRIBUTE
        else f"coalesce(bool_or(stood_on BETWEEN told_from AND told_to) {every}, false)"
    )
    columns = [
        "*",
        f"min(told_from) {every} AS first_told",
        f"max(told_to) {every} AS last_told",
        f"{reported} AS was_reported",
    ]
    if several_feeds:
        columns += [_filled(name) for name in _fillable(fact)]
    first = "OVER (PARTITION BY fact_key ORDER BY place)"
    return "\n".join(
        [
            "SELECT",
            ", ".join(columns),
            "FROM (",
            f"SELECT *, first_value({fact.date}) {first} AS stood_on,",
            f"first_value(feed) {first} AS stood_feed",
            "FROM ranked WHERE place IS NOT NULL)",
        ]
    )


def _filled(name: str) -> str:
    others = f"CASE WHEN place = 1 OR feed <> stood_feed THEN {name} END"
    return (
        f"first_value({others} IGNORE NULLS) OVER (PARTITION BY fact_key "
        "ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) "
        f"AS filled_{name}"
    )


def _fillable(fact: FactTable) -> list[str]:
    kept = ENDINGS | set(fact.key)
    return [column.name for column in fact.columns if column.name not in kept]
