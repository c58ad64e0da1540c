"""Writes of meetings: planned, papers out, held, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.meeting_dates import papers_due
from kith.domain.rules.states.meetings import MEETING, MeetingState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.groups import policies
from kith.web.groups.models import (
    AgendaItem,
    AgendaPlacing,
    Meeting,
    MeetingHabit,
    MeetingSeries,
    MeetingStep,
    PlannedItem,
    StandingItem,
)
from kith.web.groups.queries.meetings import papers_working_days, visible_meetings


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body
    from kith.web.groups.values import Sitting


def plan_meeting(
    *, viewer: Viewer, at: datetime, body: Body, sitting: Sitting
) -> Meeting:
    """The body has a meeting ahead, with its standing and its planned items on it."""
    with writing(viewer=viewer, at=at, verb="groups.meeting_planned") as event:
        refuse_if(policies.why_not_plan(viewer, body.pk))
        refuse_if(_why_not_sit(sitting, body))
        meeting = _made(viewer, at, body, sitting, None)
        event.also(AgendaItem.objects.filter(meeting=meeting))
        event.about(meeting, body=body.pk, on=london_day(sitting.starts).isoformat())
    return meeting


def plan_series(
    *, viewer: Viewer, at: datetime, body: Body, sittings: Sequence[Sitting]
) -> list[Meeting]:
    """The body's year stands in the diary: every meeting of it, or none."""
    with writing(viewer=viewer, at=at, verb="groups.series_planned") as event:
        refuse_if(policies.why_not_plan(viewer, body.pk))
        refuse_if("" if sittings else "Choose at least one day.")
        for one in sittings:
            refuse_if(_why_not_sit(one, body))
        ordered = sorted(sittings, key=lambda one: one.starts)
        series = MeetingSeries.objects.create(
            body=body,
            words=f"{len(ordered)} meetings from {ordered[0].starts:%Y-%m-%d}",
            made_by_id=viewer.who,
            made_at=at,
        )
        made = [_made(viewer, at, body, one, series) for one in ordered]
        event.also([*made, *AgendaItem.objects.filter(meeting__in=made)])
        event.about(series, body=body.pk, meetings=len(made))
    return made


def change_sitting(
    *, viewer: Viewer, at: datetime, key: UUID, sitting: Sitting, words: str = ""
) -> Meeting:
    """The meeting is at another time or in another place; its agenda goes with it."""
    with writing(viewer=viewer, at=at, verb="groups.meeting_moved") as event:
        meeting = locked(visible_meetings(viewer), key)
        refuse_if(policies.why_not_change(viewer, meeting))
        refuse_if(_why_not_sit(sitting, meeting.body))
        meeting.starts, meeting.ends = sitting.starts, sitting.ends
        meeting.place, meeting.link = sitting.place, sitting.link
        meeting.is_hybrid = sitting.is_hybrid
        meeting.papers_due_on = _papers_due(viewer, meeting.body, sitting)
        meeting.save()
        _step(meeting, "change", viewer, at, words)
        # An item is found by the day of its meeting too.
        event.also(AgendaItem.objects.filter(meeting=meeting))
        event.about(
            meeting, body=meeting.body_id, on=london_day(sitting.starts).isoformat()
        )
    return meeting


def send_papers(*, viewer: Viewer, at: datetime, key: UUID) -> Meeting:
    """The papers are out: every item has its number, for each circle of readers."""
    with writing(viewer=viewer, at=at, verb="groups.papers_sent") as event:
        meeting = locked(visible_meetings(viewer), key)
        refuse_if(policies.why_not_send_papers(viewer, meeting))
        _fix_numbers(meeting)
        _move(meeting, "send_papers", viewer, at)
        event.about(meeting, body=meeting.body_id)
    return meeting


def hold_meeting(*, viewer: Viewer, at: datetime, key: UUID) -> Meeting:
    """The meeting took place."""
    with writing(viewer=viewer, at=at, verb="groups.meeting_held") as event:
        meeting = locked(visible_meetings(viewer), key)
        refuse_if(policies.why_not_hold(viewer, meeting, at))
        if meeting.state == MeetingState.PLANNED:
            _fix_numbers(meeting)
        _move(meeting, "hold", viewer, at)
        event.about(meeting, body=meeting.body_id)
    return meeting


