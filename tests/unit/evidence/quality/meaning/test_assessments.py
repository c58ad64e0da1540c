"""Assessments: their days, and the referral they answer."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_assessment_ends_before_start() -> None:
    assert_flags(
        "assessment_ends_before_start",
        assessments="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_assessment_longer_than_a_year() -> None:
    assert_flags(
        "assessment_longer_than_a_year",
        assessments="""
            child | start_on   | end_on     | flagged
            A     | 2019-03-10 | 2020-03-11 | yes
            B     | 2019-03-10 | 2020-03-10 | -
            C     | 2019-12-30 | -          | yes
            D     | 2020-03-10 | -          | -
        """,
    )


def test_assessment_before_referral() -> None:
    assert_flags(
        "assessment_before_referral",
        assessments="""
            child | start_on   | referred_on | flagged
            A     | 2020-03-10 | 2020-03-11  | yes
            B     | 2020-03-10 | 2020-03-10  | -
            C     | 2020-03-10 | -           | -
        """,
    )


def test_assessment_open_past_limit() -> None:
    assert_flags(
        "assessment_open_past_limit",
        assessments="""
            child | start_on   | end_on     | extracted_on | flagged
            A     | 2020-10-26 | -          | 2020-12-30   | -
            B     | 2020-10-26 | -          | 2020-12-31   | yes
            C     | 2020-10-26 | 2020-12-30 | 2020-12-31   | -
        """,
    )


def test_assessments_overlap() -> None:
    assert_flags(
        "assessments_overlap",
        assessments="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | 2020-02-20 | -
            A     | 2020-02-10 | 2020-03-01 | yes
            B     | 2020-01-01 | 2020-02-10 | -
            B     | 2020-02-10 | -          | -
        """,
    )


def test_assessment_without_referral_or_case() -> None:
    assert_flags(
        "assessment_without_referral_or_case",
        referrals="""
            child | referred_on
            Z     | 2019-01-01
            A     | 2020-03-01
        """,
        need_episodes="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            B     | 2019-06-01 | -
        """,
        assessments="""
            child | start_on   | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | -
            C     | 2020-03-10 | yes
            D     | 2019-01-10 | -
        """,
    )


def test_assessment_outcome_before_end() -> None:
    assert_flags(
        "assessment_outcome_before_end",
        assessments="""
            child | start_on   | end_on     | support_required | flagged
            A     | 2020-03-10 | -          | yes              | yes
            B     | 2020-03-10 | 2020-03-20 | yes              | -
            C     | 2020-03-10 | -          | -                | -
        """,
    )


def test_assessment_ended_without_outcome() -> None:
    assert_flags(
        "assessment_ended_without_outcome",
        assessments="""
            child | start_on   | end_on     | support_required | flagged
            A     | 2020-03-10 | 2020-03-20 | -                | yes
            B     | 2020-03-10 | 2020-03-20 | no               | -
            C     | 2020-03-10 | -          | -                | -
        """,
    )
