"""A person's own notices, how often they want them, and the background work."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import refuse_if
from kith.web.notices import presenters, queries
from kith.web.notices.actions import choose_rhythm, try_again
from kith.web.notices.forms import RhythmForm
from kith.web.notices.models import JobState, Rhythm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


WRONG = 422


@require_safe
def notice_list(request: KithRequest) -> HttpResponse:
    """The notices sent to this person."""
    shelf = paged(queries.own_notices(request.viewer), request.GET)
    about = {
        "shelf": shelf,
        "lines": [presenters.notice_line(one) for one in shelf.rows],
        "rhythm": queries.rhythm(request.viewer).label,
    }
    return render(request, "notices/list.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def notice_choose(request: KithRequest) -> HttpResponse:
    """How often this person is nudged."""
    if request.method != "POST":
        form = RhythmForm(initial={"rhythm": queries.rhythm(request.viewer).value})
        return render(request, "notices/choose.html", {"form": form})
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return render(request, "notices/choose.html", {"form": form}, status=WRONG)
    rhythm = Rhythm(form.cleaned_data["rhythm"])
    choose_rhythm(viewer=request.viewer, at=request.received_at, rhythm=rhythm)
    messages.success(request, f"Your choice is kept: {rhythm.label.lower()}.")
    return HttpResponseRedirect(reverse("notices:list"))


@require_safe
def task_list(request: KithRequest) -> HttpResponse:
    """The background work: kinds, times and kinds of fault; no content."""
    state = request.GET.get("state", "")
    shelf = paged(queries.jobs_by_need(request.viewer, state), request.GET)
    beat = queries.heartbeat(request.viewer)
    words, is_well = presenters.pulse(beat, request.real_time_at)
    about = {
        "shelf": shelf,
        "lines": [presenters.job_line(one) for one in shelf.rows],
        "pulse": words,
        "is_well": is_well,
        "state": state,
        "states": JobState.choices,
    }
    return render(request, "notices/tasks.html", about)


@require_POST
def task_again(request: KithRequest) -> HttpResponse:
    """Try failed work again: the form names it, for it is of no area and no body."""
    key = _key(request.POST.get("job", ""))
    try_again(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It will be tried again.")
    return HttpResponseRedirect(reverse("notices:tasks"))


def _key(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        refuse_if("Choose the work that is to be tried again.")
        raise
