"""Periods of care and placements: their days, and each inside the other."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_care_ends_before_start() -> None:
    assert_flags(
        "care_ends_before_start",
        care_spells="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_care_spells_overlap() -> None:
    assert_flags(
        "care_spells_overlap",
        care_spells="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | 2020-03-11 | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_care_of_an_adult() -> None:
    assert_flags(
        "care_of_an_adult",
        care_spells="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-03-11 | 2002-03-10 | yes
            B     | 2020-01-01 | 2020-03-10 | 2002-03-10 | -
            C     | 2020-01-01 | -          | 2002-03-10 | yes
        """,
    )


def test_care_of_an_unborn_child() -> None:
    assert_flags(
        "care_of_an_unborn_child",
        care_spells="""
            child | start_on   | born_on    | flagged
            A     | 2020-01-01 | 2020-01-02 | yes
            B     | 2020-01-01 | 2020-01-01 | -
        """,
    )


def test_care_ended_without_reason() -> None:
    assert_flags(
        "care_ended_without_reason",
        care_spells="""
            child | start_on   | end_on     | ceased_reason | flagged
            A     | 2020-01-01 | 2020-03-11 | -             | yes
            B     | 2020-01-01 | 2020-03-11 | E4A           | -
            C     | 2020-01-01 | -          | -             | -
        """,
    )


def test_care_goes_on_with_reason_for_end() -> None:
    assert_flags(
        "care_goes_on_with_reason_for_end",
        care_spells="""
            child | start_on   | end_on     | ceased_reason | flagged
            A     | 2020-01-01 | -          | E4A           | yes
            B     | 2020-01-01 | -          | X1            | -
            C     | 2020-01-01 | 2020-03-11 | E4A           | -
        """,
    )


def test_care_of_short_breaks() -> None:
    assert_flags(
        "care_of_short_breaks",
        care_spells="""
            child | start_on   | legal_status | flagged
            A     | 2020-01-01 | V4           | yes
            B     | 2020-01-01 | C2           | -
        """,
    )


def test_plan_goes_on_long_into_care() -> None:
    assert_flags(
        "plan_goes_on_long_into_care",
        protection_plans="""
            child | start_on   | end_on
            A     | 2019-12-01 | -
            B     | 2019-12-01 | 2020-02-01
            C     | 2020-02-01 | -
        """,
        care_spells="""
            child | start_on   | end_on | flagged
            A     | 2020-01-01 | -      | yes
            B     | 2020-01-01 | -      | -
            C     | 2020-01-01 | -      | -
        """,
    )


def test_care_without_case() -> None:
    assert_flags(
        "care_without_case",
        need_episodes="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-03-01 | -
        """,
        care_spells="""
            child | start_on   | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
        """,
    )


def test_placement_ends_before_start() -> None:
    assert_flags(
        "placement_ends_before_start",
        placements="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_placements_overlap() -> None:
    assert_flags(
        "placements_overlap",
        placements="""
            child | start_on   | end_on     | feed    | flagged
            A     | 2020-01-01 | 2020-03-11 | ssd     | -
            A     | 2020-03-10 | -          | ssd     | yes
            B     | 2020-01-01 | 2020-03-10 | ssd     | -
            B     | 2020-03-10 | -          | ssd     | -
            C     | 2020-01-01 | -          | annex_a | -
            C     | 2020-03-10 | -          | annex_a | -
        """,
    )


def test_placement_outside_care() -> None:
    assert_flags(
        "placement_outside_care",
        care_spells="""
            child | start_on   | end_on
            Z     | 2019-01-01 | -
            A     | 2020-03-01 | -
            B     | 2020-03-11 | -
        """,
        placements="""
            child | start_on   | flagged
            A     | 2020-03-10 | -
            B     | 2020-03-10 | yes
        """,
    )


def test_placement_outlasts_care() -> None:
    assert_flags(
        "placement_outlasts_care",
        care_spells="""
            child | start_on   | end_on
            A     | 2020-03-01 | 2020-04-01
            B     | 2020-03-01 | 2020-04-01
        """,
        placements="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-01 | 2020-04-02 | yes
            B     | 2020-03-01 | 2020-04-01 | -
        """,
    )
