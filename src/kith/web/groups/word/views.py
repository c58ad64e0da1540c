"""Pages of Word files: out, in, compared, and taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from kith.domain.vocabulary.periods import say_day
from kith.web.access.reading import read_recorded
from kith.web.access.refusals import RefusedError, refuse_if
from kith.web.groups.queries.meetings import meeting as visible_meeting
from kith.web.groups.word import queries
from kith.web.groups.word.actions import take_over
from kith.web.groups.word.comparing import compared
from kith.web.groups.word.forms import BringInForm, taken_from
from kith.web.ui.answers import attached
from kith.web.ui.documents.blocks import anchor_of
from kith.web.ui.documents.word import word


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def word_out(request: KithRequest, key: UUID, part: str) -> HttpResponse:
    """The agenda or the minutes as a Word file."""
    meeting = visible_meeting(request.viewer, key)
    said = _part(part)
    content = word(queries.document(request.viewer, meeting, said))
    read_recorded(
        request.viewer,
        request.received_at,
        "groups.exported",
        [meeting],
        f"the {said.value} as a Word file",
        body=meeting.body_id,
        part=said.value,
    )
    stem = anchor_of(f"{said.value} {meeting.body.name} {say_day(meeting.day)}")[:80]
    return attached(content, f"{stem}.docx", WORD_TYPE)


@require_http_methods(["GET", "HEAD", "POST"])
def word_in(request: KithRequest, key: UUID, part: str) -> HttpResponse:
    """Bring an edited copy in, and see what differs; nothing is written here."""
    meeting = visible_meeting(request.viewer, key)
    said = _part(part)
    refuse_if(queries.why_not_bring_in(request.viewer, meeting, said))
    form = BringInForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"meeting": meeting, "part": said.value, "form": form}
    if not form.is_valid():
        return render(request, "word/bring_in.html", page)
    read = form.cleaned_data["file"]
    standing = queries.standing(request.viewer, meeting, said)
    page["found"] = compared(standing, read.chapters)
    page["is_tracked"] = read.has_tracked_changes
    return render(request, "word/compare.html", page)


@require_POST
def word_take(request: KithRequest, key: UUID, part: str) -> HttpResponse:
    """Take over the differences that were ticked, each by itself."""
    meeting = visible_meeting(request.viewer, key)
    said = _part(part)
    done = 0
    for taken in taken_from(request.POST):
        try:
            take_over(
                viewer=request.viewer,
                at=request.received_at,
                meeting=meeting.pk,
                part=said,
                taken=taken,
            )
            done += 1
        except RefusedError as refused:
            messages.warning(request, f"One item was left as it is. {refused}")
    words = "Nothing is" if not done else f"{done} item{'s are' if done > 1 else ' is'}"
    messages.success(request, f"{words} taken over from the Word file.")
    return HttpResponseRedirect(meeting.url)


def _part(part: str) -> queries.Part:
    try:
        return queries.Part(part)
    except ValueError as unknown:
        raise Http404("no such part") from unknown
