"""Reads of minutes: what was said, how far the draft is, what was corrected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import F
from django.http import Http404

from kith.web.actions.queries import visible_actions
from kith.web.groups import policies
from kith.web.groups.models import (
    Correction,
    Decision,
    ItemAction,
    ItemNote,
    Minutes,
    MinutesComment,
)
from kith.web.groups.queries.agendas import AgendaLine, agenda, readable_items
from kith.web.groups.queries.meetings import visible_meetings


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action
    from kith.web.groups.models import AgendaItem, Meeting, MinutesStep


@dataclass(frozen=True)
class MinutedItem:
    """A line of the agenda with what came of it; nothing where the viewer may not."""

    line: AgendaLine
    note: ItemNote | None = None
    decisions: list[Decision] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    comments: list[MinutesComment] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


def minutes_of(viewer: Viewer, of: Meeting) -> Minutes | None:
    """The meeting's minutes, where the draft has come as far as this viewer."""
    found = Minutes.objects.filter(
        meeting__in=visible_meetings(viewer).filter(pk=of.pk)
    ).select_related("meeting__body", "agreed_by", "agreed_in")
    one = found.first()
    return one if one and policies.may_read_minutes(viewer, one) else None


def minutes(viewer: Viewer, of: Meeting) -> Minutes:
    """The same, or nothing there.

    Raises:
        Http404: not there, or not this viewer's yet.
    """
    found = minutes_of(viewer, of)
    if found is None:
        raise Http404("nothing here for this viewer")
    return found


def visible_minutes(viewer: Viewer) -> QuerySet[Minutes]:
    """The minutes of every meeting the viewer may see, whatever their state."""
    return Minutes.objects.filter(meeting__in=visible_meetings(viewer)).select_related(
        "meeting__body"
    )


def minuted_items(viewer: Viewer, of: Minutes) -> list[MinutedItem]:
    """The agenda with notes, decisions and actions, item by item; a fixed number of
    queries."""
    lines = agenda(viewer, of.meeting)
    keys = [one.item.pk for one in lines if one.item and not one.is_conflicted]
    notes = {
        one.item_id: one
        for one in ItemNote.objects.filter(
            item__in=keys, version=F("item__notes_version")
        ).select_related("written_by")
    }
    decisions = _by_item(
        Decision.objects.visible_to(viewer)
        .filter(item__in=keys)
        .prefetch_related("dissents")
        .order_by("decided_on", "reference")
    )
    actions = _actions_by_item(viewer, keys)
    said = of.comments.select_related("said_by").order_by("said_at", "id")
    comments = _by_item(said.filter(item__in=keys))
    corrections = _by_item(_corrections(of).filter(item__in=keys))
    return [
        MinutedItem(
            line=one,
            note=notes.get(one.item.pk),
            decisions=decisions[one.item.pk],
            actions=actions[one.item.pk],
            comments=comments[one.item.pk],
            corrections=corrections[one.item.pk],
        )
        if one.item and not one.is_conflicted
        else MinutedItem(one)
        for one in lines
    ]


def comments_on_all(viewer: Viewer, of: Minutes) -> QuerySet[MinutesComment]:
    """What was said of the whole draft."""
    shown = minutes(viewer, of.meeting)
    return (
        shown.comments.filter(item__isnull=True)
        .select_related("said_by")
        .order_by("said_at", "id")
    )


def corrections_of_all(viewer: Viewer, of: Minutes) -> QuerySet[Correction]:
    """What was corrected later in no single item."""
    return _corrections(minutes(viewer, of.meeting)).filter(item__isnull=True)


def corrections_noted(viewer: Viewer, at: Meeting) -> QuerySet[Correction]:
    """What this meeting corrected in earlier minutes."""
    readable = readable_items(viewer).values("pk")
    found = Correction.objects.filter(
        noted_in=at, minutes__meeting__in=visible_meetings(viewer)
    ).select_related("minutes__meeting", "item", "noted_by")
    return (found.filter(item__isnull=True) | found.filter(item__in=readable)).order_by(
        "noted_at", "id"
    )


def story(viewer: Viewer, of: Minutes) -> QuerySet[MinutesStep]:
    """The minutes' steps, oldest first."""
    shown = minutes(viewer, of.meeting)
    return shown.steps.select_related("taken_by").order_by("taken_at", "id")


def to_agree_at(viewer: Viewer, meeting: Meeting) -> list[Minutes]:
    """Earlier minutes of the body that are still to be agreed, the oldest first."""
    waiting = (
        visible_minutes(viewer)
        .filter(meeting__body=meeting.body_id, meeting__starts__lt=meeting.starts)
        .exclude(state="AGREED")
        .order_by("meeting__starts")
    )
    return [one for one in waiting if policies.may_read_minutes(viewer, one)]


def note_that_stands(viewer: Viewer, of: AgendaItem) -> ItemNote | None:
    """What the minutes say of an item now."""
    return (
        ItemNote.objects.filter(
            item__in=readable_items(viewer).filter(pk=of.pk),
            version=F("item__notes_version"),
        )
        .select_related("written_by")
        .first()
    )


def _corrections(of: Minutes) -> QuerySet[Correction]:
    return of.corrections.select_related("noted_in", "noted_by").order_by(
        "noted_at", "id"
    )


def _by_item(rows: QuerySet) -> defaultdict[UUID, list]:  # type: ignore[type-arg] # several tables
    found: defaultdict[UUID, list] = defaultdict(list)  # type: ignore[type-arg] # the same
    for one in rows:
        found[one.item_id].append(one)
    return found


def _actions_by_item(viewer: Viewer, keys: list[UUID]) -> dict[UUID, list[Action]]:
    found: defaultdict[UUID, list[Action]] = defaultdict(list)
    links = ItemAction.objects.filter(item__in=keys).values_list("item", "action")
    pairs = list(links)
    seen = visible_actions(viewer).in_bulk([action for _, action in pairs])
    for item, action in pairs:
        if action in seen:
            found[item].append(seen[action])
    return found
