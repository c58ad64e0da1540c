"""Ends that only another fact tells.

Annex A tells a need plan by the status of the case as it stands now. Once a later
extract gives the case another status, or closes it, the plan is told no more: without
an end it would stay open for ever, and count in every later period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from kith.evidence.store.shapes import fact_schema


if TYPE_CHECKING:
    import pyarrow as pa


_CLOSED = """
    SELECT p.* REPLACE (
        CASE
            WHEN p.end_on IS NULL AND e.fact_key IS NOT NULL
            THEN greatest(p.start_on, coalesce(e.end_on, p.told_to))
            ELSE p.end_on
        END AS end_on
    )
    FROM need_plans AS p LEFT JOIN need_episodes AS e
        ON e.area = p.area AND e.child = p.child AND e.start_on = p.start_on
        AND e.feed = p.feed AND e.extracted_on > p.extracted_on
    ORDER BY p.area, p.start_on, p.fact_key
"""


def close_need_plans(need_plans: pa.Table, need_episodes: pa.Table) -> pa.Table:
    """Need plans that a later extract of their case no longer calls so have ended.

    On the day the case closed; where it goes on under another status, on the last day
    that a return still reported the plan.
    """
    with duckdb.connect() as connection:
        connection.register("need_plans", need_plans)
        connection.register("need_episodes", need_episodes)
        closed = connection.sql(_CLOSED).to_arrow_table()
        return closed.cast(fact_schema("need_plans"))
