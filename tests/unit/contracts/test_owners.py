"""Whose figures a measure holds, as the measures' register has it."""

from __future__ import annotations

from kith.contracts.published.owners import HEALTH, OWNERS, POLICE, owner_of
from kith.evidence.measures import DEFINITIONS
from kith.evidence.measures.measure import Measure


def test_the_owners_are_those_of_the_register() -> None:
    """A measure of rows is the police's where only their feed can supply it."""
    found: dict[str, list[str]] = {POLICE: [], HEALTH: []}
    for code, one in DEFINITIONS.items():
        if isinstance(one, Measure):
            owner = POLICE if {*one.supplied_by} - {"aggregate"} == {"police"} else ""
        else:
            owner = one.owner
        if owner in found:
            found[owner].append(code)
    assert {agency: sorted(codes) for agency, codes in found.items()} == {
        agency: list(codes) for agency, codes in OWNERS.items()
    }
    assert owner_of("referrals") == ""
    assert owner_of("strip_searches") == POLICE
