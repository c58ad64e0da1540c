"""Initial conferences: the enquiry before, the plan after."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_conference_without_enquiry() -> None:
    assert_flags(
        "conference_without_enquiry",
        section_47="""
            child | started_on
            Z     | 2019-01-01
            A     | 2020-03-01
            B     | 2019-12-01
        """,
        conferences="""
            child | held_on    | is_transfer_in | section_47_started_on | flagged
            A     | 2020-03-10 | no             | -                     | -
            B     | 2020-03-10 | -              | -                     | yes
            C     | 2020-03-10 | yes            | -                     | -
            D     | 2020-03-10 | no             | 2020-03-01            | -
        """,
    )


def test_conference_without_its_plan() -> None:
    assert_flags(
        "conference_without_its_plan",
        protection_plans="""
            child | start_on
            Z     | 2019-01-01
            A     | 2020-03-10
            B     | 2020-03-26
        """,
        conferences="""
            child | held_on    | led_to_plan | flagged
            A     | 2020-03-10 | yes         | -
            B     | 2020-03-10 | yes         | yes
            C     | 2020-03-10 | no          | -
            D     | 2020-12-30 | yes         | -
        """,
    )


def test_conference_without_plan_yet_one_starts() -> None:
    assert_flags(
        "conference_without_plan_yet_one_starts",
        protection_plans="""
            child | start_on
            A     | 2020-03-10
            B     | 2020-04-10
        """,
        conferences="""
            child | held_on    | led_to_plan | flagged
            A     | 2020-03-10 | no          | yes
            B     | 2020-03-10 | no          | -
        """,
    )


def test_conference_while_on_plan() -> None:
    assert_flags(
        "conference_while_on_plan",
        protection_plans="""
            child | start_on   | end_on
            A     | 2020-01-10 | -
            B     | 2020-01-10 | 2020-03-10
            C     | 2020-03-10 | -
        """,
        conferences="""
            child | held_on    | flagged
            A     | 2020-03-10 | yes
            B     | 2020-03-10 | -
            C     | 2020-03-10 | -
        """,
    )


def test_conference_on_day_off() -> None:
    assert_flags(
        "conference_on_day_off",
        conferences="""
            child      | held_on    | flagged
            Saturday   | 2020-03-14 | yes
            Sunday     | 2020-03-15 | yes
            Monday     | 2020-03-16 | -
            GoodFriday | 2020-04-10 | yes
        """,
    )


def test_conference_again_within_days() -> None:
    assert_flags(
        "conference_again_within_days",
        conferences="""
            child | held_on    | flagged
            A     | 2020-03-10 | -
            A     | 2020-03-24 | yes
            B     | 2020-03-10 | -
            B     | 2020-03-25 | -
        """,
    )
