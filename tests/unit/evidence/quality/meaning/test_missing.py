"""Missing episodes: their moments, and from where."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_return_before_missing() -> None:
    assert_flags(
        "return_before_missing",
        missing_episodes="""
            child | missing_on | missing_from     | returned_at      | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-10 21:59 | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 01:00 | -
            C     | 2020-03-10 | 2020-03-10 22:00 | -                | -
        """,
    )


def test_missing_longer_than_30_days() -> None:
    assert_flags(
        "missing_longer_than_30_days",
        missing_episodes="""
            child | missing_on | returned_on | flagged
            A     | 2020-03-10 | 2020-04-10  | yes
            B     | 2020-03-10 | 2020-04-09  | -
            C     | 2020-11-30 | -           | yes
            D     | 2020-12-01 | -           | -
        """,
    )


def test_missing_episodes_overlap() -> None:
    assert_flags(
        "missing_episodes_overlap",
        missing_episodes="""
            child | missing_on | missing_from     | returned_at      | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-12 01:00 | -
            A     | 2020-03-11 | 2020-03-11 22:00 | -                | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 01:00 | -
            B     | 2020-03-11 | 2020-03-11 22:00 | -                | -
        """,
    )


def test_missing_times_all_midnight() -> None:
    assert_flags(
        "missing_times_all_midnight",
        missing_episodes="""
            child | missing_on | times_held | source_file      | flagged
            A     | 2020-03-10 | no         | missing_episodes | yes
            B     | 2020-03-11 | no         | missing_episodes | yes
            C     | 2020-03-10 | no         | timed.csv        | -
            D     | 2020-03-11 | yes        | timed.csv        | -
        """,
    )


def test_missing_from_care_without_care() -> None:
    assert_flags(
        "missing_from_care_without_care",
        care_spells="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-03-01 | -
            B     | 2020-01-01 | 2020-03-01
        """,
        missing_episodes="""
            child | missing_on | missing_setting | flagged
            A     | 2020-03-10 | own_care        | -
            B     | 2020-03-10 | own_care        | yes
            C     | 2020-03-10 | placed_in       | -
            D     | 2020-03-10 | home            | -
        """,
    )


def test_missing_from_home_while_in_care() -> None:
    assert_flags(
        "missing_from_home_while_in_care",
        care_spells="""
            child | start_on   | end_on
            A     | 2020-03-01 | -
            B     | 2020-01-01 | 2020-03-01
            C     | 2020-03-01 | -
        """,
        missing_episodes="""
            child | missing_on | missing_setting | flagged
            A     | 2020-03-10 | home            | yes
            B     | 2020-03-10 | home            | -
            C     | 2020-03-10 | own_care        | -
        """,
    )


def test_return_after_extract() -> None:
    assert_flags(
        "return_after_extract",
        missing_episodes="""
            child | missing_on | returned_on | extracted_on | flagged
            A     | 2020-03-10 | 2020-04-01  | 2020-03-31   | yes
            B     | 2020-03-10 | 2020-03-31  | 2020-03-31   | -
        """,
    )


def test_missing_adult() -> None:
    assert_flags(
        "missing_adult",
        missing_episodes="""
            child | missing_on | born_on    | flagged
            A     | 2020-03-10 | 2002-03-10 | yes
            B     | 2020-03-10 | 2002-03-11 | -
        """,
    )
