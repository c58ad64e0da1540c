"""Contacts, referrals and open cases: their order, and how they answer each other."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_referral_without_contact() -> None:
    assert_flags(
        "referral_without_contact",
        contacts="""
            child | contact_on
            Z     | 2019-01-01
            A     | 2020-03-01
            B     | 2020-01-01
        """,
        referrals="""
            child | referred_on | flagged
            A     | 2020-03-10  | -
            B     | 2020-03-10  | yes
            C     | 2019-01-10  | -
        """,
    )


def test_decision_before_referral() -> None:
    assert_flags(
        "decision_before_referral",
        referrals="""
            child | referred_on | decided_on | flagged
            A     | 2020-03-10  | 2020-03-09 | yes
            B     | 2020-03-10  | 2020-03-10 | -
            C     | 2020-03-10  | -          | -
        """,
    )


def test_referral_while_case_open() -> None:
    assert_flags(
        "referral_while_case_open",
        need_episodes="""
            child | start_on   | end_on
            A     | 2020-01-01 | -
            B     | 2020-01-01 | 2020-03-10
            C     | 2020-03-10 | -
        """,
        referrals="""
            child | referred_on | flagged
            A     | 2020-03-10  | yes
            B     | 2020-03-10  | -
            C     | 2020-03-10  | -
        """,
    )


def test_referrals_in_12_months_too_few() -> None:
    assert_flags(
        "referrals_in_12_months_too_few",
        annex_a__list_3="""
            child_id | referred_on | referrals_in_12_months | flagged
            1        | 2020-02-01  | 0                      | -
            1        | 2020-05-01  | 0                      | yes
            1        | 2020-06-01  | 2                      | -
            2        | 2019-05-01  | 0                      | -
            2        | 2020-05-01  | 0                      | -
        """,
    )


def test_no_further_action_yet_assessed() -> None:
    assert_flags(
        "no_further_action_yet_assessed",
        assessments="""
            child | start_on
            A     | 2020-03-12
            B     | 2020-04-12
            C     | 2020-03-12
        """,
        referrals="""
            child | referred_on | no_further_action | flagged
            A     | 2020-03-10  | yes               | yes
            B     | 2020-03-10  | yes               | -
            C     | 2020-03-10  | no                | -
        """,
    )


def test_no_further_action_yet_case_opened() -> None:
    assert_flags(
        "no_further_action_yet_case_opened",
        need_episodes="""
            child | start_on
            A     | 2020-03-11
            B     | 2020-03-12
            C     | 2020-03-10
        """,
        referrals="""
            child | referred_on | no_further_action | flagged
            A     | 2020-03-10  | yes               | yes
            B     | 2020-03-10  | yes               | -
            C     | 2020-03-10  | no                | -
        """,
    )


def test_referral_again_within_days() -> None:
    assert_flags(
        "referral_again_within_days",
        referrals="""
            child | referred_on | flagged
            A     | 2020-03-10  | -
            A     | 2020-03-13  | yes
            B     | 2020-03-10  | -
            B     | 2020-03-14  | -
        """,
    )


def test_case_ends_before_start() -> None:
    assert_flags(
        "case_ends_before_start",
        need_episodes="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
            C     | 2020-03-10 | -          | -
        """,
    )


def test_cases_overlap() -> None:
    assert_flags(
        "cases_overlap",
        need_episodes="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | 2020-03-11 | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_case_closed_without_reason() -> None:
    assert_flags(
        "case_closed_without_reason",
        need_episodes="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-01-01 | 2020-03-11 | -              | yes
            B     | 2020-01-01 | 2020-03-11 | RC7            | -
            C     | 2020-01-01 | -          | -              | -
        """,
    )


def test_case_open_with_closing_reason() -> None:
    assert_flags(
        "case_open_with_closing_reason",
        need_episodes="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-01-01 | -          | RC7            | yes
            B     | 2020-01-01 | 2020-03-11 | RC7            | -
        """,
    )


def test_case_called_closed_yet_open() -> None:
    assert_flags(
        "case_called_closed_yet_open",
        need_episodes="""
            child | start_on   | end_on     | case_status | flagged
            A     | 2020-01-01 | -          | closed      | yes
            B     | 2020-01-01 | 2020-03-11 | closed      | -
            C     | 2020-01-01 | -          | need_plan   | -
        """,
    )


def test_case_closed_for_death_of_a_living_child() -> None:
    assert_flags(
        "case_closed_for_death_of_a_living_child",
        people="""
            child | died_on
            A     | -
            B     | 2020-03-01
        """,
        need_episodes="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-01-01 | 2020-03-11 | RC2            | yes
            B     | 2020-01-01 | 2020-03-11 | RC2            | -
            C     | 2020-01-01 | 2020-03-11 | RC7            | -
        """,
    )


def test_need_plan_ends_before_start() -> None:
    assert_flags(
        "need_plan_ends_before_start",
        need_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_need_plans_overlap() -> None:
    assert_flags(
        "need_plans_overlap",
        need_plans="""
            child | start_on   | end_on     | feed    | flagged
            A     | 2020-01-01 | -          | ssd     | -
            A     | 2020-03-10 | -          | ssd     | yes
            B     | 2020-01-01 | 2020-03-10 | ssd     | -
            B     | 2020-03-10 | -          | ssd     | -
            C     | 2020-01-01 | -          | annex_a | -
            C     | 2020-03-10 | -          | annex_a | -
        """,
    )


def test_need_plan_without_case() -> None:
    assert_flags(
        "need_plan_without_case",
        need_episodes="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-03-11 | -
            B     | 2020-03-01 | 2020-03-10
        """,
        need_plans="""
            child | start_on   | flagged
            A     | 2020-03-10 | yes
            B     | 2020-03-10 | -
            C     | 2018-03-10 | -
        """,
    )
