"""Feeds are declared so that every part of one fits the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.contracts.columns import ColumnType
from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.contracts.feeds.reference import reference


TABLES = [
    pytest.param(feed, table, id=f"{feed.code}.{table.name}")
    for feed in FEEDS.values()
    for table in feed.tables
]
_PAGE = Path(__file__).parents[4] / "docs" / "reference" / "feeds.md"


@pytest.mark.parametrize(("feed", "table"), TABLES)
def test_a_table_is_keyed_by_its_own_columns_and_tells_known_facts(feed, table):
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert table.key
    assert set(table.key) <= set(names)
    for fact in table.facts:
        assert feed.code in FACTS[fact].told_by, fact


@pytest.mark.parametrize(("feed", "table"), TABLES)
def test_what_agencies_write_maps_to_a_code_of_the_list(feed, table):
    for column in table.columns:
        allowed = column.codes
        if column.type is ColumnType.BOOLEAN:
            allowed = ("true", "false", "")
        assert {code for _, code in column.values} <= set(allowed), column.name


@pytest.mark.parametrize(("feed", "table"), TABLES)
def test_who_a_child_is_is_marked_personal(feed, table):
    for column in table.columns:
        if column.name in {"child_id", "born_on", "adopter_id", "pers_dob"}:
            assert column.personal, column.name


def test_every_fact_has_a_table_that_tells_it():
    told = {
        (fact, feed.code)
        for feed in FEEDS.values()
        for table in feed.tables
        for fact in table.facts
    }
    wanted = {
        (fact.name, feed)
        for fact in FACTS.values()
        for feed in fact.told_by
        # Who a child is comes with every row about one.
        if fact.name != "people"
    }
    assert wanted <= told


def test_the_reference_page_is_current():
    assert _PAGE.read_text() == reference(), "run: make docs"
