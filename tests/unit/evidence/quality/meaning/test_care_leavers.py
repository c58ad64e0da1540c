"""Care leavers: their ages, and what their category says."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_care_leaver_under_16() -> None:
    assert_flags(
        "care_leaver_under_16",
        care_leavers="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-12-31 | 2005-01-01 | yes
            B     | 2020-01-01 | 2020-12-31 | 2004-12-31 | -
        """,
    )


def test_care_leaver_over_25() -> None:
    assert_flags(
        "care_leaver_over_25",
        care_leavers="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-12-31 | 1994-01-01 | yes
            B     | 2020-01-01 | 2020-12-31 | 1994-01-02 | -
        """,
    )


def test_care_leaver_not_in_touch() -> None:
    assert_flags(
        "care_leaver_not_in_touch",
        care_leavers="""
            child | start_on   | in_touch | flagged
            A     | 2020-01-01 | no       | yes
            B     | 2020-01-01 | yes      | -
            C     | 2020-01-01 | -        | -
        """,
    )


def test_care_leaver_still_in_care() -> None:
    assert_flags(
        "care_leaver_still_in_care",
        care_spells="""
            child | start_on   | end_on
            A     | 2019-01-01 | -
            B     | 2019-01-01 | 2019-12-31
            C     | 2019-01-01 | -
        """,
        care_leavers="""
            child | start_on   | eligibility | flagged
            A     | 2020-01-01 | relevant    | yes
            B     | 2020-01-01 | relevant    | -
            C     | 2020-01-01 | eligible    | -
        """,
    )


def test_care_leaver_category_of_a_minor_at_18() -> None:
    assert_flags(
        "care_leaver_category_of_a_minor_at_18",
        care_leavers="""
            child | start_on   | eligibility     | born_on    | flagged
            A     | 2020-01-01 | eligible        | 2002-01-01 | yes
            B     | 2020-01-01 | relevant        | 2002-01-02 | -
            C     | 2020-01-01 | former_relevant | 2002-01-01 | -
        """,
    )


def test_former_relevant_under_18() -> None:
    assert_flags(
        "former_relevant_under_18",
        care_leavers="""
            child | start_on   | end_on     | eligibility     | born_on    | flagged
            A     | 2020-01-01 | 2020-12-31 | former_relevant | 2003-01-01 | yes
            B     | 2020-01-01 | 2020-12-31 | former_relevant | 2002-12-31 | -
            C     | 2020-01-01 | 2020-12-31 | relevant        | 2003-01-01 | -
        """,
    )
