"""Reads of agendas: what a circle of readers, or one viewer, sees of a meeting."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.agenda_numbers import Numbered, Placing, numbered_for
from kith.domain.rules.states.meetings import MeetingState
from kith.domain.vocabulary.markings import Marking
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.documents.models import Document
from kith.web.documents.queries import documents_of_body
from kith.web.groups.models import (
    AgendaItem,
    AgendaItems,
    AgendaPlacing,
    Interest,
    ItemPaper,
    Meeting,
    PlannedItem,
    StandingItem,
)
from kith.web.groups.models.agendas import readable_in_body


if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body


@dataclass(frozen=True)
class AgendaLine:
    """One line of an agenda as its reader sees it.

    Without an item, its readers once saw one here and may read it no longer.
    ``is_conflicted``: this viewer declared an interest, so of a restricted item they
    see the title alone.
    """

    number: int
    item: AgendaItem | None
    is_conflicted: bool = False


def readable_items(viewer: Viewer) -> AgendaItems:
    """Every item the viewer may read, with what an agenda shows of each."""
    return AgendaItem.objects.readable_by(viewer).select_related(
        "meeting__body", "sponsor", "sponsor_organisation", "paper_from"
    )


def item(viewer: Viewer, key: UUID) -> AgendaItem:
    """One item.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(readable_items(viewer), key)


def agenda(viewer: Viewer, of: Meeting) -> list[AgendaLine]:
    """The agenda as this viewer may read it, in their circle's numbers."""
    shown = viewer.markings(body=of.body_id)
    hidden = viewer.blocked_keys("groups")
    return _lines(viewer, of, shown, hidden)


def agenda_for_audience(
    viewer: Viewer, of: Meeting, audience: Marking
) -> list[AgendaLine]:
    """The agenda of one circle of readers, in that circle's own numbers.

    Only a viewer who may read every marking of the circle gets it; anybody else gets
    the part that is theirs, so that a pack never holds more than its maker may see.
    """
    from_widest = [
        one
        for one in viewer.markings(body=of.body_id)
        if list(Marking).index(one) <= list(Marking).index(audience)
    ]
    return _lines(viewer, of, from_widest, viewer.blocked_keys("groups"))


def papers(viewer: Viewer, of: Meeting) -> dict[UUID, list[ItemPaper]]:
    """The papers of each item, as far as the viewer may read item and paper."""
    found: defaultdict[UUID, list[ItemPaper]] = defaultdict(list)
    rows = ItemPaper.objects.filter(
        item__in=AgendaItem.objects.readable_by(viewer).filter(meeting=of),
        document__in=Document.objects.visible_to(viewer).standing(),
    )
    for one in rows.select_related("document").order_by("added_at", "id"):
        found[one.item_id].append(one)
    return found


def documents_to_table(viewer: Viewer, of: AgendaItem) -> QuerySet[Document]:
    """The documents of the body that this viewer could table for an item."""
    return documents_of_body(viewer, of.meeting.body_id).exclude(
        pk__in=ItemPaper.objects.filter(item=of).values("document")
    )


def papers_owed(viewer: Viewer) -> AgendaItems:
    """Papers that this person is to bring, and has not, the soonest first."""
    return (
        readable_items(viewer)
        .standing()
        .filter(
            paper_from=viewer.person,
            papers__isnull=True,
            meeting__in=Meeting.objects.ahead(),
        )
        .order_by("meeting__papers_due_on", "id")
    )


def interests_of(viewer: Viewer, of: Meeting) -> QuerySet[Interest]:
    """The interests declared at a meeting, in items that this viewer may read."""
    readable = AgendaItem.objects.readable_by(viewer).filter(meeting=of)
    found = Interest.objects.filter(meeting=of).select_related("person", "item")
    return (found.filter(item__isnull=True) | found.filter(item__in=readable)).order_by(
        "declared_at", "id"
    )


def standing_items(viewer: Viewer, body: Body) -> QuerySet[StandingItem]:
    """What stands on every agenda of the body, in order, for those who may read it."""
    return StandingItem.objects.filter(
        readable_in_body(viewer, P.MEETING_SEE), body=body, ended_at__isnull=True
    ).order_by("order", "id")


def planned_items(viewer: Viewer, body: Body) -> QuerySet[PlannedItem]:
    """The body's work plan, month by month, for those who may read it."""
    return (
        PlannedItem.objects.filter(
            readable_in_body(viewer, P.MEETING_SEE), body=body, is_dropped=False
        )
        .select_related("lead")
        .order_by("month", "title", "id")
    )


def forward_plan(
    viewer: Viewer, bodies: Collection[UUID], first: date, last: date
) -> QuerySet[PlannedItem]:
    """What these bodies take up between two months, for those who may read it."""
    return (
        PlannedItem.objects.filter(
            readable_in_body(viewer, P.MEETING_SEE),
            body__in=bodies,
            month__gte=first,
            month__lte=last,
            is_dropped=False,
        )
        .select_related("body", "lead")
        .order_by("month", "body__name", "title", "id")
    )


def unfinished_items(viewer: Viewer, of: Meeting) -> AgendaItems:
    """What a meeting left unfinished and no later agenda has taken up."""
    return (
        readable_items(viewer)
        .standing()
        .filter(meeting=of, is_unfinished=True, carried_to__isnull=True)
        .order_by("order", "id")
    )


def placings_of(viewer: Viewer, of: Meeting) -> list[Placing[UUID]]:
    """How items came onto this agenda: kept once papers are out, till then its order.

    Held for the numbering alone: nothing of it is shown.
    """
    if of.body_id not in viewer.bodies(P.MEETING_SEE) and viewer.is_signed_in:
        return []
    if of.state == MeetingState.PLANNED:
        waiting = AgendaItem.objects.filter(meeting=of).standing()
        rows = list(waiting.order_by("order", "id").values_list("pk", "marking"))
    else:
        kept = AgendaPlacing.objects.filter(meeting=of).order_by("sequence")
        rows = list(kept.values_list("item", "marking"))
    return [Placing(key, Marking(marking)) for key, marking in rows]


def _lines(
    viewer: Viewer,
    of: Meeting,
    markings: Sequence[Marking],
    hidden: Collection[UUID],
) -> list[AgendaLine]:
    numbered = numbered_for(placings_of(viewer, of), markings, hidden=hidden)
    items = {
        one.pk: one
        for one in readable_items(viewer).filter(meeting=of, marking__in=markings)
    }
    conflicted = set(
        Interest.objects.filter(meeting=of, person=viewer.person, item__isnull=False)
        .exclude(outcome="STAYED")
        .values_list("item", flat=True)
        if viewer.is_signed_in
        else ()
    )
    return [_line(one, items, conflicted) for one in numbered]


def _line(
    one: Numbered[UUID], items: dict[UUID, AgendaItem], conflicted: set[UUID]
) -> AgendaLine:
    found = None if one.is_closed else items.get(one.item)
    closed = (
        found is not None
        and found.pk in conflicted
        and found.marking == Marking.RESTRICTED
    )
    return AgendaLine(one.number, found, is_conflicted=closed)
