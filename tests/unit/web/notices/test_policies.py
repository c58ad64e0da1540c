"""Who is nudged when, and how long a failed thing waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.web.notices import letters, policies
from kith.web.notices.models import NoticeKind, Rhythm
from kith.web.notices.schedule import due


FRIDAY, MONDAY = date(2021, 1, 15), date(2021, 1, 18)


@pytest.mark.parametrize(
    ("first_on", "last_on", "expected"),
    [
        (None, None, False),
        (date(2021, 1, 15), date(2021, 1, 15), True),
        (date(2021, 1, 16), date(2021, 1, 20), False),
        (date(2021, 1, 1), date(2021, 1, 14), False),
        (date(2021, 1, 1), None, True),
    ],
)
def test_leave_counts_both_its_days(
    first_on: date | None, last_on: date | None, *, expected: bool
) -> None:
    assert policies.is_away(first_on, last_on, FRIDAY) is expected


def test_weekly_is_monday() -> None:
    assert policies.is_digest_day(Rhythm.DAILY, FRIDAY)
    assert not policies.is_digest_day(Rhythm.WEEKLY, FRIDAY)
    assert policies.is_digest_day(Rhythm.WEEKLY, MONDAY)


@pytest.mark.parametrize(
    ("others", "lead", "expected"),
    [
        ([date(2021, 1, 10)], date(2021, 1, 15), True),
        ([date(2021, 1, 11)], date(2021, 1, 1), False),
        ([date(2021, 1, 14), date(2021, 1, 9)], date(2021, 1, 15), True),
        ([], date(2021, 1, 10), True),
        ([], date(2021, 1, 11), False),
    ],
)
def test_a_lead_comes_after_those_they_count_on(
    others: list[date], lead: date, *, expected: bool
) -> None:
    assert policies.is_for_lead_yet(others, lead, today=FRIDAY, wait_days=5) is expected


def test_each_wait_is_longer() -> None:
    waits = [policies.wait_before(tries) for tries in range(1, policies.MOST_TRIES)]
    assert [one // timedelta(minutes=1) for one in waits] == [1, 5, 25, 125]


def test_a_worker_is_dead_after_nine_missed_beats() -> None:
    now = datetime(2021, 1, 15, 12, tzinfo=UTC)
    assert not policies.is_silent(now - timedelta(seconds=89), now)
    assert policies.is_silent(now - timedelta(seconds=91), now)
    assert policies.is_silent(None, now)


def test_every_kind_of_notice_has_a_letter_that_names_nobody() -> None:
    assert set(letters.LETTERS) == set(NoticeKind)
    for kind in NoticeKind:
        text = letters.body(kind, "https://kith.example.org/home/")
        assert text.count("https://") == 1


AT_NIGHT = [
    *("audit.head", "returns.fall_due"),
    *("returns.forget", "explorations.forget"),
]
EVERY_DAY = [
    *("audit.head", "notices.digests", "returns.fall_due"),
    *("returns.forget", "returns.remind", "explorations.forget"),
]


@pytest.mark.parametrize(
    ("moment", "kinds"),
    [
        (datetime(2021, 1, 15, 0, 1, tzinfo=UTC), []),
        (datetime(2021, 1, 15, 0, 7, tzinfo=UTC), ["audit.head"]),
        (datetime(2021, 1, 15, 6, 59, tzinfo=UTC), AT_NIGHT),
        (datetime(2021, 1, 15, 7, 0, tzinfo=UTC), EVERY_DAY),
        # In summer London is an hour ahead.
        (datetime(2021, 7, 15, 6, 0, tzinfo=UTC), EVERY_DAY),
    ],
)
def test_the_day_by_the_clocks_of_london(moment: datetime, kinds: list[str]) -> None:
    assert [kind for kind, _ in due(moment)] == kinds
