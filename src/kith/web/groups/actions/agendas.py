"""Writes of agendas: items, their order, their papers, and what comes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max

from kith.domain.rules.states.meetings import MeetingState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.documents.queries import visible_documents
from kith.web.groups import policies
from kith.web.groups.actions.interests import close_to_conflicted
from kith.web.groups.models import (
    AgendaItem,
    AgendaPlacing,
    ItemPaper,
    Meeting,
    PlannedItem,
    StandingItem,
)
from kith.web.groups.queries.agendas import item as readable_item
from kith.web.groups.queries.agendas import readable_items
from kith.web.groups.queries.meetings import visible_meetings
from kith.web.groups.values import Entry


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body
    from kith.web.documents.models import Document


def add_item(
    *,
    viewer: Viewer,
    at: datetime,
    meeting: UUID,
    entry: Entry,
    carried_from: AgendaItem | None = None,
) -> AgendaItem:
    """The agenda has one more item, at its end; a late one gets the next number."""
    with writing(viewer=viewer, at=at, verb="groups.item_added") as event:
        of = locked(visible_meetings(viewer), meeting)
        refuse_if(policies.why_not_edit_agenda(viewer, of))
        refuse_if(_why_not_mark(viewer, of, entry.marking))
        item = AgendaItem(
            meeting=of,
            order=_last_place(of) + 1,
            carried_from=carried_from,
            added_by_id=viewer.who,
            added_at=at,
        )
        _write(item, entry)
        item.save()
        _place(item)
        event.about(item, body=of.body_id, meeting=str(of.pk), marking=item.marking)
    return item


def change_item(*, viewer: Viewer, at: datetime, key: UUID, entry: Entry) -> AgendaItem:
    """The item reads otherwise; with another marking it has other readers."""
    with writing(viewer=viewer, at=at, verb="groups.item_changed") as event:
        item = locked(readable_items(viewer), key)
        of = item.meeting
        refuse_if(policies.why_not_edit_agenda(viewer, of))
        refuse_if(_why_not_mark(viewer, of, entry.marking))
        before = item.marking
        _write(item, entry)
        item.save()
        if item.marking != before:
            _place(item)
        event.about(item, body=of.body_id, marking=item.marking, before=before)
    return item


def move_item(*, viewer: Viewer, at: datetime, key: UUID, up: bool) -> AgendaItem:
    """The item stands one place higher or lower among those its mover can read."""
    with writing(viewer=viewer, at=at, verb="groups.item_moved") as event:
        found = readable_item(viewer, key)
        of = locked(visible_meetings(viewer), found.meeting_id)
        refuse_if(policies.why_not_reorder(viewer, of))
        seen = set(
            readable_items(viewer).filter(meeting=of).values_list("pk", flat=True)
        )
        rows = list(
            AgendaItem.objects.filter(meeting=of).standing().order_by("order", "id")
        )
        places = [place for place, one in enumerate(rows) if one.pk in seen]
        here = next(place for place in places if rows[place].pk == key)
        step = places.index(here) + (-1 if up else 1)
        if 0 <= step < len(places):
            rows.insert(places[step], rows.pop(here))
        for place, one in enumerate(rows, start=1):
            one.order = place
        AgendaItem.objects.bulk_update(rows, ["order"])
        event.about(found, body=of.body_id, up=up)
    return found


def withdraw_item(
    *, viewer: Viewer, at: datetime, key: UUID, reason: str
) -> AgendaItem:
    """The item is off the agenda; once papers are out, its number stays and says so."""
    with writing(viewer=viewer, at=at, verb="groups.item_withdrawn") as event:
        item = locked(readable_items(viewer), key)
        refuse_if(policies.why_not_edit_agenda(viewer, item.meeting))
        refuse_if("" if reason.strip() else "Say why it is taken off.")
        refuse_if("It is off the agenda already." if item.is_withdrawn else "")
        item.is_withdrawn, item.withdrawn_because = True, reason.strip()
        item.save(update_fields=["is_withdrawn", "withdrawn_because"])
        event.about(item, body=item.meeting.body_id)
    return item


def add_paper(
    *, viewer: Viewer, at: datetime, item: UUID, document: Document
) -> ItemPaper:
    """The document is a paper of the item, on time or late.

    A restricted one is closed to whoever declared an interest in the item.
    """
    with writing(viewer=viewer, at=at, verb="groups.paper_added") as event:
        of = locked(readable_items(viewer), item)
        refuse_if(policies.why_not_add_paper(viewer, of))
        one_or_404(visible_documents(viewer), document.pk)
        refuse_if(
            ""
            if document.body in (None, of.meeting.body_id)
            else "That document belongs to another group."
        )
        refuse_if(
            "It is a paper of this item already."
            if ItemPaper.objects.filter(item=of, document=document).exists()
            else ""
        )
        paper = ItemPaper.objects.create(
            item=of,
            document=document,
            is_late=london_day(at) > of.meeting.papers_due_on,
            added_by_id=viewer.who,
            added_at=at,
        )
        close_to_conflicted(of, [document], viewer, at)
        event.about(paper, body=of.meeting.body_id, late=paper.is_late)
    return paper


def add_standing_item(
    *, viewer: Viewer, at: datetime, body: Body, entry: Entry
) -> StandingItem:
    """The item stands on every agenda that is made from now on."""
    with writing(viewer=viewer, at=at, verb="groups.standing_item_added") as event:
        refuse_if(policies.why_not_in(viewer, P.AGENDA_EDIT, body.pk))
        refuse_if(_why_not_read(viewer, body.pk, entry.marking))
        last = StandingItem.objects.filter(body=body).aggregate(last=Max("order"))
        item = StandingItem.objects.create(
            body=body,
            order=(last["last"] or 0) + 1,
            title=entry.title,
            purpose=entry.purpose,
            marking=entry.marking,
            minutes_allowed=entry.minutes_allowed,
            added_by_id=viewer.who,
            added_at=at,
        )
        event.about(item, body=body.pk, marking=item.marking)
    return item


def end_standing_item(*, viewer: Viewer, at: datetime, key: UUID) -> StandingItem:
    """The item comes no more on new agendas; those that have it keep it."""
    with writing(viewer=viewer, at=at, verb="groups.standing_item_ended") as event:
        standing = StandingItem.objects.filter(
            body__in=viewer.bodies(P.MEETING_SEE), ended_at__isnull=True
        )
        item = locked(standing, key)
        refuse_if(policies.why_not_in(viewer, P.AGENDA_EDIT, item.body_id))
        refuse_if(_why_not_read(viewer, item.body_id, item.marking))
        item.ended_by_id, item.ended_at = viewer.who, at
        item.save(update_fields=["ended_by", "ended_at"])
        event.about(item, body=item.body_id)
    return item


def plan_item(
    *, viewer: Viewer, at: datetime, body: Body, month: date, entry: Entry
) -> PlannedItem:
    """The body's work plan has the item in that month."""
    with writing(viewer=viewer, at=at, verb="groups.item_planned") as event:
        refuse_if(policies.why_not_in(viewer, P.AGENDA_EDIT, body.pk))
        refuse_if(_why_not_read(viewer, body.pk, entry.marking))
        item = PlannedItem.objects.create(
            body=body,
            month=month.replace(day=1),
            title=entry.title,
            purpose=entry.purpose,
            marking=entry.marking,
            lead=entry.sponsor_organisation,
            added_by_id=viewer.who,
            added_at=at,
        )
        event.about(item, body=body.pk, month=f"{month:%Y-%m}")
    return item


