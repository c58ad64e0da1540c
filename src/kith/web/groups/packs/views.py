"""Pages of packs: which there are, what one holds, the file, and the public's own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_safe,
)

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.domain.vocabulary.periods import say_day
from kith.web.access.reading import read_recorded
from kith.web.documents.forms import PurposeForm
from kith.web.groups.packs import queries
from kith.web.groups.packs.writing import written
from kith.web.groups.queries.meetings import meeting as visible_meeting
from kith.web.ui.answers import attached
from kith.web.ui.documents.blocks import anchor_of
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.groups.models import Meeting
    from kith.web.groups.packs.contents import Pack


# The page that describes a pack and the file that follows it are the same work.
_written = lru_cache(maxsize=2)(written)


@require_safe
def pack_list(request: KithRequest, key: UUID) -> HttpResponse:
    """The packs of a meeting that this viewer may have, one for each circle."""
    meeting = visible_meeting(request.viewer, key)
    packs = [
        (WORDS[one], reverse("packs:pack", args=[key, one.lower()]))
        for one in queries.audiences(request.viewer, meeting)
    ]
    return render(request, "packs/list.html", {"meeting": meeting, "packs": packs})


@require_http_methods(["GET", "HEAD", "POST"])
def pack_detail(request: KithRequest, key: UUID, audience: str) -> HttpResponse:
    """What a pack holds, and which of its pages are not accessible."""
    meeting = visible_meeting(request.viewer, key)
    circle = _circle(audience)
    pack = _pack(request, meeting, circle)
    form = PurposeForm(request.POST or None) if circle is Marking.RESTRICTED else None
    if form is not None and form.is_valid():
        return _file(request, meeting, pack, form.cleaned_data["purpose"])
    made = _written(pack)
    page = {
        "meeting": meeting,
        "pack": pack,
        "made": made,
        "marking": WORDS[circle],
        "size": f"{len(made.content) / 1_000_000:.1f} MB",
        "form": form,
        "download": reverse("packs:download", args=[key, audience]),
    }
    return render(request, "packs/pack.html", page)


@require_GET
def pack_download(request: KithRequest, key: UUID, audience: str) -> HttpResponse:
    """The pack; of the restricted one, first the page that asks what for."""
    meeting = visible_meeting(request.viewer, key)
    circle = _circle(audience)
    if circle not in queries.audiences(request.viewer, meeting):
        raise Http404("nothing here for this viewer")
    if circle is Marking.RESTRICTED:
        return HttpResponseRedirect(reverse("packs:pack", args=[key, audience]))
    return _file(request, meeting, _pack(request, meeting, circle), "to read the pack")


@require_safe
def public_list(request: KithRequest) -> HttpResponse:
    """The meetings whose papers anybody may read."""
    shelf = paged(queries.published_meetings(request.viewer), request.GET)
    return render(request, "packs/public.html", {"shelf": shelf})


@require_safe
def public_download(request: KithRequest, key: UUID) -> HttpResponse:
    """The public's pack of a meeting whose body publishes its papers."""
    meeting = queries.published_meeting(request.viewer, key)
    made = _written(queries.public_pack(request.viewer, meeting))
    return _attached(made.content, meeting, Marking.PUBLIC)


def _pack(request: KithRequest, meeting: Meeting, circle: Marking) -> Pack:
    site = request.build_absolute_uri("/").rstrip("/")
    return queries.pack(request.viewer, meeting, circle, site=site)


def _file(
    request: KithRequest, meeting: Meeting, pack: Pack, purpose: str
) -> HttpResponse:
    made = _written(pack)
    read_recorded(
        request.viewer,
        request.received_at,
        "groups.downloaded",
        [meeting],
        purpose,
        body=meeting.body_id,
        audience=pack.audience.value,
    )
    return _attached(made.content, meeting, pack.audience)


def _attached(content: bytes, meeting: Meeting, circle: Marking) -> HttpResponse:
    stem = anchor_of(f"{meeting.body.name} {say_day(meeting.day)} {circle}")[:80]
    return attached(content, f"{stem}.pdf", "application/pdf")


def _circle(audience: str) -> Marking:
    try:
        return Marking(audience.upper())
    except ValueError as unknown:
        raise Http404("no such circle") from unknown
