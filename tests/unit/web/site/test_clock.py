"""The site's day is the day by the clocks of London."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.site.clock import site_time


if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


JUST_AFTER_MIDNIGHT_IN_SUMMER = datetime(2021, 6, 30, 23, 30, tzinfo=UTC)


def test_after_midnight_in_summer_it_is_the_new_day(settings: SettingsWrapper) -> None:
    settings.KITH_CLOCK = ""
    at = site_time(JUST_AFTER_MIDNIGHT_IN_SUMMER)
    assert at == JUST_AFTER_MIDNIGHT_IN_SUMMER
    assert at.date() == date(2021, 7, 1)


def test_a_clock_that_stands_still_stands_at_noon(settings: SettingsWrapper) -> None:
    settings.KITH_CLOCK = "2021-01-15"
    at = site_time(JUST_AFTER_MIDNIGHT_IN_SUMMER)
    assert at.isoformat() == "2021-01-15T12:00:00+00:00"


def test_a_moment_out_of_the_database_is_of_the_day_in_london() -> None:
    assert london_day(JUST_AFTER_MIDNIGHT_IN_SUMMER) == date(2021, 7, 1)