def drop_planned_item(*, viewer: Viewer, at: datetime, key: UUID) -> PlannedItem:
    """The work plan has the item no longer."""
    with writing(viewer=viewer, at=at, verb="groups.planned_item_dropped") as event:
        planned = PlannedItem.objects.filter(
            body__in=viewer.bodies(P.MEETING_SEE), is_dropped=False
        )
        item = locked(planned, key)
        refuse_if(policies.why_not_in(viewer, P.AGENDA_EDIT, item.body_id))
        refuse_if(_why_not_read(viewer, item.body_id, item.marking))
        item.is_dropped = True
        item.save(update_fields=["is_dropped"])
        event.about(item, body=item.body_id)
    return item


def carry_item(*, viewer: Viewer, at: datetime, key: UUID, to: UUID) -> AgendaItem:
    """What an earlier meeting left unfinished stands on this agenda."""
    before = one_or_404(readable_items(viewer), key)
    meeting = one_or_404(visible_meetings(viewer), to)
    refuse_if(
        ""
        if before.meeting.body_id == meeting.body_id
        else "An item is carried within its own group."
    )
    entry = Entry(
        title=before.title,
        purpose=before.purpose,
        marking=before.marking,
        sponsor=before.sponsor,
        sponsor_organisation=before.sponsor_organisation,
        minutes_allowed=before.minutes_allowed,
    )
    return add_item(viewer=viewer, at=at, meeting=to, entry=entry, carried_from=before)


def _write(item: AgendaItem, entry: Entry) -> None:
    for name in (
        "title",
        "purpose",
        "marking",
        "cover",
        "sponsor",
        "sponsor_organisation",
        "minutes_allowed",
        "paper_from",
    ):
        setattr(item, name, getattr(entry, name))


def _last_place(of: Meeting) -> int:
    found = AgendaItem.objects.filter(meeting=of).aggregate(last=Max("order"))
    return found["last"] or 0


def _place(item: AgendaItem) -> None:
    """Once papers are out, an item comes last for those who had not seen it."""
    if item.meeting.state == MeetingState.PLANNED:
        return
    rows = AgendaPlacing.objects.filter(meeting=item.meeting_id)
    last = rows.aggregate(last=Max("sequence"))["last"] or 0
    AgendaPlacing.objects.create(
        meeting_id=item.meeting_id,
        sequence=last + 1,
        item=item,
        marking=item.marking,
    )


def _why_not_mark(viewer: Viewer, of: Meeting, marking: str) -> str:
    return _why_not_read(viewer, of.body_id, marking)


def _why_not_read(viewer: Viewer, body: UUID, marking: str) -> str:
    """Nobody writes an item that they could not read afterwards."""
    if marking in viewer.markings(body=body):
        return ""
    return "You cannot use a marking that you may not read."
