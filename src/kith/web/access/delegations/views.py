"""One page each: who stands in for whom, and asking somebody to."""

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

from kith.web.access.delegations import presenters, queries
from kith.web.access.delegations.actions import (
    StandIn,
    end_delegation,
    give_delegation,
)
from kith.web.access.delegations.forms import StandInForm
from kith.web.access.permissions import Permission as P
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def delegation_list(request: KithRequest) -> HttpResponse:
    """Who stands in for whom, as far as it concerns this viewer."""
    today = request.received_at.date()
    rows = queries.visible_delegations(request.viewer).order_by("-last_on", "id")
    shelf = paged(rows, request.GET)
    about = {
        "shelf": shelf,
        "lines": presenters.lines(request.viewer, shelf.rows, today=today),
        "may_give": request.viewer.may(P.DELEGATION_GIVE),
    }
    return render(request, "delegations/list.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def delegation_new(request: KithRequest) -> HttpResponse:
    """Ask somebody to stand in."""
    form = StandInForm(
        request.POST or None,
        people=queries.people_to_delegate_to(request.viewer),
        bodies=queries.bodies_to_delegate(request.viewer),
        today=request.received_at.date(),
    )
    if not form.is_valid():
        return render(request, "delegations/new.html", {"form": form})
    given = give_delegation(
        viewer=request.viewer,
        at=request.received_at,
        stand_in=StandIn(**form.cleaned_data),
    )
    messages.success(request, f"{given.taker.name} stands in for you on these days.")
    return HttpResponseRedirect(reverse("delegations:list"))


@require_POST
def delegation_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End one early."""
    end_delegation(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "Nobody stands in by this any more.")
    return HttpResponseRedirect(reverse("delegations:list"))
