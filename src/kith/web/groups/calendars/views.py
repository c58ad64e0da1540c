"""The feed itself, and the page on which a person makes and closes theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.web.access.viewing import viewer_for
from kith.web.groups.calendars import queries
from kith.web.groups.calendars.actions import make_feed, revoke_feed
from kith.web.groups.calendars.feed import CONTENT_TYPE
from kith.web.groups.calendars.feed import feed as written


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


@require_safe
def feed(request: KithRequest, secret: str) -> HttpResponse:
    """The calendar of whoever this secret was made for."""
    person = queries.person_of(request.viewer, secret)
    viewer = viewer_for(
        person,
        day=request.received_at.date(),
        real_time_at=request.real_time_at,
        origin="calendar",
    )
    meetings = queries.meetings_to_show(viewer, at=request.received_at)
    content = written(meetings, site=request.build_absolute_uri("/").rstrip("/"))
    return HttpResponse(
        content,
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": 'inline; filename="meetings.ics"',
            "Cache-Control": "private, no-store",
            "X-Robots-Tag": "noindex",
        },
    )


@require_safe
def own(request: KithRequest) -> HttpResponse:
    """Whether this person has a calendar address, and what it is for."""
    page = {"standing": queries.standing_feed(request.viewer), "address": ""}
    return render(request, "calendars/own.html", page)


@require_POST
def make(request: KithRequest) -> HttpResponse:
    """Make an address, and show it this once: it is kept nowhere, so no redirect."""
    secret = make_feed(viewer=request.viewer, at=request.received_at)
    address = request.build_absolute_uri(reverse("calendars:feed", args=[secret]))
    page = {"standing": queries.standing_feed(request.viewer), "address": address}
    answer = render(request, "calendars/own.html", page)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def revoke(request: KithRequest) -> HttpResponse:
    """Close the address."""
    revoke_feed(viewer=request.viewer, at=request.received_at)
    messages.success(request, "Your calendar address is closed.")
    return HttpResponseRedirect(reverse("calendars:own"))
