"""Meetings in words."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.meetings import AHEAD, MEETING, MeetingState
from kith.domain.rules.states.minutes import MINUTES, MinutesState
from kith.domain.vocabulary.moments import LONDON
from kith.domain.vocabulary.periods import say_day
from kith.web.groups import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Meeting, MeetingStep, Minutes


MOVES = {
    "plan": "Planned",
    "change": "Day, time or place changed",
    "send_papers": "Papers sent out",
    "hold": "Held",
    "start_minutes": "Minutes begun",
    "agree_minutes": "Minutes agreed",
    "cancel": "Cancelled",
}


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as a list shows it."""

    url: str
    body: str
    when: str
    where: str
    state: str
    tone: str
    papers: str


@dataclass(frozen=True)
class Month:
    """The meetings of one month of a list."""

    words: str
    rows: list[MeetingRow]


def months(meetings: Iterable[Meeting], *, today: date) -> list[Month]:
    """The rows of a list under the months they fall in, in the list's own order."""
    found: dict[tuple[int, int], list[MeetingRow]] = {}
    for one in meetings:
        found.setdefault((one.day.year, one.day.month), []).append(
            row(one, today=today)
        )
    return [
        Month(f"{calendar.month_name[month]} {year}", rows)
        for (year, month), rows in found.items()
    ]


def row(meeting: Meeting, *, today: date) -> MeetingRow:
    """One row of the list."""
    words, tone = standing(meeting, today=today)
    return MeetingRow(
        url=meeting.url,
        body=meeting.body.name,
        when=when(meeting),
        where=where(meeting),
        state=words,
        tone=tone,
        papers=papers(meeting, today=today),
    )


def when(meeting: Meeting) -> str:
    """Thursday 14 January 2021, 9:30am to 11:00am."""
    day = meeting.day
    start, end = _clock(meeting.starts), _clock(meeting.ends)
    return f"{calendar.day_name[day.weekday()]} {say_day(day)}, {start} to {end}"


def title(meeting: Meeting) -> str:
    """The meeting in one line."""
    return f"{meeting.body.name}, {say_day(meeting.day)}"


def where(meeting: Meeting) -> str:
    """Where it is, in words."""
    if meeting.place and (meeting.is_hybrid or meeting.link):
        return f"{meeting.place}, and online"
    return meeting.place or ("Online" if meeting.link else "Place to be said")


def papers(meeting: Meeting, *, today: date) -> str:
    """When papers are due, while that still matters."""
    if MeetingState(meeting.state) is not MeetingState.PLANNED:
        return ""
    if meeting.papers_due_on < today:
        return f"Papers were due on {say_day(meeting.papers_due_on)}"
    return f"Papers due on {say_day(meeting.papers_due_on)}"


def standing(meeting: Meeting, *, today: date) -> tuple[str, str]:
    """Where the meeting stands in words, and the tone of its tag."""
    state = MeetingState(meeting.state)
    if state in AHEAD and meeting.day < today:
        return f"{MEETING.words[state]}, and its day has passed", "attention"
    tones = {
        MeetingState.MINUTES_AGREED: "done",
        MeetingState.CANCELLED: "error",
        MeetingState.HELD: "attention",
    }
    return MEETING.words[state], tones.get(state, "")


def next_steps(
    viewer: Viewer, meeting: Meeting, minutes: Minutes | None, at: datetime
) -> list[NextStep]:
    """What this viewer can do with the meeting, and why not the rest."""
    key = [meeting.pk]
    steps = [
        NextStep(
            "Send the papers out",
            reverse("groups:papers_out", args=key),
            policies.why_not_send_papers(viewer, meeting),
        ),
        NextStep(
            "Write down who came",
            reverse("groups:attendance", args=key),
            policies.why_not_record_attendance(viewer, meeting),
            opens_page=True,
        ),
        NextStep(
            "Say that it was held",
            reverse("groups:hold", args=key),
            policies.why_not_hold(viewer, meeting, at),
        ),
        NextStep(
            "Start the minutes",
            reverse("groups:minutes_start", args=key),
            policies.why_not_start_minutes(viewer, meeting),
        ),
        *_planning(viewer, meeting),
    ]
    if minutes is not None:
        writing = NextStep(
            "Write the minutes",
            reverse("groups:minutes_write", args=key),
            policies.why_not_write(viewer, minutes),
            opens_page=True,
        )
        steps.insert(0, writing)
    return steps


def _planning(viewer: Viewer, meeting: Meeting) -> list[NextStep]:
    key = [meeting.pk]
    return [
        NextStep(
            "Change the day, time or place",
            reverse("groups:meeting_change", args=key),
            policies.why_not_change(viewer, meeting),
            opens_page=True,
        ),
        NextStep(
            "Cancel this meeting",
            reverse("groups:cancel", args=key),
            policies.why_not_cancel(viewer, meeting),
            opens_page=True,
        ),
    ]


def minutes_words(minutes: Minutes) -> str:
    """Where minutes stand, in words."""
    return MINUTES.words[MinutesState(minutes.state)]


def story(steps: Iterable[MeetingStep]) -> list[StoryLine]:
    """The meeting's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def london(at: datetime) -> datetime:
    """The moment by the clocks of London."""
    return at.astimezone(LONDON)


def _clock(at: datetime) -> str:
    there = at.astimezone(LONDON)
    half = "am" if there.hour < 12 else "pm"
    return f"{there.hour % 12 or 12}:{there.minute:02d}{half}"
