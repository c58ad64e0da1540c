"""What reading raises a question, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.domain.rules.unusual_reading import (
    Conflict,
    Reading,
    ReadingLimits,
    UnusualReading,
    alerts,
)


NOON = datetime(2021, 1, 15, 12, tzinfo=UTC)
ADA = UUID(int=1)


def read(minutes: int = 0, count: int = 1, **more) -> Reading:
    given = {"place": "executive", **more}
    return Reading(
        minutes + 1, ADA, "Ada", NOON + timedelta(minutes=minutes), count, **given
    )


def whys(*readings: Reading, **more) -> list[UnusualReading]:
    return [one.why for one in alerts(readings, **more)]


def test_reading_as_people_do_raises_nothing() -> None:
    assert whys(*(read(minutes) for minutes in range(0, 600, 30))) == []


def test_many_in_an_hour_is_one_alert_that_keeps_its_key() -> None:
    some = [read(minute) for minute in range(30)]
    (alert,) = alerts(some)
    assert (alert.why, alert.count) == (UnusualReading.MANY, 30)
    (later,) = alerts([*some, read(40)])
    assert later.key == alert.key
    assert later.count == 31


def test_twenty_nine_in_an_hour_and_one_after_it_are_not_many() -> None:
    assert whys(*(read(minute) for minute in range(29)), read(61)) == []


@pytest.mark.parametrize(
    ("hour", "raised"), [(22, False), (23, True), (4, True), (5, False)]
)
def test_night_is_by_the_local_hour(hour: int, raised: bool) -> None:
    at = NOON.replace(hour=hour)
    one = Reading(1, ADA, "Ada", at, 5, "executive")
    assert whys(one) == ([UnusualReading.AT_NIGHT] if raised else [])


def test_summer_time_counts() -> None:
    """22:30 by UTC in July is 23:30 in London."""
    at = datetime(2020, 7, 1, 22, 30, tzinfo=UTC)
    assert whys(Reading(1, ADA, "Ada", at, 5, "executive")) == [UnusualReading.AT_NIGHT]


def test_the_same_place_soon_after_a_conflict_and_no_other() -> None:
    named = [Conflict(ADA, "executive", NOON)]
    assert whys(read(5), conflicts=named) == [UnusualReading.AFTER_CONFLICT]
    assert whys(read(5, place="leads"), conflicts=named) == []
    assert whys(read(60 * 24 * 15), conflicts=named) == []


def test_only_the_first_time_outside() -> None:
    outside = {"is_outside": True}
    assert whys(read(0, **outside), read(90, **outside)) == [UnusualReading.OUTSIDE]


def test_limits_come_from_a_setting() -> None:
    limits = ReadingLimits.told("in_an_hour=2, at_night=9")
    assert (limits.in_an_hour, limits.at_night) == (2, 9)
    assert whys(read(0), read(1), limits=limits) == [UnusualReading.MANY]
    for wrong in ("in_a_year=1", "in_an_hour=some"):
        with pytest.raises(ValueError):  # noqa: PT011 - two messages, one kind
            ReadingLimits.told(wrong)
