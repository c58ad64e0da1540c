"""The extract itself: dates beyond it, and months that came late."""

from datetime import date, timedelta

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_event_after_extract() -> None:
    assert_flags(
        "event_after_extract",
        contacts="""
            child | contact_on | extracted_on | flagged
            A     | 2020-04-01 | 2020-03-31   | yes
            B     | 2020-03-31 | 2020-03-31   | -
        """,
        allegations="""
            case_key | received_on | extracted_on | flagged
            1        | 2020-04-01  | 2020-03-31   | yes
            2        | 2020-03-31  | 2020-03-31   | -
        """,
    )


def test_end_after_extract() -> None:
    assert_flags(
        "end_after_extract",
        protection_plans="""
            child | start_on   | end_on     | extracted_on | flagged
            A     | 2020-01-01 | 2020-04-01 | 2020-03-31   | yes
            B     | 2020-01-01 | 2020-03-31 | 2020-03-31   | -
            C     | 2020-01-01 | -          | 2020-03-31   | -
        """,
    )


def test_event_after_period() -> None:
    assert_flags(
        "event_after_period",
        referrals="""
            child | referred_on | told_to    | extracted_on | flagged
            A     | 2020-04-01  | 2020-03-31 | 2020-04-10   | yes
            B     | 2020-03-31  | 2020-03-31 | 2020-04-10   | -
            C     | 2020-04-11  | 2020-03-31 | 2020-04-10   | -
        """,
    )


def test_filler_date() -> None:
    assert_flags(
        "filler_date",
        care_spells="""
            child | start_on   | end_on     | born_on    | flagged
            A     | 1900-01-01 | -          | 2010-03-10 | yes
            B     | 2020-01-01 | 9999-12-31 | 2010-03-10 | yes
            C     | 2020-01-01 | -          | 1900-01-01 | yes
            D     | 2020-01-01 | 2020-03-31 | 2010-03-10 | -
        """,
    )


_LAST = date(2020, 12, 31)


def _weekly(agency: str, *, until: int, count: int = 3) -> list[str]:
    # Several referrals a week, the latest so many days before the period's end.
    return [
        f"{agency}{days}-{n} | {_LAST - timedelta(days=days)} | {agency} | -"
        for days in range(until, 112, 7)
        for n in range(count)
    ]


def test_last_weeks_empty() -> None:
    late = _weekly("late", until=28)
    late[0] = late[0].removesuffix("-") + "yes"
    lines = [
        "child | referred_on | agency | flagged",
        *late,
        *_weekly("punctual", until=27),
        # So few that a month without any is no surprise.
        *_weekly("small", until=28, count=1),
    ]
    assert_flags("last_weeks_empty", referrals="\n".join(lines))
