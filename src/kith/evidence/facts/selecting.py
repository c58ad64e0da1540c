"""The SQL that reads one table of a feed as rows of one fact, lineage included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.facts import FACTS, LINEAGE, Form
from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.sex import Sex
from kith.evidence.facts.mapping import PERSON_COLUMNS, FeedMapping, Mapping


if TYPE_CHECKING:
    from collections.abc import Mapping as Columns

    from kith.contracts.facts import FactTable


def select_of(mapping: FeedMapping, one: Mapping) -> str:
    """The SQL that reads one table of a feed as rows of one fact."""
    fact = FACTS[one.fact]
    own = {c.name: one.columns.get(c.name, "NULL") for c in fact.columns}
    if fact.about_a_child:
        own |= {"child": one.child} | _person(mapping, one)
    outer = {name: f"r.{name}" for name in own} | _lineage(fact)
    groups = ""
    if fact.about_a_child:
        outer |= _KNOWN_OR_NOT
        groups = "LEFT JOIN ethnic_groups AS g ON r.ethnicity_code = g.code"
    read = own | _PLACE | {"agency": one.agency}
    return "\n".join(
        [
            "SELECT",
            _listed({c.name: outer[c.name] for c in fact.all_columns}),
            "FROM (SELECT",
            _listed(read),
            f"FROM {one.from_clause} CROSS JOIN head AS h WHERE {one.where}) AS r",
            groups,
            "ORDER BY source_file, source_sheet, source_row",
        ]
    )


_PLACE = {
    "source_file": "t.source_file",
    "source_sheet": "t.source_sheet",
    "source_row": "t.source_row",
    "area": "t.area",
    "source_return": "h.name",
    "feed": "h.feed",
    "extracted_on": "h.extracted_on",
    "told_from": "h.first",
    "told_to": "h.last",
}

_KNOWN_OR_NOT = {
    "sex": f"coalesce(r.sex, '{Sex.NOT_KNOWN}')",
    "ethnicity": f"coalesce(g.ethnic_group, '{EthnicGroup.NOT_KNOWN}')",
}


def _listed(named: Columns[str, str]) -> str:
    return ",\n".join(f"{sql} AS {name}" for name, sql in named.items())


def _person(mapping: FeedMapping, one: Mapping) -> dict[str, str]:
    held = {c.name for c in FEEDS[mapping.feed].table(one.table).columns}
    plain = {name: f"t.{name}" for name in PERSON_COLUMNS if name in held}
    said = plain | dict(mapping.person.get(one.table, {}))
    return {name: said.get(name, "NULL") for name in PERSON_COLUMNS} | {
        "ethnicity": "NULL"
    }


def _lineage(fact: FactTable) -> dict[str, str]:
    parts = [f"coalesce(CAST(r.{name} AS VARCHAR), '')" for name in fact.key]
    words = ", ".join([f"'{fact.name}'", "r.area", *parts])
    counted = (
        "true"
        if fact.form is Form.ATTRIBUTE
        else f"coalesce(r.{fact.date} BETWEEN r.told_from AND r.told_to, false)"
    )
    return {
        **{column.name: f"r.{column.name}" for column in LINEAGE},
        "fact_key": f"left(sha256(concat_ws(chr(31), {words})), 32)",
        "is_counted": counted,
    }
