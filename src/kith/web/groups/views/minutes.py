"""Pages of minutes: reading, writing beside the agenda, agreeing, correcting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.permissions import Permission as P
from kith.web.actions.actions import Promise
from kith.web.actions.queries import possible_owner_organisations, possible_owners
from kith.web.groups import policies
from kith.web.groups.actions import minutes as doing
from kith.web.groups.forms.minutes import (
    ActionForm,
    CommentForm,
    CorrectionForm,
    NoteForm,
    WordsForm,
)
from kith.web.groups.policies import quorum as quorums
from kith.web.groups.presenters import agendas as agenda_words
from kith.web.groups.presenters import meetings as meeting_words
from kith.web.groups.presenters import minutes as words
from kith.web.groups.queries import agendas, attendance, meetings
from kith.web.groups.queries import minutes as queries
from kith.web.groups.views.pages import Asking, ask, reading_agenda, to


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.groups.models import Meeting, Minutes


@require_safe
def minutes(request: KithRequest, key: UUID) -> HttpResponse:
    """The minutes as this viewer may read them, with what can be done next."""
    viewer = request.viewer
    one = meetings.meeting(viewer, key)
    drafted = queries.minutes(viewer, one)
    later = list(meetings.later_meetings(viewer, one))
    begun = meetings.next_begun(viewer, one, at=request.received_at)
    about = {
        **_frame(request, one, drafted),
        "sentence": words.sentence(drafted),
        "steps": words.next_steps(viewer, drafted, begun, later),
        "comments": queries.comments_on_all(viewer, drafted),
        "corrections": queries.corrections_of_all(viewer, drafted),
        "story": words.story(queries.story(viewer, drafted)),
    }
    return render(request, "groups/minutes.html", about)


@require_safe
def minutes_write(request: KithRequest, key: UUID) -> HttpResponse:
    """One page: every item with its notes, its decisions and its actions."""
    one = meetings.meeting(request.viewer, key)
    drafted = queries.minutes(request.viewer, one)
    return render(request, "groups/minutes_write.html", _writing(request, one, drafted))


@require_POST
def notes(request: KithRequest, key: UUID) -> HttpResponse:
    """Save one item's notes; where somebody wrote meanwhile, show both texts."""
    item = agendas.item(request.viewer, key)
    form = NoteForm(request.POST)
    one = item.meeting
    if form.is_valid():
        try:
            doing.write_notes(
                viewer=request.viewer,
                at=request.received_at,
                item=key,
                note=form.note(),
            )
        except doing.WrittenSinceError as clash:
            drafted = queries.minutes(request.viewer, one)
            about = _writing(request, one, drafted)
            about["clash"] = {
                "item": key,
                "why": str(clash),
                "mine": form.cleaned_data["words"],
                "is_unfinished": form.cleaned_data["is_unfinished"],
                "theirs": clash.standing,
            }
            return render(request, "groups/minutes_write.html", about, status=409)
        messages.success(request, f"The notes of “{item.title}” are saved.")
    else:
        messages.error(request, "That was too long to save, or came without its place.")
    return to("minutes_write", one.pk, f"item-{key}")


@require_http_methods(["GET", "HEAD", "POST"])
def item_action(request: KithRequest, key: UUID) -> HttpResponse:
    """Propose an action from an item."""
    item = agendas.item(request.viewer, key)
    back = reverse("groups:minutes_write", args=[item.meeting_id])
    form = ActionForm(
        request.POST or None,
        organisations=possible_owner_organisations(request.viewer),
        people=possible_owners(request.viewer),
    )
    if not form.is_valid():
        asking = Asking(
            "Propose an action from this item",
            "Propose this action",
            f"{back}#item-{key}",
            "The minutes",
            caption=item.title,
        )
        return ask(request, form, asking)
    made = doing.propose_from_item(
        viewer=request.viewer,
        at=request.received_at,
        item=key,
        promise=Promise(**form.cleaned_data),
    )
    messages.success(request, f"{made.reference} is proposed.")
    return to("minutes_write", item.meeting_id, f"item-{key}")


@require_POST
def minutes_start(request: KithRequest, key: UUID) -> HttpResponse:
    """Start the minutes."""
    doing.start_minutes(viewer=request.viewer, at=request.received_at, meeting=key)
    return to("minutes_write", key)


@require_POST
def minutes_show(request: KithRequest, key: UUID) -> HttpResponse:
    """Show the draft to the chair."""
    drafted = _drafted(request, key)
    doing.show_minutes_to_chair(
        viewer=request.viewer, at=request.received_at, key=drafted.pk
    )
    messages.success(request, "The chair can read the draft.")
    return to("minutes", key)


