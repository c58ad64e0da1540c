"""What of groups waits for somebody: papers, minutes, votes, reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kith.domain.rules.states.meetings import AHEAD, MeetingState
from kith.domain.rules.states.minutes import MinutesState
from kith.domain.vocabulary.markings import Marking
from kith.web.access.permissions import Permission as P
from kith.web.groups.models import (
    AgendaItem,
    AgendaItems,
    CirculatedVote,
    Circulation,
    Decisions,
    Interest,
    ItemNote,
    Meeting,
    Meetings,
    Minutes,
)
from kith.web.groups.queries.agendas import readable_items
from kith.web.groups.queries.decisions import visible_circulations, visible_decisions
from kith.web.groups.queries.meetings import visible_meetings
from kith.web.groups.queries.minutes import visible_minutes


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def minutes_to_clear(viewer: Viewer) -> QuerySet[Minutes]:
    """Drafts that lie with this viewer as chair."""
    return visible_minutes(viewer).filter(
        state=MinutesState.WITH_CHAIR,
        meeting__body__in=viewer.bodies(P.MEETING_MINUTES_AGREE),
    )


def minutes_to_agree(viewer: Viewer, *, today: date) -> QuerySet[Minutes]:
    """Cleared drafts of this viewer's bodies that have met again since."""
    met_again = Meeting.objects.filter(
        body=OuterRef("meeting__body"),
        starts__gt=OuterRef("meeting__starts"),
        starts__date__lte=today,
    ).exclude(state=MeetingState.CANCELLED)
    return (
        visible_minutes(viewer)
        .filter(
            state=MinutesState.CLEARED,
            meeting__body__in=viewer.bodies(P.MEETING_MINUTES_AGREE),
        )
        .filter(Exists(met_again) | Q(meeting__body__closed_on__isnull=False))
    )


def meetings_to_minute(viewer: Viewer, *, today: date) -> Meetings:
    """Meetings whose day has passed and whose minutes are not with the chair yet."""
    return (
        visible_meetings(viewer)
        .filter(
            Q(state__in=[*AHEAD, MeetingState.HELD])
            | Q(minutes__state=MinutesState.WRITING),
            starts__date__lt=today,
            body__in=viewer.bodies(P.MEETING_MINUTES_DRAFT),
        )
        .order_by("starts", "id")
    )


def votes_to_give(viewer: Viewer, *, today: date) -> QuerySet[CirculatedVote]:
    """Votes that this viewer holds and has not given, the soonest to close first."""
    return (
        CirculatedVote.objects.filter(
            person=viewer.person,
            choice="",
            circulation__in=visible_circulations(viewer),
            circulation__ended_at__isnull=True,
            circulation__closes_on__gte=today,
        )
        .select_related("circulation__body")
        .order_by("circulation__closes_on", "id")
    )


def circulations_to_count(viewer: Viewer, *, today: date) -> QuerySet[Circulation]:
    """Votes that are over and not counted."""
    waiting = CirculatedVote.objects.filter(circulation=OuterRef("pk"), choice="")
    return (
        visible_circulations(viewer)
        .filter(
            Q(closes_on__lt=today) | ~Exists(waiting),
            ended_at__isnull=True,
            body__in=viewer.bodies(P.DECISION_RECORD),
        )
        .order_by("closes_on", "id")
    )


def decisions_to_review(viewer: Viewer, *, today: date) -> Decisions:
    """Decisions whose day to be looked at again has come."""
    return (
        visible_decisions(viewer)
        .review_due_by(today)
        .filter(body__in=viewer.bodies(P.DECISION_RECORD))
        .order_by("review_on", "reference")
    )


def owed_by(viewer: Viewer, person: UUID, body: UUID | None) -> AgendaItems:
    """Items that a person sponsors or owes a paper for at meetings to come."""
    found = (
        readable_items(viewer)
        .standing()
        .filter(
            Q(sponsor=person) | Q(paper_from=person),
            meeting__in=Meeting.objects.ahead(),
        )
    )
    return found.filter(meeting__body=body) if body else found


def findable_items(viewer: Viewer) -> AgendaItems:
    """The items that search may find: none that an interest closes to the viewer."""
    closed = _conflicted(viewer)
    return (
        AgendaItem.objects.readable_by(viewer)
        .standing()
        .exclude(marking=Marking.RESTRICTED, pk__in=closed)
    )


def findable_notes(viewer: Viewer) -> QuerySet[ItemNote]:
    """The notes that stand, of drafts that have come as far as this viewer."""
    return (
        ItemNote.objects.filter(item__in=findable_items(viewer))
        .filter(version_stands())
        .filter(
            Q(item__meeting__minutes__state__in=(MinutesState.CLEARED, "AGREED"))
            | Q(item__meeting__body__in=viewer.bodies(P.MEETING_MINUTES_DRAFT))
        )
    )


def version_stands() -> Q:
    """The note is the one its item names."""
    return Q(
        Exists(
            AgendaItem.objects.filter(
                pk=OuterRef("item"), notes_version=OuterRef("version")
            )
        )
    )


def _conflicted(viewer: Viewer) -> list[UUID | None]:
    return list(
        Interest.objects.filter(person=viewer.person, item__isnull=False)
        .exclude(outcome="STAYED")
        .values_list("item", flat=True)
    )
