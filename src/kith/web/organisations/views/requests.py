"""Requests for information: the list, one of them, a new one, and each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from kith.web.organisations import actions, policies, presenters, queries
from kith.web.organisations.forms import AskForm, ReplyForm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.organisations.models import InformationRequest


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def request_list(request: KithRequest) -> HttpResponse:
    """Every request of this viewer's areas, the most urgent first."""
    today = request.received_at.date()
    found = queries.visible_requests(request.viewer)
    shelf = paged(found.order_by("ended_at", "due_on", "id"), request.GET)
    lines = [(one, *presenters.request_state(one, today=today)) for one in shelf.rows]
    about = {"shelf": shelf, "lines": lines}
    return render(request, "organisations/requests.html", about)


@require_safe
def request_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One request: what was asked, and what came of it."""
    one = queries.information_request(request.viewer, key)
    state, tone = presenters.request_state(one, today=request.received_at.date())
    about = {
        "one": one,
        "state": state,
        "tone": tone,
        "steps": presenters.request_steps(request.viewer, one),
        "story": presenters.request_story(one),
    }
    return render(request, "organisations/request.html", about)


@require_http_methods(GET_OR_POST)
def request_new(request: KithRequest) -> HttpResponse:
    """Ask for information."""
    form = AskForm(
        request.POST or None,
        areas=queries.areas_to_ask_for(request.viewer),
        organisations=queries.possible_agencies(
            request.viewer, on=request.received_at.date()
        ),
    )
    if not form.is_valid():
        about = {"form": form, "heading": "Ask for information", "one": None}
        return render(request, "organisations/request_form.html", about)
    made = actions.ask_for_information(
        viewer=request.viewer,
        at=request.received_at,
        asking=actions.Asking(**form.cleaned_data),
    )
    return _to(request, made.pk, f"{made.reference} is recorded.")


@require_POST
def request_chase(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask again."""
    actions.chase_information_request(
        viewer=request.viewer, at=request.received_at, key=key
    )
    return _to(request, key, "It is recorded that you asked again.")


@require_http_methods(GET_OR_POST)
def request_answer(request: KithRequest, key: UUID) -> HttpResponse:
    """Record the answer."""
    act = actions.answer_information_request
    return _with_reply(request, key, act, "Record the answer")


@require_http_methods(GET_OR_POST)
def request_refuse(request: KithRequest, key: UUID) -> HttpResponse:
    """Record a refusal."""
    act = actions.refuse_information_request
    return _with_reply(request, key, act, "Record a refusal")


@require_http_methods(GET_OR_POST)
def request_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Stop asking."""
    act = actions.withdraw_information_request
    return _with_reply(request, key, act, "Stop asking")


def _with_reply(
    request: KithRequest,
    key: UUID,
    act: Callable[..., InformationRequest],
    heading: str,
) -> HttpResponse:
    one = queries.information_request(request.viewer, key)
    refuse_if(policies.why_not_end_request(request.viewer, one))
    form = ReplyForm(request.POST or None)
    if not form.is_valid():
        about = {"form": form, "heading": heading, "one": one}
        return render(request, "organisations/request_form.html", about)
    act(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        reply=form.cleaned_data["reply"],
    )
    return _to(request, key, "It is recorded.")


def _to(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("organisations:request", args=[key]))
