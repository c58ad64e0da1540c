"""Who is nudged, when, and when a thing that failed is tried again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.notices.models import Rhythm


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.access.viewer import Viewer


DIGESTS_AT = time(7)
"""By the clocks of London: before the working day, after the night's work."""

MONDAY = 0
MOST_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
"""Then five times as long each time: 1, 5, 25 and 125 minutes, about two and a half
hours in all, so that a mail server may be down for a while."""

SILENT_AFTER = timedelta(seconds=90)
"""A worker tells every ten seconds that it lives; one that missed nine times is dead."""

BEFORE_A_LEAD = frozenset({Role.DELEGATED_SAFEGUARDING_PARTNER, Role.AGENCY_LEAD})


def is_away(first_on: date | None, last_on: date | None, today: date) -> bool:
    """Whether the person is on leave that day."""
    return first_on is not None and first_on <= today <= (last_on or date.max)


def is_digest_day(rhythm: str, today: date) -> bool:
    """Every day, or on Mondays alone."""
    return rhythm != Rhythm.WEEKLY or today.weekday() == MONDAY


def is_lead(viewer: Viewer) -> bool:
    """Whether the viewer is a lead safeguarding partner themselves: a chief officer."""
    return any(
        one.role is Role.LEAD_SAFEGUARDING_PARTNER and not one.acting_for
        for one in viewer.grants
    )


def is_for_lead_yet(
    since_others: Iterable[date], since_lead: date, *, today: date, wait_days: int
) -> bool:
    """Whether a lead safeguarding partner may be nudged of a thing by now.

    "Never a chief officer before the lead": what a delegated partner or agency lead
    holds too has to stand with them for the days that the partnership chose; what waits
    for the lead alone (a signature that nobody else may give) stands with the lead's own
    page for as long. Working Together 2023 leaves the day-to-day to delegates, chapter
    2; the number of days is the partnership's own [?].
    """
    others = tuple(since_others)
    since = min(others) if others else since_lead
    return (today - since).days >= wait_days


def wait_before(tries: int) -> timedelta:
    """How long the next try waits after so many."""
    waited: timedelta = FIRST_WAIT * 5 ** max(tries - 1, 0)
    return waited


def is_silent(heartbeat_at: datetime | None, now: datetime) -> bool:
    """Whether whoever ran a piece of work is dead."""
    return heartbeat_at is None or now - heartbeat_at > SILENT_AFTER
