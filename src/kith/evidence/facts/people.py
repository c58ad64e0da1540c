"""Each child's attributes, resolved once, so that breakdowns add up.

A value that is known wins over one that is not; among known ones the fuller feed, then
the later extract. The value so found stands on every row about that child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.facts import FACTS
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.sex import Sex
from kith.evidence.facts.precedence import ORDER, feed_rank


if TYPE_CHECKING:
    import duckdb


KNOWN = {
    "sex": f"sex <> '{Sex.NOT_KNOWN}'",
    "ethnicity_code": f"ethnicity <> '{EthnicGroup.NOT_KNOWN}'",
    "born_on": "born_on IS NOT NULL",
    "died_on": "died_on IS NOT NULL",
    "has_disability": "has_disability IS NOT NULL",
}
"""When a telling of an attribute says something."""

_SAID = {"sex": "sex", "ethnicity_code": "ethnic code", "born_on": "date of birth"}


def resolve_people(connection: duckdb.DuckDBPyConnection) -> None:
    """The table ``resolved`` holds one row a child, from the table ``told_people``."""
    rank = feed_rank(FACTS["people"])
    told = connection.table("told_people").project(f"*, {rank} AS feed_rank")
    told.create("ranked_people")
    chosen = [
        f"first({name} ORDER BY {ORDER}) FILTER (WHERE {known}) AS {name}"
        for name, known in KNOWN.items()
    ]
    # A code outside the five groups (REFU, NOBT) is kept where no other is known.
    outside = f"first(ethnicity_code ORDER BY {ORDER}) FILTER (WHERE ethnicity_code IS NOT NULL)"
    group = (
        f"first(ethnicity ORDER BY {ORDER}) FILTER (WHERE {KNOWN['ethnicity_code']})"
    )
    connection.execute(
        "\n".join(
            [
                "CREATE TABLE resolved AS",
                "SELECT child, coalesce(sex, 'not_known') AS sex,",
                "coalesce(ethnicity_code, outside) AS ethnicity_code,",
                "coalesce(ethnicity, 'not_known') AS ethnicity,",
                "born_on, died_on, has_disability FROM (",
                f"SELECT child, {', '.join(chosen)},",
                f"{outside} AS outside, {group} AS ethnicity",
                "FROM ranked_people GROUP BY child)",
            ]
        )
    ).fetchall()


def conflicts(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """A finding for each return and attribute that differs from what stands.

    An expected date of birth is no conflict with the true one that follows it.
    """
    findings: list[Finding] = []
    for name, said in _SAID.items():
        expected = "AND t.born_on <= t.extracted_on" if name == "born_on" else ""
        rows = connection.execute(
            "\n".join(
                [
                    "SELECT t.source_return, count(DISTINCT t.child)",
                    "FROM ranked_people AS t JOIN resolved AS r USING (child)",
                    f"WHERE t.{KNOWN[name]} AND t.{name} <> r.{name} {expected}",
                    "GROUP BY ALL ORDER BY ALL",
                ]
            )
        ).fetchall()
        findings += [_conflict(place, said, count) for place, count in rows]
    return findings


def _conflict(place: str, said: str, count: int) -> Finding:
    return Finding(
        rule=f"conflicting_{said.replace(' ', '_')}",
        severity=Severity.WARN,
        file=place,
        message=f"{count} children have another {said} here than in the fuller or "
        "later return that stands.",
        remedy="Find out which is right, and correct the record at its source.",
        rows=count,
    )
