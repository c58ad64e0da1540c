"""Many returns → each fact once.

Several returns tell the same event: workbooks overlap, two feeds hold one conference.
The key of the event decides sameness; `precedence` decides which telling stands. What
lost is kept, with why. What changed or vanished between extracts is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.facts import FACTS, FactTable
from kith.evidence.facts import changes
from kith.evidence.facts.closing import close_need_plans
from kith.evidence.facts.covering import coverage_of
from kith.evidence.facts.people import conflicts, resolve_people
from kith.evidence.facts.superseding import (
    SELECT_LOST,
    rank_tellings,
    select_standing,
)
from kith.evidence.facts.told import Reconciled, ToldReturn
from kith.evidence.store.shapes import fact_schema


if TYPE_CHECKING:
    from collections.abc import Sequence


ATTRIBUTES_OF_CHILDREN = "people"


def reconcile(told: Sequence[ToldReturn]) -> Reconciled:
    """Each event stands once; nothing else is lost without being counted.

    The order in which the returns are given makes no difference.
    """
    told = sorted(told, key=lambda one: one.head.name)
    coverage = coverage_of(told)
    standing: dict[str, pa.Table] = {}
    lost: dict[str, pa.Table] = {}
    moved: list[pa.Table] = [changes.CHANGES.empty_table()]
    with duckdb.connect() as connection:
        connection.from_arrow(coverage).create("coverage")
        connection.from_arrow(_all(told, ATTRIBUTES_OF_CHILDREN)).create("told_people")
        resolve_people(connection)
        said = [(ATTRIBUTES_OF_CHILDREN, one) for one in conflicts(connection)]
        for name, fact in FACTS.items():
            rows = _all(told, name)
            standing[name], lost[name] = rows, _nothing_lost(rows)
            if not rows.num_rows:
                continue
            standing[name], lost[name] = _stand(connection, fact, rows)
            if name != ATTRIBUTES_OF_CHILDREN:
                changed = changes.between_extracts(connection, fact)
                moved.append(changed)
                said += [(name, one) for one in changes.findings_of(changed)]
                said += [(name, one) for one in _set_aside(fact, lost[name])]
    standing["need_plans"] = close_need_plans(
        standing["need_plans"], standing["need_episodes"]
    )
    # Many tellings of a child's attributes are no loss: conflicts are findings.
    lost[ATTRIBUTES_OF_CHILDREN] = lost[ATTRIBUTES_OF_CHILDREN].slice(0, 0)
    return Reconciled(standing, lost, pa.concat_tables(moved), coverage, tuple(said))


def _all(told: Sequence[ToldReturn], name: str) -> pa.Table:
    parts = [one.facts[name] for one in told if name in one.facts]
    return pa.concat_tables([fact_schema(name).empty_table(), *parts])


def _nothing_lost(rows: pa.Table) -> pa.Table:
    why = [pa.field("reason", pa.string()), pa.field("stands", pa.string())]
    return pa.schema([*rows.schema, *why]).empty_table()


def _stand(
    connection: duckdb.DuckDBPyConnection, fact: FactTable, rows: pa.Table
) -> tuple[pa.Table, pa.Table]:
    connection.register("told", rows)
    rank_tellings(connection, fact)
    connection.unregister("told")
    feeds = connection.execute("SELECT count(DISTINCT feed) FROM ranked").fetchall()
    standing = select_standing(fact, several_feeds=feeds[0][0] > 1)
    return (
        connection.sql(standing).to_arrow_table().cast(fact_schema(fact.name)),
        connection.sql(SELECT_LOST).to_arrow_table(),
    )


def _set_aside(fact: FactTable, lost: pa.Table) -> list[Finding]:
    covered = lost.filter(pa.compute.equal(lost["reason"], "covered by a fuller feed"))
    counted = covered.group_by("source_return").aggregate([("fact_key", "count")])
    return [
        Finding(
            rule="set_aside_for_a_fuller_feed",
            severity=Severity.NOTE,
            file=row["source_return"],
            message=f"{row['fact_key_count']} of the {fact.name} told here fall on "
            "days that a fuller feed covers, so they are not counted twice.",
            remedy="Nothing: the two feeds know children by different numbers.",
            rows=row["fact_key_count"],
        )
        for row in counted.sort_by("source_return").to_pylist()
    ]
