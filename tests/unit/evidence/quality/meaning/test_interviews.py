"""Return interviews: offered, accepted and held, in that order."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_interview_before_return() -> None:
    assert_flags(
        "interview_before_return",
        return_interviews="""
            child | returned_on | returned_at      | interviewed_on | interviewed_at   | times_held | flagged
            A     | 2020-03-10  | 2020-03-10 09:00 | 2020-03-09     | 2020-03-09 10:00 | yes        | yes
            B     | 2020-03-10  | 2020-03-10 09:00 | 2020-03-10     | 2020-03-10 08:00 | yes        | yes
            C     | 2020-03-10  | 2020-03-10 09:00 | 2020-03-10     | 2020-03-10 00:00 | no         | -
            D     | 2020-03-10  | 2020-03-10 09:00 | 2020-03-11     | 2020-03-11 10:00 | yes        | -
            E     | 2020-03-10  | 2020-03-10 09:00 | -              | -                | yes        | -
        """,
    )


def test_interview_offered_before_return() -> None:
    assert_flags(
        "interview_offered_before_return",
        return_interviews="""
            child | returned_on | offered_on | flagged
            A     | 2020-03-10  | 2020-03-09 | yes
            B     | 2020-03-10  | 2020-03-10 | -
        """,
    )


def test_interview_held_before_offer() -> None:
    assert_flags(
        "interview_held_before_offer",
        return_interviews="""
            child | returned_on | offered_on | interviewed_on | flagged
            A     | 2020-03-10  | 2020-03-12 | 2020-03-11     | yes
            B     | 2020-03-10  | 2020-03-11 | 2020-03-11     | -
            C     | 2020-03-10  | -          | 2020-03-11     | -
        """,
    )


def test_interview_accepted_without_offer() -> None:
    assert_flags(
        "interview_accepted_without_offer",
        return_interviews="""
            child | returned_on | offered | accepted | flagged
            A     | 2020-03-10  | no      | yes      | yes
            B     | 2020-03-10  | -       | yes      | yes
            C     | 2020-03-10  | yes     | yes      | -
            D     | 2020-03-10  | no      | no       | -
        """,
    )


def test_interview_held_without_offer() -> None:
    assert_flags(
        "interview_held_without_offer",
        return_interviews="""
            child | returned_on | offered | interviewed_on | flagged
            A     | 2020-03-10  | no      | 2020-03-11     | yes
            B     | 2020-03-10  | yes     | 2020-03-11     | -
            C     | 2020-03-10  | no      | -              | -
            D     | 2020-03-10  | -       | 2020-03-11     | -
        """,
    )


def test_interview_held_yet_declined() -> None:
    assert_flags(
        "interview_held_yet_declined",
        return_interviews="""
            child | returned_on | accepted | interviewed_on | flagged
            A     | 2020-03-10  | no       | 2020-03-11     | yes
            B     | 2020-03-10  | yes      | 2020-03-11     | -
            C     | 2020-03-10  | no       | -              | -
        """,
    )


def test_interview_accepted_yet_not_held() -> None:
    assert_flags(
        "interview_accepted_yet_not_held",
        return_interviews="""
            child | returned_on | accepted | interviewed_on | flagged
            A     | 2020-11-30  | yes      | -              | yes
            B     | 2020-12-01  | yes      | -              | -
            C     | 2020-03-10  | yes      | 2020-03-11     | -
            D     | 2020-03-10  | no       | -              | -
        """,
    )


def test_interview_long_after_return() -> None:
    assert_flags(
        "interview_long_after_return",
        return_interviews="""
            child | returned_on | interviewed_on | flagged
            A     | 2020-03-10  | 2020-04-10     | yes
            B     | 2020-03-10  | 2020-04-09     | -
        """,
    )


def test_interview_after_extract() -> None:
    assert_flags(
        "interview_after_extract",
        return_interviews="""
            child | returned_on | interviewed_on | extracted_on | flagged
            A     | 2020-03-10  | 2020-04-01     | 2020-03-31   | yes
            B     | 2020-03-10  | 2020-03-31     | 2020-03-31   | -
        """,
    )
