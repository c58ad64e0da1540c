"""The example's meetings: planned, papers out, held, minuted, agreed at the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kith.web.groups.actions.agendas import add_item, add_standing_item
from kith.web.groups.actions.attendance import record_attendance
from kith.web.groups.actions.decisions import (
    prepare_for_publication,
    publish_decision,
    record_decision,
)
from kith.web.groups.actions.meetings import (
    hold_meeting,
    plan_meeting,
    send_papers,
)
from kith.web.groups.actions.minutes import (
    agree_minutes,
    clear_minutes,
    propose_from_item,
    show_minutes_to_chair,
    start_minutes,
    write_notes,
)
from kith.web.groups.models import Presence
from kith.web.groups.queries.agendas import readable_items
from kith.web.groups.queries.attendance import seats_on
from kith.web.groups.values import Against, Came, Decided, Entry, Note, Sitting
from kith.web.site.example.papers import table_paper
from kith.web.site.example.promises import promise_of, what_became_of_it
from kith.web.site.example.timeline import moment


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.groups.models import AgendaItem
    from kith.web.site.example.timeline import Timeline


MANAGER, MINUTES = "business.manager", "minutes"
PLANNED_AHEAD, ITEMS_AHEAD, PAPERS_AHEAD = (timedelta(days=n) for n in (56, 14, 7))
ONLINE_SINCE = date(2020, 3, 23)
TOLD = "Noted. The group was content."


@dataclass
class Kept:
    """One meeting of the example, as it comes to be."""

    body: str
    day: date
    chair: str
    items: tuple[dict[str, Any], ...]
    after: date | None = None
    is_held: bool = True
    meeting: UUID | None = None
    minutes: UUID | None = None
    made: dict[str, UUID] = field(default_factory=dict)


def add_standing(timeline: Timeline, body: str, titles: list[str], on: date) -> None:
    """What stands on every agenda of a body, from the day it opened."""

    def run(at: datetime) -> None:
        for title in titles:
            add_standing_item(
                viewer=timeline.viewer(MANAGER, at),
                at=at,
                body=timeline.find("body", body),
                entry=Entry(title=title, purpose="NOTE", minutes_allowed=5),
            )

    timeline.add(on, run, minutes=40)


def add_sitting(timeline: Timeline, kept: Kept, opened_on: date) -> None:
    """Every step of one meeting, on the days on which it was taken."""
    day = kept.day
    timeline.add(
        max(opened_on, day - PLANNED_AHEAD),
        lambda at: _plan(timeline, kept, at),
        minutes=60,
    )
    timeline.add(
        max(opened_on, day - ITEMS_AHEAD),
        lambda at: _put_items(timeline, kept, at),
        minutes=90,
    )
    timeline.add(
        max(opened_on, day - PAPERS_AHEAD),
        lambda at: _send(timeline, kept, at),
        minutes=120,
    )
    if not kept.is_held:
        return
    timeline.add(day, lambda at: _hold(timeline, kept, at), minutes=60)
    timeline.add(day, lambda at: _minute(timeline, kept, at), minutes=240)
    timeline.add(
        day + timedelta(days=3), lambda at: _show(timeline, kept, at), minutes=5
    )
    timeline.add(
        day + timedelta(days=5), lambda at: _clear(timeline, kept, at), minutes=5
    )
    if kept.after:
        timeline.add(kept.after, lambda at: _agree(timeline, kept, at), minutes=75)


def _plan(timeline: Timeline, kept: Kept, at: datetime) -> None:
    online = kept.day >= ONLINE_SINCE
    kept.meeting = plan_meeting(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        body=timeline.find("body", kept.body),
        sitting=Sitting(
            starts=moment(kept.day, time(10)),
            ends=moment(kept.day, time(12)),
            place="" if online else "Town Hall, Weston-super-Mare",
            link="https://meet.example.org/partnership" if online else "",
            is_hybrid=online,
        ),
    ).pk


def _put_items(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.meeting is not None
    for told in kept.items:
        made = add_item(
            viewer=timeline.viewer(MANAGER, at),
            at=at,
            meeting=kept.meeting,
            entry=Entry(
                title=told["title"],
                purpose=told["purpose"],
                marking=told["marking"],
                cover=told["cover"],
                minutes_allowed=20,
                sponsor=timeline.find("person", kept.chair),
            ),
        )
        kept.made[told["title"]] = made.pk
        if "paper" in told:
            table_paper(timeline, made, told["paper"], at)


def _send(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.meeting is not None
    send_papers(viewer=timeline.viewer(MANAGER, at), at=at, key=kept.meeting)


def _hold(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.meeting is not None
    writer = timeline.viewer(MINUTES, at)
    hold_meeting(viewer=writer, at=at, key=kept.meeting)
    body = timeline.find("body", kept.body)
    seats = seats_on(writer, body, kept.day)
    there = Presence.ONLINE if kept.day >= ONLINE_SINCE else Presence.ROOM
    came = [
        # Somebody is always away, never the chair nor a partner of the Executive.
        Came(seat.pk, Presence.APOLOGY if _is_away(kept, place, seat) else there)
        for place, seat in enumerate(seats)
        if seat.person_id
    ]
    record_attendance(viewer=writer, at=at, key=kept.meeting, came=came)


def _is_away(kept: Kept, place: int, seat: Any) -> bool:
    if kept.body == "executive" or seat.role != "member":
        return False
    return (place + kept.day.month) % 5 == 0


def _minute(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.meeting is not None
    writer = timeline.viewer(MINUTES, at)
    kept.minutes = start_minutes(viewer=writer, at=at, meeting=kept.meeting).pk
    told = {kept.made[one["title"]]: one for one in kept.items}
    for item in readable_items(writer).filter(meeting=kept.meeting):
        said = told.get(item.pk)
        note = Note(said["notes"] if said else TOLD, item.notes_version)
        write_notes(viewer=writer, at=at, item=item.pk, note=note)
        if said and "decision" in said:
            _decide(timeline, kept, item, said["decision"], at)
        if said and "action" in said:
            _promise(timeline, kept, item, said["action"], at)


def _decide(
    timeline: Timeline,
    kept: Kept,
    item: AgendaItem,
    said: dict[str, Any],
    at: datetime,
) -> None:
    dissent = (Against("Health", said["dissent"]),) if "dissent" in said else ()
    made = record_decision(
        viewer=timeline.viewer(MINUTES, at),
        at=at,
        body=timeline.find("body", kept.body),
        item=item.pk,
        decided=Decided(
            wording=said["wording"],
            decided_on=kept.day,
            options=said["options"],
            reasons=said["reasons"],
            decided_by=f"The {timeline.find('body', kept.body).name}",
            marking=item.marking,
            review_on=said["review_on"],
            dissent=dissent,
        ),
    )
    if "public" in said:
        manager = timeline.viewer(MANAGER, at)
        prepare_for_publication(
            viewer=manager, at=at, key=made.pk, wording_for_all=said["public"]
        )
        publish_decision(viewer=manager, at=at, key=made.pk)


def _promise(
    timeline: Timeline,
    kept: Kept,
    item: AgendaItem,
    said: dict[str, Any],
    at: datetime,
) -> None:
    action = propose_from_item(
        viewer=timeline.viewer(MINUTES, at),
        at=at,
        item=item.pk,
        promise=promise_of(timeline, said),
    )
    what_became_of_it(timeline, action.pk, said, kept.chair, kept.day)


def _show(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.minutes is not None
    show_minutes_to_chair(viewer=timeline.viewer(MINUTES, at), at=at, key=kept.minutes)


def _clear(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.minutes is not None
    clear_minutes(viewer=timeline.viewer(kept.chair, at), at=at, key=kept.minutes)


def _agree(timeline: Timeline, kept: Kept, at: datetime) -> None:
    assert kept.minutes is not None
    agree_minutes(viewer=timeline.viewer(kept.chair, at), at=at, key=kept.minutes)
