"""One page each: the list, one action, a new one, and each step."""

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

from kith.web.actions import presenters, queries
from kith.web.actions.actions import Promise, agree_action, propose_action
from kith.web.actions.forms import ProposeForm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def action_list(request: KithRequest) -> HttpResponse:
    """Every action this viewer may see, the most urgent first."""
    rows = queries.visible_actions(request.viewer).order_by("due_on", "id")
    shelf = paged(rows, request.GET)
    today = request.received_at.date()
    lines = [presenters.line(one, today=today) for one in shelf.rows]
    return render(request, "actions/list.html", {"shelf": shelf, "lines": lines})


@require_safe
def action_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One action: where it stands, what can be done next, its story."""
    action = queries.action(request.viewer, key)
    words, tone = presenters.standing(action, today=request.received_at.date())
    about = {
        "action": action,
        "state": words,
        "tone": tone,
        "steps": presenters.next_steps(request.viewer, action),
        "story": presenters.story(queries.story(request.viewer, action)),
    }
    return render(request, "actions/detail.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def action_new(request: KithRequest) -> HttpResponse:
    """Propose an action."""
    form = ProposeForm(
        request.POST or None,
        bodies=queries.bodies_to_propose_in(request.viewer),
        organisations=queries.possible_owner_organisations(request.viewer),
        people=queries.possible_owners(request.viewer),
    )
    if not form.is_valid():
        return render(request, "actions/new.html", {"form": form})
    asked = form.cleaned_data
    action = propose_action(
        viewer=request.viewer,
        at=request.received_at,
        body=asked.pop("body"),
        promise=Promise(**asked),
    )
    messages.success(request, f"{action.reference} is proposed.")
    return _to(action.pk)


@require_POST
def action_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree an action."""
    action = agree_action(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, f"{action.reference} is agreed.")
    return _to(action.pk)


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("actions:detail", args=[key]))
