"""Contacts with the designated officer: coded fields that must agree."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_outcome_without_referral() -> None:
    assert_flags(
        "outcome_without_referral",
        allegations="""
            case_key | received_on | contact_kind | outcome           | flagged
            1        | 2020-03-10  | advice       | substantiated     | yes
            2        | 2020-03-10  | referral     | substantiated     | -
            3        | 2020-03-10  | advice       | no_further_action | -
            4        | 2020-03-10  | advice       | -                 | -
        """,
    )


def test_allegation_open_past_a_year() -> None:
    assert_flags(
        "allegation_open_past_a_year",
        allegations="""
            case_key | received_on | contact_kind | outcome   | flagged
            1        | 2019-12-30  | referral     | ongoing   | yes
            2        | 2019-12-30  | referral     | -         | yes
            3        | 2019-12-31  | referral     | ongoing   | -
            4        | 2019-12-30  | referral     | unfounded | -
            5        | 2019-12-30  | advice       | -         | -
        """,
    )


def test_allegation_without_category() -> None:
    assert_flags(
        "allegation_without_category",
        allegations="""
            case_key | received_on | contact_kind | category | flagged
            1        | 2020-03-10  | referral     | -        | yes
            2        | 2020-03-10  | referral     | physical | -
            3        | 2020-03-10  | advice       | -        | -
        """,
    )