def cancel_meeting(*, viewer: Viewer, at: datetime, key: UUID, reason: str) -> Meeting:
    """The meeting will not take place; the diary says so and why."""
    with writing(viewer=viewer, at=at, verb="groups.meeting_cancelled") as event:
        meeting = locked(visible_meetings(viewer), key)
        refuse_if(policies.why_not_cancel(viewer, meeting))
        refuse_if("" if reason.strip() else "Say why it is cancelled.")
        meeting.cancelled_because = reason.strip()
        _move(meeting, "cancel", viewer, at, reason.strip())
        event.about(meeting, body=meeting.body_id)
    return meeting


def set_habit(
    *,
    viewer: Viewer,
    at: datetime,
    body: Body,
    papers_working_days: int,
    publishes_papers: bool,
) -> MeetingHabit:
    """The body's papers are due so early, and are public or not."""
    with writing(viewer=viewer, at=at, verb="groups.habit_set") as event:
        refuse_if(policies.why_not_plan(viewer, body.pk))
        habit, _ = MeetingHabit.objects.update_or_create(
            body=body,
            defaults={
                "papers_working_days": papers_working_days,
                "publishes_papers": publishes_papers,
            },
        )
        event.about(habit, body=body.pk, papers_working_days=papers_working_days)
    return habit


def _made(
    viewer: Viewer,
    at: datetime,
    body: Body,
    sitting: Sitting,
    series: MeetingSeries | None,
) -> Meeting:
    meeting = Meeting.objects.create(
        body=body,
        series=series,
        starts=sitting.starts,
        ends=sitting.ends,
        place=sitting.place,
        link=sitting.link,
        is_hybrid=sitting.is_hybrid,
        papers_due_on=_papers_due(viewer, body, sitting),
        state=MeetingState.PLANNED,
        planned_by_id=viewer.who,
        planned_at=at,
    )
    _step(meeting, "plan", viewer, at)
    _take_up_what_stands(meeting, viewer, at)
    return meeting


def _take_up_what_stands(meeting: Meeting, viewer: Viewer, at: datetime) -> None:
    """Standing items come each time; the work plan's come once, in their month."""
    month = meeting.day.replace(day=1)
    standing = StandingItem.objects.filter(
        body=meeting.body_id, ended_at__isnull=True
    ).order_by("order", "id")
    planned = PlannedItem.objects.filter(
        body=meeting.body_id, month=month, is_dropped=False, items__isnull=True
    ).order_by("title", "id")
    sources: list[StandingItem | PlannedItem] = [*standing, *planned]
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            order=place,
            title=one.title,
            purpose=one.purpose,
            marking=one.marking,
            minutes_allowed=one.minutes_allowed
            if isinstance(one, StandingItem)
            else 15,
            standing_item=one if isinstance(one, StandingItem) else None,
            planned_item=one if isinstance(one, PlannedItem) else None,
            sponsor_organisation=one.lead if isinstance(one, PlannedItem) else None,
            added_by_id=viewer.who,
            added_at=at,
        )
        for place, one in enumerate(sources, start=1)
    )


def _fix_numbers(meeting: Meeting) -> None:
    items = AgendaItem.objects.filter(meeting=meeting).standing()
    AgendaPlacing.objects.bulk_create(
        AgendaPlacing(meeting=meeting, sequence=place, item=one, marking=one.marking)
        for place, one in enumerate(items.order_by("order", "id"), start=1)
    )


def _papers_due(viewer: Viewer, body: Body, sitting: Sitting) -> date:
    day = london_day(sitting.starts)
    return papers_due(day, papers_working_days(viewer, body.pk))


def _why_not_sit(sitting: Sitting, body: Body) -> str:
    if sitting.ends <= sitting.starts:
        return "A meeting ends after it starts."
    day = london_day(sitting.starts)
    if body.closed_on is not None and day > body.closed_on:
        return f"{body.name} was closed before that day."
    return ""


def _move(
    meeting: Meeting, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    meeting.state = MEETING.move(move).target
    meeting.save(update_fields=["state", "cancelled_because"])
    _step(meeting, move, viewer, at, words)


def _step(
    meeting: Meeting, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    MeetingStep.objects.create(
        meeting=meeting,
        move=move,
        state=meeting.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
