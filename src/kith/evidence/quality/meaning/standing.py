"""Which of several tellings of one event stands, and all dated facts in one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.facts import Form


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.contracts.facts import FactTable


EVENTS = "dated_events"
"""The view of all dated facts in one shape."""

_SHARED = (
    *("source_return", "source_file", "source_sheet", "source_row"),
    *("feed", "agency", "area", "extracted_on", "told_from", "told_to"),
)


_LATEST = "extracted_on DESC, source_return DESC, source_file, source_sheet, source_row"


def standing_sql(fact: FactTable, *, births: bool) -> str:
    """The SQL that makes a fact's table: each event once, and, where people are told,
    with the child's date of birth as last told.

    Among tellings of one event the fuller feed stands, then the later extract.
    """
    rows = _one_of_each(fact)
    if not (fact.about_a_child and births):
        return f"CREATE OR REPLACE TABLE {fact.name} AS {rows}"
    return "\n".join(
        [
            f"CREATE OR REPLACE TABLE {fact.name} AS",
            "SELECT t.* REPLACE (coalesce(p.born_on, t.born_on) AS born_on)",
            f"FROM ({rows}) AS t",
            f"LEFT JOIN ({_BIRTHS}) AS p ON t.child = p.child",
        ]
    )


def is_dated(fact: FactTable) -> bool:
    """Whether the fact happens on a day, or from one day to another."""
    return fact.form is not Form.ATTRIBUTE


def events_sql(facts: Sequence[FactTable]) -> str:
    """The SQL of the view of all these facts: the place, the day, the child."""
    parts = " UNION ALL ".join(_shared_shape(fact) for fact in facts)
    return f"CREATE OR REPLACE VIEW {EVENTS} AS {parts}"


def _shared_shape(fact: FactTable) -> str:
    child = ("child", "born_on") if fact.about_a_child else ("NULL", "NULL")
    columns = [
        *_SHARED,
        f"'{fact.name}' AS fact",
        f"{fact.date} AS day",
        f"CAST({fact.end or 'NULL'} AS DATE) AS ended_on",
        f"CAST({child[0]} AS VARCHAR) AS child",
        f"CAST({child[1]} AS DATE) AS born_on",
    ]
    return " ".join(["SELECT", ", ".join(columns), "FROM", fact.name])


_BIRTHS = " ".join(
    [
        f"SELECT child, first(born_on ORDER BY {_LATEST}) AS born_on",
        "FROM told_people WHERE born_on IS NOT NULL GROUP BY child",
    ]
)


def _one_of_each(fact: FactTable) -> str:
    ranks = " ".join(
        f"WHEN '{feed}' THEN {place}" for place, feed in enumerate(fact.told_by)
    )
    key = ", ".join(dict.fromkeys(("area", "agency", *fact.key)))
    return " ".join(
        [
            f"FROM told_{fact.name} QUALIFY row_number() OVER (",
            f"PARTITION BY {key} ORDER BY",
            f"CASE feed {ranks} ELSE {len(fact.told_by)} END, {_LATEST}) = 1",
        ]
    )
