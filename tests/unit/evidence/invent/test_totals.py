"""The world is drawn to the totals, whatever they are."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from kith.evidence.invent.partnership import invent
from kith.evidence.invent.targets import Targets, TargetsDoNotFit, Totals
from tests.unit.evidence.invent.counting import counts


if TYPE_CHECKING:
    from kith.evidence.invent.world import World


def test_the_world_comes_to_the_totals(world: World, targets: Targets) -> None:
    assert counts(world) == asdict(targets.totals)


def test_every_total_can_be_another(targets: Targets) -> None:
    """No total is built in: each moved by three, the world follows."""
    moved = Totals(**{name: n + 3 for name, n in asdict(targets.totals).items()})
    other = invent(replace(targets, totals=moved), early_help_leads=["School"])
    assert counts(other) == asdict(moved)


@pytest.mark.parametrize(
    ("total", "to", "path"),
    [
        ("referrals", 600, "nothing_once"),
        ("re_referrals", 100, "nothing_twice"),
        ("children_in_need", 400, "new_cases"),
        ("initial_conferences", 100, "conferences_without_plan"),
        ("children_on_protection_plans", 120, "plans_from_new_cases"),
        ("children_looked_after", 230, "care_from_new_cases"),
    ],
)
def test_totals_that_cannot_be_are_refused(
    targets: Targets, total: str, to: int, path: str
) -> None:
    impossible = replace(targets, totals=replace(targets.totals, **{total: to}))
    with pytest.raises(TargetsDoNotFit, match=path):
        impossible.paths.check()


def test_the_same_seed_gives_the_same_world(world: World, targets: Targets) -> None:
    again = invent(targets, early_help_leads=["School", "Youth service"])
    assert again.referrals == world.referrals
    assert again.families == world.families
    assert again.notifications == world.notifications


def test_another_seed_gives_another_world_of_the_same_totals(
    world: World, targets: Targets
) -> None:
    other = invent(replace(targets, seed=7), early_help_leads=["School"])
    assert counts(other) == asdict(targets.totals)
    assert other.referrals != world.referrals
