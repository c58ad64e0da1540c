"""One page each: the conflicts that were named, and naming one."""

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

from kith.web.access.conflicts import policies, queries
from kith.web.access.conflicts.actions import Conflicted, lift_conflict, name_conflict
from kith.web.access.conflicts.forms import NameForm
from kith.web.access.records import place_named


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def conflict_list(request: KithRequest) -> HttpResponse:
    """Who is kept from which record in this viewer's groups."""
    blocks = queries.blocks_to_list(request.viewer)
    return render(request, "conflicts/list.html", {"blocks": blocks})


@require_http_methods(["GET", "HEAD", "POST"])
def conflict_new(request: KithRequest) -> HttpResponse:
    """Name a conflict."""
    people = queries.people_to_name(request.viewer)
    given = {"record": request.GET.get("record", "")}
    form = NameForm(request.POST or None, people=people, initial=given)
    if not form.is_valid():
        return render(request, "conflicts/new.html", {"form": form})
    asked = form.cleaned_data
    place = place_named(asked["record"])
    why_not = policies.why_not_name(request.viewer, place)
    if why_not:
        form.add_error("record", why_not)
        return render(request, "conflicts/new.html", {"form": form})
    name_conflict(
        viewer=request.viewer,
        at=request.received_at,
        place=place,
        conflicted=Conflicted(
            asked["person"], asked["reason"], is_subject=asked["kind"] == "subject"
        ),
    )
    messages.success(request, "The record is closed to them.")
    return HttpResponseRedirect(reverse("conflicts:list"))


@require_POST
def conflict_lift(request: KithRequest, key: UUID) -> HttpResponse:
    """Open the record to the person again."""
    lift_conflict(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The record is open to them again.")
    return HttpResponseRedirect(reverse("conflicts:list"))
