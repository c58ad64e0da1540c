"""Which of several tellings of one event stands, while nothing is reconciled yet."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.contracts.facts import FactTable


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
