"""Education, health and care plans; children educated at home."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_ehc_plan_over_25() -> None:
    assert_flags(
        "ehc_plan_over_25",
        ehc_plans="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2015-01-01 | -          | 1993-12-31 | yes
            B     | 2015-01-01 | -          | 1994-01-01 | -
            C     | 2015-01-01 | 2019-01-01 | 1993-12-31 | -
        """,
    )


def test_ehc_plan_ends_before_start() -> None:
    assert_flags(
        "ehc_plan_ends_before_start",
        ehc_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_ehc_request_after_issue() -> None:
    assert_flags(
        "ehc_request_after_issue",
        ehc_plans="""
            child | start_on   | requested_on | flagged
            A     | 2020-03-10 | 2020-03-11   | yes
            B     | 2020-03-10 | 2019-11-10   | -
        """,
    )


def test_ehc_plan_issued_at_once() -> None:
    assert_flags(
        "ehc_plan_issued_at_once",
        ehc_plans="""
            child | start_on   | requested_on | flagged
            A     | 2020-03-10 | 2020-02-26   | yes
            B     | 2020-03-10 | 2020-02-25   | -
            C     | 2020-03-10 | 2020-03-11   | -
        """,
    )


def test_ehc_plan_issued_after_a_year() -> None:
    assert_flags(
        "ehc_plan_issued_after_a_year",
        ehc_plans="""
            child | start_on   | requested_on | flagged
            A     | 2020-03-10 | 2019-03-09   | yes
            B     | 2020-03-10 | 2019-03-10   | -
        """,
    )


def test_ehc_plans_overlap() -> None:
    assert_flags(
        "ehc_plans_overlap",
        ehc_plans="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | -          | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_home_education_ends_before_start() -> None:
    assert_flags(
        "home_education_ends_before_start",
        home_education="""
            child | start_on   | end_on     | flagged
            A     | 2020-03-10 | 2020-03-09 | yes
            B     | 2020-03-10 | 2020-03-10 | -
        """,
    )


def test_home_education_overlaps() -> None:
    assert_flags(
        "home_education_overlaps",
        home_education="""
            child | start_on   | end_on     | flagged
            A     | 2020-01-01 | -          | -
            A     | 2020-03-10 | -          | yes
            B     | 2020-01-01 | 2020-03-10 | -
            B     | 2020-03-10 | -          | -
        """,
    )


def test_home_educated_before_school_age() -> None:
    assert_flags(
        "home_educated_before_school_age",
        home_education="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-03-10 | 2015-03-11 | yes
            B     | 2020-01-01 | 2020-03-10 | 2015-03-10 | -
            C     | 2020-01-01 | -          | 2016-03-10 | yes
        """,
    )


def test_home_educated_after_school_age() -> None:
    assert_flags(
        "home_educated_after_school_age",
        home_education="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 2020-01-01 | 2020-03-10 | 2003-03-10 | yes
            B     | 2020-01-01 | 2020-03-10 | 2003-03-11 | -
            C     | 2020-01-01 | -          | 2003-12-31 | yes
        """,
    )


def test_home_educated_while_looked_after() -> None:
    assert_flags(
        "home_educated_while_looked_after",
        care_spells="""
            child | start_on   | end_on
            A     | 2020-01-01 | -
            B     | 2020-01-01 | 2020-03-10
        """,
        home_education="""
            child | start_on   | flagged
            A     | 2020-03-10 | yes
            B     | 2020-03-10 | -
        """,
    )
