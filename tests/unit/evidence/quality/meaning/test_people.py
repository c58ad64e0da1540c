"""Who a child is: birth, death and age against what is told of the child."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags, outcome_of


def test_event_before_pregnancy() -> None:
    assert_flags(
        "event_before_pregnancy",
        conferences="""
            child | held_on    | born_on    | flagged
            A     | 2019-03-01 | 2020-06-01 | yes
            B     | 2020-03-01 | 2020-06-01 | -
            C     | 2020-03-01 | -          | -
        """,
    )


def test_event_of_an_unborn_child() -> None:
    assert_flags(
        "event_of_an_unborn_child",
        missing_episodes="""
            child | missing_on | born_on    | flagged
            A     | 2020-05-31 | 2020-06-01 | yes
            B     | 2020-05-31 | 2006-06-01 | -
        """,
        referrals="""
            child | referred_on | born_on    | flagged
            C     | 2020-05-31  | 2020-06-01 | -
        """,
    )


def test_event_of_an_unborn_child_is_clean_where_only_the_unborn_may_be_told() -> None:
    assert (
        outcome_of(
            "event_of_an_unborn_child",
            referrals="""
                child | referred_on | born_on
                C     | 2020-05-31  | 2020-06-01
            """,
        ).outcome
        == "clean"
    )


def test_older_than_25() -> None:
    assert_flags(
        "older_than_25",
        care_leavers="""
            child | start_on   | born_on    | flagged
            A     | 2020-03-01 | 1994-03-01 | yes
            B     | 2020-03-01 | 1994-03-02 | -
        """,
    )


def test_two_sexes() -> None:
    assert_flags(
        "two_sexes",
        people="""
            child | sex       | extracted_on | flagged
            A     | female    | 2020-06-30   | yes
            A     | male      | 2020-12-31   | yes
            B     | female    | 2020-06-30   | -
            B     | not_known | 2020-12-31   | -
            C     | male      | 2020-12-31   | -
        """,
    )


def test_two_dates_of_birth() -> None:
    assert_flags(
        "two_dates_of_birth",
        people="""
            child | born_on    | extracted_on | flagged
            A     | 2010-01-01 | 2020-06-30   | yes
            A     | 2011-01-01 | 2020-12-31   | yes
            B     | 2020-08-01 | 2020-06-30   | -
            B     | 2020-07-25 | 2020-12-31   | -
        """,
    )


def test_two_ethnic_codes() -> None:
    assert_flags(
        "two_ethnic_codes",
        people="""
            child | ethnicity_code | extracted_on | flagged
            A     | WBRI           | 2020-06-30   | yes
            A     | AIND           | 2020-12-31   | yes
            B     | NOBT           | 2020-06-30   | -
            B     | BAFR           | 2020-12-31   | -
        """,
    )


def test_death_before_birth() -> None:
    assert_flags(
        "death_before_birth",
        people="""
            child | born_on    | died_on    | flagged
            A     | 2010-01-02 | 2010-01-01 | yes
            B     | 2010-01-01 | 2010-01-01 | -
        """,
    )


def test_death_after_extract() -> None:
    assert_flags(
        "death_after_extract",
        people="""
            child | died_on    | extracted_on | flagged
            A     | 2021-01-01 | 2020-12-31   | yes
            B     | 2020-12-31 | 2020-12-31   | -
        """,
    )


def test_event_after_death() -> None:
    assert_flags(
        "event_after_death",
        people="""
            child | died_on
            A     | 2020-05-01
        """,
        referrals="""
            child | referred_on | flagged
            A     | 2020-05-02  | yes
            A     | 2020-05-01  | -
            B     | 2020-05-02  | -
        """,
        plan_reviews="""
            child | held_on    | flagged
            A     | 2020-05-20 | -
        """,
    )


def test_expected_date_far_ahead() -> None:
    assert_flags(
        "expected_date_far_ahead",
        people="""
            child | born_on    | extracted_on | flagged
            A     | 2022-01-01 | 2020-12-31   | yes
            B     | 2021-06-01 | 2020-12-31   | -
        """,
    )


def test_birth_not_told() -> None:
    assert_flags(
        "birth_not_told",
        people="""
            child | born_on    | flagged
            A     | -          | yes
            B     | 2012-06-01 | -
        """,
    )


def test_age_disagrees_with_birth() -> None:
    assert_flags(
        "age_disagrees_with_birth",
        annex_a__list_3="""
            child_id | referred_on | born_on    | age | flagged
            1        | 2020-03-01  | 2010-06-01 | 7   | yes
            2        | 2020-03-01  | 2010-06-01 | 12  | yes
            3        | 2020-03-01  | 2010-06-01 | 10  | -
            4        | 2020-08-31  | 2021-01-01 | 0   | -
            5        | 2020-08-31  | 2021-01-01 | 3   | yes
            6        | 2020-08-31  | 2010-06-01 | -   | -
        """,
    )
