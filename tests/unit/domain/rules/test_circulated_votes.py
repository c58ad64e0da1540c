"""Votes in writing: what they come to, and when."""

from __future__ import annotations

import pytest

from kith.domain.rules.circulated_votes import (
    Outcome,
    VotingRule,
    counted,
    outcome_of,
)


@pytest.mark.parametrize(
    ("votes", "rule", "ends"),
    [
        (["FOR", "FOR", "AGAINST"], VotingRule.MAJORITY, Outcome.CARRIED),
        (["FOR", "AGAINST", "ABSTAIN"], VotingRule.MAJORITY, Outcome.NOT_CARRIED),
        (["FOR", "FOR", "AGAINST"], VotingRule.UNANIMOUS, Outcome.NOT_CARRIED),
        (["FOR", "ABSTAIN", ""], VotingRule.UNANIMOUS, Outcome.CARRIED),
        (["FOR", "FOR", "DISCUSS"], VotingRule.MAJORITY, Outcome.TO_A_MEETING),
        (["", "", ""], VotingRule.MAJORITY, Outcome.NOT_CARRIED),
    ],
    ids=str,
)
def test_when_it_is_over(votes, rule, ends) -> None:
    assert outcome_of(counted(votes, 3), rule, has_quorum=True, is_over=True) is ends


def test_it_stays_open_while_votes_are_to_come() -> None:
    found = outcome_of(
        counted(["FOR", "FOR", ""], 3),
        VotingRule.MAJORITY,
        has_quorum=True,
        is_over=False,
    )
    assert found is Outcome.OPEN


def test_without_a_quorum_nothing_is_decided() -> None:
    found = outcome_of(
        counted(["FOR", "", ""], 3), VotingRule.MAJORITY, has_quorum=False, is_over=True
    )
    assert found is Outcome.NO_QUORUM
