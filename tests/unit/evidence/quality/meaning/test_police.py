"""Domestic abuse notifications and police protection."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_notification_of_an_adult() -> None:
    assert_flags(
        "notification_of_an_adult",
        notifications="""
            notification_id | child | notified_on | born_on    | flagged
            1               | A     | 2020-03-10  | 2002-03-10 | yes
            2               | B     | 2020-03-10  | 2002-03-11 | -
        """,
    )


def test_notification_twice_for_an_incident() -> None:
    assert_flags(
        "notification_twice_for_an_incident",
        notifications="""
            notification_id | child | notified_on | incident_id | flagged
            1               | A     | 2020-03-10  | i           | yes
            2               | A     | 2020-03-11  | i           | yes
            3               | B     | 2020-03-10  | i           | -
            4               | B     | 2020-03-11  | j           | -
            5               | C     | 2020-03-11  | -           | -
            6               | C     | 2020-03-11  | -           | -
        """,
    )


def test_police_protection_of_an_adult() -> None:
    assert_flags(
        "police_protection_of_an_adult",
        police_protections="""
            child | started_on | started_at       | born_on    | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2002-03-10 | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2002-03-11 | -
        """,
    )


def test_police_protection_over_72_hours() -> None:
    assert_flags(
        "police_protection_over_72_hours",
        police_protections="""
            child | started_on | started_at       | ended_at         | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-13 22:01 | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-13 22:00 | -
        """,
    )


def test_police_protection_ends_before_start() -> None:
    assert_flags(
        "police_protection_ends_before_start",
        police_protections="""
            child | started_on | started_at       | ended_at         | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-10 21:00 | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 21:00 | -
        """,
    )


def test_police_protection_not_ended() -> None:
    assert_flags(
        "police_protection_not_ended",
        police_protections="""
            child | started_on | started_at       | ended_at         | flagged
            A     | 2020-12-27 | 2020-12-27 22:00 | -                | yes
            B     | 2020-12-28 | 2020-12-28 22:00 | -                | -
            C     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 21:00 | -
        """,
    )


def test_police_protection_overlaps() -> None:
    assert_flags(
        "police_protection_overlaps",
        police_protections="""
            child | started_on | started_at       | ended_at         | flagged
            A     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 21:00 | -
            A     | 2020-03-11 | 2020-03-11 20:00 | 2020-03-11 21:00 | yes
            B     | 2020-03-10 | 2020-03-10 22:00 | 2020-03-11 21:00 | -
            B     | 2020-03-11 | 2020-03-11 21:00 | 2020-03-12 21:00 | -
        """,
    )
