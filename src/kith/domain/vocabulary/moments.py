"""Moments as people in England read them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from datetime import date, datetime


LONDON = ZoneInfo("Europe/London")


def london_day(at: datetime) -> date:
    """The day by the clocks of London: in summer it begins an hour before UTC's."""
    return at.astimezone(LONDON).date()


def say_moment(at: datetime) -> str:
    """15 January 2021 at 9:30am, by the clocks of London."""
    there = at.astimezone(LONDON)
    half = "am" if there.hour < 12 else "pm"
    return (
        f"{say_day(there.date())} at {there.hour % 12 or 12}:{there.minute:02d}{half}"
    )
