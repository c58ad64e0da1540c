"""Editions of laws and guidance, and which one holds on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kith.domain.rules.rulebooks import (
    RULEBOOKS,
    UnknownRulebook,
    in_force,
    rulebook,
)


FAMILIES = sorted({each.family for each in RULEBOOKS})


@pytest.mark.parametrize(
    ("family", "day", "code"),
    [
        ("working-together", "2018-07-03", None),
        ("working-together", "2018-07-04", "wt-2018"),
        ("working-together", "2021-01-15", "wt-2018"),
        ("working-together", "2023-12-14", "wt-2018"),
        ("working-together", "2023-12-15", "wt-2023"),
        ("working-together", "2026-06-01", "wt-2026"),
        ("kcsie", "2019-08-31", "kcsie-2018"),
        ("kcsie", "2019-09-01", "kcsie-2019"),
        ("kcsie", "2025-09-01", "kcsie-2025"),
        ("no-such-family", "2024-07-18", None),
    ],
)
def test_in_force(family: str, day: str, code: str | None) -> None:
    found = in_force(family, date.fromisoformat(day))
    assert (found.code if found else None) == code


@pytest.mark.parametrize("family", FAMILIES)
def test_editions_follow_each_other_without_a_gap(family: str) -> None:
    editions = [each for each in RULEBOOKS if each.family == family]
    for earlier, later in pairwise(editions):
        assert earlier.valid_to == later.valid_from - timedelta(days=1)
    assert editions[-1].valid_to is None


def test_codes_are_unique_and_found() -> None:
    codes = [each.code for each in RULEBOOKS]
    assert len(codes) == len(set(codes))
    assert [rulebook(code).code for code in codes] == codes


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownRulebook):
        rulebook("wt-2015")


def test_each_edition_says_its_source_and_the_new_ones_their_doubt() -> None:
    assert all(each.source for each in RULEBOOKS)
    doubted = {each.code for each in RULEBOOKS if each.doubt}
    assert doubted == {"wt-2026", "kcsie-2026"}
