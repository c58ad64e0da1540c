"""Quorum in words: who is there, who is missing."""

from __future__ import annotations

from kith.domain.rules.quorum import Attender, QuorumRule, Sector, quorum_of


ALL_THREE = QuorumRule(frozenset(Sector))
COUNCIL, HEALTH, POLICE = (Attender(one) for one in Sector)


def test_all_three_partners_make_a_quorum() -> None:
    assert quorum_of(ALL_THREE, [COUNCIL, HEALTH, POLICE]).words == "Quorum: yes"


def test_who_is_missing_is_said() -> None:
    said = quorum_of(ALL_THREE, [COUNCIL, POLICE])
    assert said.words == "Quorum: not yet: nobody from health"


def test_a_substitute_counts_only_where_the_rule_says_so() -> None:
    stood_in = Attender(Sector.HEALTH, is_substitute=True)
    strict = QuorumRule(frozenset(Sector), substitutes_count=False)
    assert quorum_of(ALL_THREE, [COUNCIL, stood_in, POLICE]).is_met
    assert not quorum_of(strict, [COUNCIL, stood_in, POLICE]).is_met


def test_whoever_has_no_vote_makes_no_quorum() -> None:
    adviser = Attender(Sector.HEALTH, is_voting=False)
    assert not quorum_of(ALL_THREE, [COUNCIL, adviser, POLICE]).is_met


def test_a_number_and_a_chair() -> None:
    rule = QuorumRule(number=3, needs_chair=True)
    said = quorum_of(rule, [COUNCIL, POLICE])
    assert said.missing == ("2 of the 3 voting members needed", "no chair or deputy")
    chair = Attender(None, is_chair=True)
    assert quorum_of(rule, [COUNCIL, POLICE, chair]).is_met


def test_the_rule_is_a_sentence() -> None:
    assert ALL_THREE.words == "Needs somebody from the council, health and the police."
    assert QuorumRule().words == "This group has no rule of quorum."
