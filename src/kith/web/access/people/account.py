"""A person's own page: who they are here, how they sign in, when they are away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.entry.adapters import has_factor
from kith.web.access.people import actions, presenters, queries
from kith.web.access.people.forms import AwayForm
from kith.web.access.places import PLACES


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


@never_cache
@require_safe
def account(request: KithRequest) -> HttpResponse:
    """Your account."""
    viewer, today = request.viewer, request.received_at.date()
    me = queries.own(viewer)
    roles = list(queries.own_holdings(viewer, day=today))
    names = dict(PLACES.organisations(frozenset(one.area for one in roles), today))
    about = {
        "person": me,
        "roles": [
            presenters.role_line(viewer, one, today=today, names=names) for one in roles
        ],
        "seats": PLACES.seats([me.pk], today).get(me.pk, []),
        "has_factor": has_factor(request.user),
        "has_password": bool(me.password) and me.has_usable_password(),
        "is_away_later": bool(me.away_last_on and me.away_last_on >= today),
    }
    return render(request, "access/account.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def away(request: KithRequest) -> HttpResponse:
    """Say when you are away: no e-mail comes then."""
    me = queries.own(request.viewer)
    begins = {"first_on": me.away_first_on, "last_on": me.away_last_on}
    form = AwayForm(request.POST or None, initial=begins)
    if not form.is_valid():
        return render(request, "access/away.html", {"form": form})
    actions.say_away(viewer=request.viewer, at=request.received_at, **form.cleaned_data)
    messages.success(request, "Your days away are kept.")
    return HttpResponseRedirect(reverse("access:account"))


@require_POST
def sign_out_everywhere(request: KithRequest) -> HttpResponse:
    """End every session of yours, on every device."""
    actions.sign_out_everywhere(viewer=request.viewer, at=request.received_at)
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))
