"""Protection plans and their reviews."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_plan_ends_before_start() -> None:
    assert_flags(
        "plan_ends_before_start",
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_plans_overlap() -> None:
    assert_flags(
        "plans_overlap",
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | 2020-03-11 | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_plan_without_conference() -> None:
    assert_flags(
        "plan_without_conference",
        conferences="""
            child | held_on
            Z     | 2019-01-01
            A     | 2020-03-10
            B     | 2020-02-17
            C     | 2020-02-18
            D     | 2020-03-11
        """,
        protection_plans="""
            child | start_on   | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
            C     | 2020-03-10 | -
            D     | 2020-03-10 | yes
            E     | 2018-03-10 | -
        """,
    )


def test_previous_plans_too_few() -> None:
    assert_flags(
        "previous_plans_too_few",
        protection_plans="""
            child | start_on   | end_on     | previous_plans | flagged
            A     | 2019-01-01 | 2019-03-11 | 0              | -
            A     | 2020-03-10 | -          | 0              | yes
            B     | 2019-01-01 | 2019-03-11 | 0              | -
            B     | 2020-03-10 | -          | 1              | -
            C     | 2020-03-10 | -          | 3              | -
        """,
    )


def test_review_outside_plan() -> None:
    assert_flags(
        "review_outside_plan",
        protection_plans="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-01-01 | 2020-03-10
            B     | 2020-01-01 | 2020-03-09
            C     | 2020-03-11 | -
        """,
        plan_reviews="""
            child | held_on    | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
            C     | 2020-03-10 | yes
        """,
    )


def test_plan_never_reviewed() -> None:
    assert_flags(
        "plan_never_reviewed",
        plan_reviews="""
            child | held_on
            A     | 2020-03-01
            B     | 2019-03-01
        """,
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | -          | -
            B     | 2020-01-01 | -          | yes
            C     | 2020-01-01 | 2020-12-01 | -
            D     | 2020-09-30 | -          | yes
            E     | 2020-10-01 | -          | -
        """,
    )


def test_first_review_late() -> None:
    assert_flags(
        "first_review_late",
        protection_plans="""
            child | start_on
            A     | 2020-01-01
            B     | 2020-01-01
        """,
        plan_reviews="""
            child | held_on    | feed | flagged
            A     | 2020-04-02 | ssd  | yes
            A     | 2020-08-01 | ssd  | -
            B     | 2020-04-01 | ssd  | -
        """,
    )


def test_later_review_late() -> None:
    assert_flags(
        "later_review_late",
        protection_plans="""
            child | start_on
            A     | 2020-01-01
            B     | 2020-01-01
        """,
        plan_reviews="""
            child | held_on    | feed | flagged
            A     | 2020-03-01 | ssd  | -
            A     | 2020-09-02 | ssd  | yes
            B     | 2020-03-01 | ssd  | -
            B     | 2020-05-01 | ssd  | -
            B     | 2020-11-01 | ssd  | -
        """,
    )


def test_latest_review_long_ago() -> None:
    assert_flags(
        "latest_review_long_ago",
        plan_reviews="""
            child | held_on
            A     | 2020-06-30
            B     | 2020-07-01
            C     | 2020-03-01
        """,
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | -          | yes
            B     | 2020-01-01 | -          | -
            C     | 2020-01-01 | 2020-12-01 | -
        """,
    )


def test_review_after_it_was_due() -> None:
    assert_flags(
        "review_after_it_was_due",
        plan_reviews="""
            child | held_on    | due_on     | flagged
            A     | 2020-03-11 | 2020-03-10 | yes
            B     | 2020-03-10 | 2020-03-10 | -
            C     | 2020-03-10 | -          | -
        """,
    )


def test_plan_longer_than_two_years() -> None:
    assert_flags(
        "plan_longer_than_two_years",
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2018-03-10 | 2020-03-10 | yes
            B     | 2018-03-10 | 2020-03-09 | -
            C     | 2018-12-31 | -          | yes
            D     | 2019-01-01 | -          | -
        """,
    )


def test_plan_of_an_adult() -> None:
    assert_flags(
        "plan_of_an_adult",
        protection_plans="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-03-11 | 2002-03-10 | yes
            B     | 2020-01-01 | 2020-03-10 | 2002-03-10 | -
            C     | 2020-01-01 | -          | 2002-03-10 | yes
            D     | 2020-01-01 | -          | 2010-03-10 | -
        """,
    )


def test_plan_without_category() -> None:
    assert_flags(
        "plan_without_category",
        protection_plans="""
            child | start_on   | initial_category | latest_category | flagged
            A     | 2020-01-01 | -                | -               | yes
            B     | 2020-01-01 | NEG              | -               | -
            C     | 2020-01-01 | -                | EMO             | -
        """,
    )


def test_plan_of_several_categories() -> None:
    assert_flags(
        "plan_of_several_categories",
        protection_plans="""
            child | start_on   | initial_category | latest_category | flagged
            A     | 2020-01-01 | NEG              | MUL             | yes
            B     | 2020-01-01 | NEG              | EMO             | -
        """,
    )


def test_plan_without_case() -> None:
    assert_flags(
        "plan_without_case",
        need_episodes="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-03-01 | -
            B     | 2020-03-01 | 2020-03-09
        """,
        protection_plans="""
            child | start_on   | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
        """,
    )


def test_plan_again_within_days() -> None:
    assert_flags(
        "plan_again_within_days",
        protection_plans="""
            child | start_on   | end_on     | flagged
            A     | 2019-01-01 | 2020-03-01 | -
            A     | 2020-03-29 | -          | yes
            B     | 2019-01-01 | 2020-03-01 | -
            B     | 2020-03-30 | -          | -
        """,
    )
