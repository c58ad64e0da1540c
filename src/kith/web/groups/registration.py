"""What groups tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.periods import say_day
from kith.web.access.records import RecordKind
from kith.web.bodies.queries.seats import Attendance
from kith.web.groups.models import AgendaItem, Decision, ItemNote, Meeting
from kith.web.groups.presenters import meetings as words
from kith.web.groups.queries import agendas, attendance, decisions, meetings, waiting
from kith.web.home.noun import Holding, Need, Noun, SearchText, Upcoming


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import AgendaItems, Decisions, Meetings, Minutes


MEETINGS_AT_THE_SIDE = 5


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Papers owed, minutes to write, clear and agree, votes to give, reviews due."""
    for item in agendas.papers_owed(viewer):
        yield _of_meeting(
            item.meeting,
            f"Paper: {item.title}",
            "You are to bring it",
            due=item.meeting.papers_due_on,
        )
    for one in waiting.meetings_to_minute(viewer, today=today):
        yield _of_meeting(one, _minutes_of(one), "They are still to be written")
    for draft in waiting.minutes_to_clear(viewer):
        yield _of_minutes(draft, "You chair this group: the draft is with you")
    for draft in waiting.minutes_to_agree(viewer, today=today):
        yield _of_minutes(draft, "The group has met again: they can be agreed")
    for vote in waiting.votes_to_give(viewer, today=today):
        circulation = vote.circulation
        yield Need(
            noun="groups",
            what=circulation.proposal,
            why="Your vote is still to come",
            url=reverse("groups:circulation", args=[circulation.pk]),
            due=circulation.closes_on,
            body=circulation.body.name,
        )
    yield from _needs_of_the_unit(viewer, today)


def _needs_of_the_unit(viewer: Viewer, today: date) -> Iterator[Need]:
    for circulation in waiting.circulations_to_count(viewer, today=today):
        yield Need(
            noun="groups",
            what=circulation.proposal,
            why="The vote is over: its votes are to be counted",
            url=reverse("groups:circulation", args=[circulation.pk]),
            due=circulation.closes_on,
            body=circulation.body.name,
        )
    for decision in waiting.decisions_to_review(viewer, today=today):
        yield Need(
            noun="groups",
            what=decision.wording,
            why="This decision is to be looked at again",
            url=reverse("groups:decision", args=[decision.pk]),
            due=decision.review_on,
            body=decision.body.name,
        )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,
    today: date,  # noqa: ARG001 - a protocol
) -> Iterator[Holding]:
    """What a person is to bring to meetings that lie ahead."""
    for item in waiting.owed_by(viewer, person, body):
        owes = item.paper_from_id == person
        yield Holding(
            noun="groups",
            kind="Paper owed" if owes else "Agenda item sponsored",
            what=f"{item.title}, {words.title(item.meeting)}",
            url=item.meeting.url,
            due=item.meeting.papers_due_on if owes else item.meeting.day,
            key=item.pk,
        )


def upcoming(viewer: Viewer, *, at: datetime) -> Iterator[Upcoming]:
    """The next meetings of the groups in which the viewer sits."""
    for one in meetings.own_meetings_ahead(viewer, at=at)[:MEETINGS_AT_THE_SIDE]:
        yield Upcoming(
            noun="groups",
            what=one.body.name,
            at=one.starts,
            url=one.url,
            where=words.where(one),
            body=one.body.name,
        )


def attendance_of_seats(
    viewer: Viewer, *, body: UUID, on: date
) -> Mapping[UUID, Attendance]:
    """How often each seat of a body was filled, up to a day."""
    return {
        seat: Attendance(asked, came)
        for seat, (asked, came) in attendance.filled_by_seat(
            viewer, body=body, on=on
        ).items()
    }


class MeetingSearching:
    """How a meeting is found: by its group, its day and its place."""

    def visible(self, viewer: Viewer) -> Meetings:
        """Those the viewer may see."""
        return meetings.visible_meetings(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its group and day; where it is."""
        if not isinstance(record, Meeting):
            return None
        return SearchText(
            title=words.title(record),
            words=words.where(record),
            url=record.url,
            kind="Meeting",
        )


class ItemSearching:
    """How an agenda item is found: by those who may read it, and nobody else."""

    def visible(self, viewer: Viewer) -> AgendaItems:
        """Those the viewer may read."""
        return waiting.findable_items(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title and its cover."""
        if not isinstance(record, AgendaItem):
            return None
        return SearchText(
            title=f"{record.title}, {words.title(record.meeting)}",
            words=f"{record.title} {record.cover}",
            url=f"{record.meeting.url}#item-{record.pk}",
            kind="Agenda item",
        )


class NoteSearching:
    """How minutes are found: item by item, so that no item betrays another."""

    def visible(self, viewer: Viewer) -> QuerySet[ItemNote]:
        """The notes that stand and that the viewer may read."""
        return waiting.findable_notes(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """What was written of the item."""
        if not isinstance(record, ItemNote):
            return None
        of = record.item
        page = reverse("groups:minutes", args=[of.meeting_id])
        return SearchText(
            title=f"Minutes: {of.title}, {words.title(of.meeting)}",
            words=record.words,
            url=f"{page}#item-{of.pk}",
            kind="Minutes",
        )


class DecisionSearching:
    """How a decision is found."""

    def visible(self, viewer: Viewer) -> Decisions:
        """Those the viewer may see."""
        return decisions.visible_decisions(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference, what was decided, what else was considered, and why."""
        if not isinstance(record, Decision):
            return None
        return SearchText(
            title=f"{record.reference}: {record.wording[:120]}",
            words=f"{record.wording} {record.options} {record.reasons}",
            url=reverse("groups:decision", args=[record.pk]),
            kind="Decision",
        )


def _minutes_of(meeting: Meeting) -> str:
    return f"Minutes of {say_day(meeting.day)}"


def _of_meeting(
    meeting: Meeting, what: str, why: str, *, due: date | None = None
) -> Need:
    return Need(
        noun="groups",
        what=what,
        why=why,
        url=meeting.url,
        due=due or meeting.day,
        body=meeting.body.name,
    )


def _of_minutes(minutes: Minutes, why: str) -> Need:
    return Need(
        noun="groups",
        what=_minutes_of(minutes.meeting),
        why=why,
        url=reverse("groups:minutes", args=[minutes.meeting_id]),
        due=minutes.meeting.day,
        body=minutes.meeting.body.name,
    )


GROUPS = Noun(
    "groups",
    needs=needs,
    holdings=holdings,
    meetings=upcoming,
    searching=(
        (Meeting, MeetingSearching()),
        (AgendaItem, ItemSearching()),
        (ItemNote, NoteSearching()),
        (Decision, DecisionSearching()),
    ),
)
DECISION_RECORDS = RecordKind(
    noun="groups",
    kind="Decision",
    model=Decision,
    route="groups:decision",
    reference="reference",
    body="body_id",
)
"""How access finds a single decision: for conflicts, emergencies, and who has looked."""
