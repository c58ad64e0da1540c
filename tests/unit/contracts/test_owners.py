"""Whose figures a measure counted from rows holds, as the measures have it."""

from __future__ import annotations

from kith.contracts.published.owners import COUNTED_FROM_POLICE_ROWS
from kith.evidence.measures import MEASURES


def test_the_police_own_what_only_their_rows_can_supply() -> None:
    found = {
        code
        for code, one in MEASURES.items()
        if {*one.supplied_by} - {"aggregate"} == {"police"}
    }
    assert found == COUNTED_FROM_POLICE_ROWS