@require_POST
def minutes_clear(request: KithRequest, key: UUID) -> HttpResponse:
    """Clear the draft for members."""
    drafted = _drafted(request, key)
    doing.clear_minutes(viewer=request.viewer, at=request.received_at, key=drafted.pk)
    messages.success(request, "Members can read the draft and comment on it.")
    return to("minutes", key)


@require_POST
def minutes_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree the minutes."""
    drafted = _drafted(request, key)
    doing.agree_minutes(viewer=request.viewer, at=request.received_at, key=drafted.pk)
    messages.success(request, "The minutes are agreed, and change no more.")
    return to("minutes", key)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_back(request: KithRequest, key: UUID) -> HttpResponse:
    """Send the draft back, with what should change."""
    drafted = _drafted(request, key)
    form = WordsForm(request.POST or None, label="What should change")
    if not form.is_valid():
        return ask(
            request, form, _asking(drafted, "Send the draft back", "Send it back")
        )
    doing.send_minutes_back(
        viewer=request.viewer,
        at=request.received_at,
        key=drafted.pk,
        words=form.cleaned_data["words"],
    )
    messages.success(request, "The draft is with its writer again.")
    return to("minutes", key)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_comment(request: KithRequest, key: UUID) -> HttpResponse:
    """Comment on the draft."""
    drafted = _drafted(request, key)
    form = CommentForm(
        request.POST or None, lines=agendas.agenda(request.viewer, drafted.meeting)
    )
    if not form.is_valid():
        return ask(
            request, form, _asking(drafted, "Comment on the draft", "Send this comment")
        )
    doing.comment_on_minutes(
        viewer=request.viewer,
        at=request.received_at,
        key=drafted.pk,
        words=form.cleaned_data["words"],
        item=form.about(),
    )
    messages.success(request, "Your comment is with the draft.")
    return to("minutes", key)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_correct(request: KithRequest, key: UUID) -> HttpResponse:
    """Note what a later meeting put right."""
    drafted = _drafted(request, key)
    form = CorrectionForm(
        request.POST or None,
        lines=agendas.agenda(request.viewer, drafted.meeting),
        later=list(meetings.later_meetings(request.viewer, drafted.meeting)),
    )
    if not form.is_valid():
        asking = _asking(drafted, "Note a correction", "Note this correction")
        return ask(request, form, asking)
    doing.note_correction(
        viewer=request.viewer,
        at=request.received_at,
        key=drafted.pk,
        correction=form.correction(),
    )
    messages.success(request, "The correction stands beside the minutes.")
    return to("minutes", key)


def _drafted(request: KithRequest, key: UUID) -> Minutes:
    return queries.minutes(request.viewer, meetings.meeting(request.viewer, key))


def _asking(drafted: Minutes, title: str, button: str) -> Asking:
    return Asking(
        title,
        button,
        reverse("groups:minutes", args=[drafted.meeting_id]),
        "The minutes",
        caption=f"Minutes of {meeting_words.title(drafted.meeting)}",
    )


def _frame(request: KithRequest, one: Meeting, drafted: Minutes) -> dict[str, Any]:
    viewer = request.viewer
    register = attendance.register(viewer, one)
    interests = list(agendas.interests_of(viewer, one))
    minuted = queries.minuted_items(viewer, drafted)
    reading_agenda(request, one.body_id, [each.line for each in minuted])
    rows = agenda_words.rows(
        [each.line for each in minuted], agendas.papers(viewer, one), interests
    )
    return {
        "meeting": one,
        "minutes": drafted,
        "title": meeting_words.title(one),
        "when": meeting_words.when(one),
        "state": meeting_words.minutes_words(drafted),
        "tone": words.tone(drafted),
        "items": list(zip(rows, minuted, strict=True)),
        "register": [
            (agenda_words.holder(line), agenda_words.attendance_words(line))
            for line in register
        ],
        "guests": attendance.guests(viewer, one),
        "quorum": quorums.quorum(one, register),
        "interests": [agenda_words.interest_words(each) for each in interests],
    }


def _writing(request: KithRequest, one: Meeting, drafted: Minutes) -> dict[str, Any]:
    viewer = request.viewer
    return {
        **_frame(request, one, drafted),
        "why_not": policies.why_not_write(viewer, drafted),
        "may_act": viewer.may(P.ACTION_PROPOSE, body=one.body_id),
        "may_decide": viewer.may(P.DECISION_RECORD, body=one.body_id),
        "why_not_show": policies.why_not_show_chair(viewer, drafted),
        "clash": None,
    }
