"""Requests for information: the list, a new one, one, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import RefusedError
from kith.web.bodies.queries import known_names
from kith.web.releases import forms, policies, queries
from kith.web.releases.actions import answer_request, keep_request
from kith.web.releases.presenters import words
from kith.web.releases.values import Received
from kith.web.ui.paging import paged
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def request_list(request: KithRequest) -> HttpResponse:
    """What was asked under the Act, and by when each is answered."""
    shelf = paged(queries.visible_requests(request.viewer), request.GET)
    today = london_day(request.received_at)
    rows = [(one, *words.request_standing(one, today)) for one in shelf.rows]
    return render(request, "releases/requests.html", {"shelf": shelf, "rows": rows})


@both
def request_new(request: KithRequest) -> HttpResponse:
    """Keep a request that an authority received."""
    viewer = request.viewer
    form = forms.RequestForm(
        request.POST or None,
        known=known_names(viewer),
        areas=queries.areas_to_keep_for(viewer),
        authorities=queries.authorities(viewer),
        today=london_day(request.received_at),
    )
    if form.is_valid():
        try:
            kept = keep_request(
                viewer=viewer,
                at=request.received_at,
                received=Received(**form.cleaned_data),
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _to(kept.pk)
    about = {"form": form, "watch": watch_words(form.known)}
    return render(request, "releases/request_new.html", about)


@require_safe
def request_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One request: its day, its table and its answer."""
    viewer = request.viewer
    kept = queries.figure_request(viewer, key)
    state, tone = words.request_standing(kept, london_day(request.received_at))
    about = {
        "kept": kept,
        "state": state,
        "tone": tone,
        "table": words.standing(kept.release) if kept.release else None,
        "steps": words.request_steps(viewer, kept),
    }
    return render(request, "releases/request.html", about)


@both
def request_answer(request: KithRequest, key: UUID) -> HttpResponse:
    """Keep what the authority answered."""
    viewer = request.viewer
    kept = queries.figure_request(viewer, key)
    why = policies.why_not_close(viewer, kept)
    form = forms.RequestAnswerForm(request.POST or None, known=known_names(viewer))
    if not why and form.is_valid():
        answer_request(
            viewer=viewer,
            at=request.received_at,
            key=key,
            answer=form.cleaned_data["words"],
        )
        messages.success(request, "The answer is kept with its request.")
        return _to(key)
    about = {
        "kept": kept,
        "form": form,
        "watch": watch_words(form.known),
        "why_not": why,
    }
    return render(request, "releases/request_answer.html", about)


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("releases:request", args=[key]))
