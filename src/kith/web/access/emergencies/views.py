"""One page each: opening a record in an emergency, and reviewing that somebody did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.emergencies import policies, queries
from kith.web.access.emergencies.actions import open_in_emergency, review_emergency
from kith.web.access.emergencies.forms import OpenForm, ReviewForm
from kith.web.access.records import place_named
from kith.web.access.refusals import refuse_if


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
def emergency_open(request: KithRequest) -> HttpResponse:
    """Open a record that is otherwise closed, for thirty minutes."""
    given = {"record": request.GET.get("record", "")}
    form = OpenForm(request.POST or None, initial=given)
    if not form.is_valid():
        return render(request, "emergencies/open.html", {"form": form})
    place = place_named(form.cleaned_data["record"])
    why_not = policies.why_not_open(request.viewer, place)
    if why_not or place is None:
        form.add_error("record", why_not)
        return render(request, "emergencies/open.html", {"form": form})
    open_in_emergency(
        viewer=request.viewer,
        at=request.received_at,
        now=request.real_time_at,
        place=place,
        reason=form.cleaned_data["reason"],
    )
    messages.success(request, f"{place.reference} is open to you for thirty minutes.")
    return HttpResponseRedirect(place.url)


@require_safe
def emergency_list(request: KithRequest) -> HttpResponse:
    """What was opened in emergencies where this viewer reviews."""
    found = queries.emergencies_to_review(request.viewer)
    waiting = sum(1 for glass, _ in found if glass.reviewed_at is None)
    about = {"emergencies": found, "waiting": waiting}
    return render(request, "emergencies/list.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def emergency_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Review one."""
    glass, place = queries.emergency(request.viewer, key)
    why_not = policies.why_not_review(request.viewer, glass, place)
    form = ReviewForm(request.POST or None)
    if request.method == "POST":
        refuse_if(why_not)
    if not form.is_valid():
        about = {"form": form, "glass": glass, "record": place, "why_not": why_not}
        return render(request, "emergencies/review.html", about)
    review_emergency(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        words=form.cleaned_data["words"],
    )
    messages.success(request, "The review is kept.")
    return HttpResponseRedirect(reverse("emergencies:list"))
