"""Strategy discussions and section 47 enquiries: what must come before and after."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_enquiry_before_discussion() -> None:
    assert_flags(
        "enquiry_before_discussion",
        section_47="""
            child | started_on | strategy_discussion_on | flagged
            A     | 2020-03-10 | 2020-03-11             | yes
            B     | 2020-03-10 | 2020-03-10             | -
            C     | 2020-03-10 | -                      | -
        """,
    )


def test_enquiry_without_discussion() -> None:
    assert_flags(
        "enquiry_without_discussion",
        strategy_discussions="""
            child | held_on
            Z     | 2019-01-01
            A     | 2020-03-10
            B     | 2020-02-17
            C     | 2020-02-18
            D     | 2020-03-11
        """,
        section_47="""
            child | started_on | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
            C     | 2020-03-10 | -
            D     | 2020-03-10 | yes
        """,
    )


def test_conference_before_enquiry() -> None:
    assert_flags(
        "conference_before_enquiry",
        section_47="""
            child | started_on | conference_on | flagged
            A     | 2020-03-10 | 2020-03-09    | yes
            B     | 2020-03-10 | 2020-03-10    | -
            C     | 2020-03-10 | -             | -
        """,
    )


def test_conference_unnecessary_yet_held() -> None:
    assert_flags(
        "conference_unnecessary_yet_held",
        section_47="""
            child | started_on | conference_unnecessary | conference_on | flagged
            A     | 2020-03-10 | yes                    | 2020-03-20    | yes
            B     | 2020-03-10 | no                     | 2020-03-20    | -
            C     | 2020-03-10 | yes                    | -             | -
        """,
    )


def test_conference_past_limit() -> None:
    assert_flags(
        "conference_past_limit",
        section_47="""
            child | started_on | conference_on | flagged
            A     | 2020-04-01 | 2020-04-27    | yes
            B     | 2020-04-01 | 2020-04-24    | -
        """,
    )


def test_enquiry_ends_before_start() -> None:
    assert_flags(
        "enquiry_ends_before_start",
        section_47="""
            child | started_on | ended_on   | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_enquiry_conference_not_told() -> None:
    assert_flags(
        "enquiry_conference_not_told",
        conferences="""
            child | held_on
            Z     | 2019-01-01
            A     | 2020-03-20
            B     | 2020-03-21
        """,
        section_47="""
            child | started_on | conference_on | flagged
            A     | 2020-03-10 | 2020-03-20    | -
            B     | 2020-03-10 | 2020-03-20    | yes
            C     | 2020-03-10 | -             | -
        """,
    )


def test_enquiry_undecided_past_limit() -> None:
    assert_flags(
        "enquiry_undecided_past_limit",
        section_47="""
            child | started_on | conference_on | conference_unnecessary | ended_on   | extracted_on | flagged
            A     | 2020-04-01 | -             | -                      | -          | 2020-04-27   | yes
            B     | 2020-04-01 | -             | -                      | -          | 2020-04-24   | -
            C     | 2020-04-01 | 2020-04-20    | -                      | -          | 2020-04-27   | -
            D     | 2020-04-01 | -             | yes                    | -          | 2020-04-27   | -
            E     | 2020-04-01 | -             | -                      | 2020-04-20 | 2020-04-27   | -
        """,
    )


def test_discussion_without_its_enquiry() -> None:
    assert_flags(
        "discussion_without_its_enquiry",
        section_47="""
            child | started_on
            Z     | 2019-01-01
            A     | 2020-03-20
            B     | 2020-03-21
        """,
        strategy_discussions="""
            child | held_on    | led_to_enquiry | flagged
            A     | 2020-03-10 | yes            | -
            B     | 2020-03-10 | yes            | yes
            C     | 2020-03-10 | no             | -
            D     | 2020-12-30 | yes            | -
        """,
    )


def test_discussion_without_enquiry_yet_one_starts() -> None:
    assert_flags(
        "discussion_without_enquiry_yet_one_starts",
        section_47="""
            child | started_on
            A     | 2020-03-10
            B     | 2020-03-11
            C     | 2020-03-10
        """,
        strategy_discussions="""
            child | held_on    | led_to_enquiry | flagged
            A     | 2020-03-10 | no             | yes
            B     | 2020-03-10 | no             | -
            C     | 2020-03-10 | yes            | -
        """,
    )


def test_enquiry_again_within_days() -> None:
    assert_flags(
        "enquiry_again_within_days",
        section_47="""
            child | started_on | flagged
            A     | 2020-03-10 | -
            A     | 2020-03-13 | yes
            B     | 2020-03-10 | -
            B     | 2020-03-14 | -
        """,
    )
