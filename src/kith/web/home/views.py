"""One page: what needs you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.domain.vocabulary.moments import london_day
from kith.web.home import presenters, queries


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_safe
def home(request: KithRequest) -> HttpResponse:
    """What needs this person, over every area they serve. Sign-in lands here."""
    at = request.received_at
    today = london_day(at)
    waiting = queries.what_waits(request.viewer, today=today)
    beside = queries.what_stands_beside(request.viewer, at=at, today=today)
    about = {
        "today": today,
        "sentence": presenters.sentence(waiting, today=today),
        "spans": presenters.spans(waiting, today=today),
        "unasked": presenters.unasked_words(waiting.unasked, beside.unasked),
        "meetings": presenters.meeting_lines(beside.meetings),
        "clocks": presenters.clock_lines(beside.clocks, today=today),
    }
    return render(request, "home/home.html", about)
