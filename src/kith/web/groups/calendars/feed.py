"""Writes a feed (RFC 5545): what a calendar may show on a locked telephone.

A calendar is read by other people's software, so it says the body, the place and the
time, and leads to the meeting's page. No item, no paper and no name is ever in it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from kith.domain.rules.states.meetings import AHEAD, MeetingState
from kith.domain.vocabulary.moments import LONDON


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kith.web.groups.models import Meeting


CONTENT_TYPE = "text/calendar; charset=utf-8"
_AHEAD = {state.value for state in AHEAD}


def feed(meetings: Iterable[Meeting], *, site: str) -> bytes:
    """The meetings and their papers' days as a calendar."""
    made = Calendar()
    made.add("prodid", "-//Kith//Meetings//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Partnership meetings")
    made.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for one in meetings:
        made.add_component(_sitting(one, site))
        if one.state in _AHEAD:
            made.add_component(_papers_day(one, site))
    made.add_missing_timezones()
    return made.to_ical()  # type: ignore[no-any-return] # the library has no types


def _sitting(meeting: Meeting, site: str) -> Event:
    is_off = meeting.state == MeetingState.CANCELLED
    made = _event(meeting, "meeting", site)
    made.add(
        "summary", f"{meeting.body.name}: meeting{', cancelled' if is_off else ''}"
    )
    made.add("dtstart", meeting.starts.astimezone(LONDON))
    made.add("dtend", meeting.ends.astimezone(LONDON))
    made.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if meeting.place:
        made.add("location", meeting.place)
    return made


def _papers_day(meeting: Meeting, site: str) -> Event:
    made = _event(meeting, "papers", site)
    made.add("summary", f"{meeting.body.name}: papers are due")
    made.add("dtstart", meeting.papers_due_on)
    made.add("dtend", meeting.papers_due_on + timedelta(days=1))
    made.add("status", "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    return made


def _event(meeting: Meeting, kind: str, site: str) -> Event:
    """What the two share. The name of an event never changes; its number only rises."""
    changed_at: datetime = getattr(meeting, "changed_at", None) or meeting.planned_at
    made = Event()
    made.add("uid", f"{kind}-{meeting.pk}@kith")
    made.add("dtstamp", changed_at)
    made.add("last-modified", changed_at)
    made.add("sequence", max(getattr(meeting, "changes", 1) - 1, 0))
    made.add("url", f"{site}{meeting.url}")
    return made
