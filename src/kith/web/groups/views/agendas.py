"""Pages of agendas: an item, its place, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.views.decorators.http import require_http_methods, require_POST

from kith.web.access.refusals import RefusedError
from kith.web.groups.actions import agendas as doing
from kith.web.groups.forms.agendas import ItemForm, PaperForm, ReasonForm
from kith.web.groups.presenters import meetings as words
from kith.web.groups.queries import agendas as queries
from kith.web.groups.queries import attendance, meetings
from kith.web.groups.views.pages import Asking, ask, to


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
def item_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add an item."""
    of = meetings.meeting(request.viewer, key)
    form = ItemForm(
        request.POST or None,
        markings=request.viewer.markings(body=of.body_id),
        people=attendance.possible_substitutes(request.viewer, of.body_id),
        initial={"marking": "PARTNER"},
    )
    if not form.is_valid():
        asking = Asking(
            "Add an agenda item",
            "Add this item",
            of.url,
            words.title(of),
            caption=words.title(of),
            lead=""
            if of.state == "PLANNED"
            else "Papers are out, so it takes the next number at the end.",
        )
        return ask(request, form, asking)
    doing.add_item(
        viewer=request.viewer, at=request.received_at, meeting=key, entry=form.entry()
    )
    messages.success(request, "The item is on the agenda.")
    return to("meeting", key, "agenda")


@require_http_methods(["GET", "HEAD", "POST"])
def item_change(request: KithRequest, key: UUID) -> HttpResponse:
    """Change an item."""
    item = queries.item(request.viewer, key)
    names = ("title", "purpose", "marking", "cover", "minutes_allowed")
    now = {name: getattr(item, name) for name in names}
    form = ItemForm(
        request.POST or None,
        markings=request.viewer.markings(body=item.meeting.body_id),
        people=attendance.possible_substitutes(request.viewer, item.meeting.body_id),
        initial={**now, "sponsor": item.sponsor_id, "paper_from": item.paper_from_id},
    )
    if not form.is_valid():
        asking = Asking(
            "Change this item",
            "Change this item",
            item.meeting.url,
            words.title(item.meeting),
            caption=words.title(item.meeting),
        )
        return ask(request, form, asking)
    doing.change_item(
        viewer=request.viewer, at=request.received_at, key=key, entry=form.entry()
    )
    messages.success(request, "The item is changed.")
    return to("meeting", item.meeting_id, "agenda")


@require_POST
def item_move(request: KithRequest, key: UUID) -> HttpResponse:
    """Move an item one place up or down."""
    item = doing.move_item(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        up=request.POST.get("to") != "down",
    )
    return to("meeting", item.meeting_id, "agenda")


@require_http_methods(["GET", "HEAD", "POST"])
def item_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Take an item off, with the reason."""
    item = queries.item(request.viewer, key)
    form = ReasonForm(request.POST or None, label="Why it is taken off")
    if not form.is_valid():
        asking = Asking(
            "Take this item off the agenda",
            "Take it off",
            item.meeting.url,
            words.title(item.meeting),
            caption=item.title,
            is_warning=True,
        )
        return ask(request, form, asking)
    doing.withdraw_item(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        reason=form.cleaned_data["reason"],
    )
    messages.success(request, "The item is off the agenda.")
    return to("meeting", item.meeting_id, "agenda")


@require_http_methods(["GET", "HEAD", "POST"])
def paper_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Table a document for an item."""
    item = queries.item(request.viewer, key)
    form = PaperForm(
        request.POST or None,
        documents=queries.documents_to_table(request.viewer, item),
    )
    if not form.is_valid():
        asking = Asking(
            "Add a paper",
            "Add this paper",
            item.meeting.url,
            words.title(item.meeting),
            caption=item.title,
            lead="Upload it among the group's documents first; then choose it here.",
        )
        return ask(request, form, asking)
    doing.add_paper(
        viewer=request.viewer,
        at=request.received_at,
        item=key,
        document=form.cleaned_data["document"],
    )
    messages.success(request, "The paper is with the item.")
    return to("meeting", item.meeting_id, "agenda")


@require_POST
def item_carry(request: KithRequest, key: UUID) -> HttpResponse:
    """Bring what an earlier meeting left unfinished to this one."""
    meetings.meeting(request.viewer, key)
    try:
        item = UUID(request.POST.get("item", ""))
    except ValueError:
        raise RefusedError("Choose which item to bring.") from None
    doing.carry_item(viewer=request.viewer, at=request.received_at, key=item, to=key)
    messages.success(request, "The item is on this agenda.")
    return to("meeting", key, "agenda")
