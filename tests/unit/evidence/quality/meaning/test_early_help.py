"""Early help: its days, its end, and the step up to social care."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_early_help_ends_before_start() -> None:
    assert_flags(
        "early_help_ends_before_start",
        early_help="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_early_help_overlaps() -> None:
    assert_flags(
        "early_help_overlaps",
        early_help="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | 2020-03-11 | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_early_help_longer_than_two_years() -> None:
    assert_flags(
        "early_help_longer_than_two_years",
        early_help="""
            child | start_on   | end_on     | flagged
            A     | 2018-03-10 | 2020-03-11 | yes
            B     | 2018-03-10 | 2020-03-10 | -
            C     | 2018-12-30 | -          | yes
            D     | 2018-12-31 | -          | -
        """,
    )


def test_early_help_ended_without_reason() -> None:
    assert_flags(
        "early_help_ended_without_reason",
        early_help="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-03-10 | 2020-03-20 | -              | yes
            B     | 2020-03-10 | 2020-03-20 | needs_met      | -
            C     | 2020-03-10 | -          | -              | -
        """,
    )


def test_early_help_open_with_reason_for_end() -> None:
    assert_flags(
        "early_help_open_with_reason_for_end",
        early_help="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-03-10 | -          | needs_met      | yes
            B     | 2020-03-10 | 2020-03-20 | needs_met      | -
        """,
    )


def test_stepped_up_without_referral() -> None:
    assert_flags(
        "stepped_up_without_referral",
        referrals="""
            child | referred_on
            Z     | 2019-01-01
            A     | 2020-03-25
            B     | 2020-05-25
        """,
        early_help="""
            child | start_on   | end_on     | closure_reason | flagged
            A     | 2020-01-01 | 2020-03-20 | stepped_up     | -
            B     | 2020-01-01 | 2020-03-20 | stepped_up     | yes
            C     | 2020-01-01 | 2020-03-20 | needs_met      | -
            D     | 2020-01-01 | 2020-12-20 | stepped_up     | -
        """,
    )


def test_early_help_while_case_open() -> None:
    assert_flags(
        "early_help_while_case_open",
        need_episodes="""
            child | start_on   | end_on
            A     | 2020-01-01 | -
            B     | 2020-01-01 | 2020-03-10
        """,
        early_help="""
            child | start_on   | flagged
            A     | 2020-03-10 | yes
            B     | 2020-03-10 | -
        """,
    )


def test_early_help_assessment_ends_before_start() -> None:
    assert_flags(
        "early_help_assessment_ends_before_start",
        early_help_assessments="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )
