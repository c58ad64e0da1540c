"""The example's role chooser: look as one of its invented people, without a password.

It exists only where nobody but this machine can reach it: in the example, with debug
on, on a server that listens on loopback, asked from loopback, with no proxy between.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kith.web.access.entry.sessions import begin
from kith.web.access.factors import CHOSEN_KEY
from kith.web.access.people.presenters import where
from kith.web.access.people.queries import everybody_in_the_example
from kith.web.access.places import PLACES
from kith.web.access.roles import ROLES, Role


if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest

    from kith.web.access.places import SeatHeld
    from kith.web.access.requests import KithRequest


BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PROXIED = ("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via")
"""A proxy on this machine would make everybody look like this machine."""


def is_offered(request: HttpRequest) -> bool:
    """Whether the chooser exists for this request."""
    return bool(
        settings.KITH_EXAMPLE
        and settings.DEBUG
        and _is_loopback(settings.KITH_LISTENS_ON)
        and _is_loopback(request.META.get("REMOTE_ADDR", ""))
        and not any(name in request.headers for name in PROXIED)
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: KithRequest) -> HttpResponse:
    """The example's people, each with their role and a button to look as them.

    Raises:
        Http404: this is no example, or somebody asks from elsewhere.
    """
    if not is_offered(request):
        raise Http404("there is no chooser here")
    today = request.received_at.date()
    people = list(everybody_in_the_example(request.viewer, day=today))
    if request.method != "POST":
        seats = PLACES.seats([one.pk for one in people], today)
        shown = [_card(one, seats.get(one.pk, []), today) for one in people]
        groups = _grouped([one for one in shown if one["duties"]])
        return render(request, "access/choose.html", {"groups": groups})
    chosen = {str(one.pk): one for one in people}.get(request.POST.get("person", ""))
    if chosen is None:
        raise Http404("nobody of that key")
    request.session.flush()
    login(request, chosen, backend=BACKEND)
    request.session[CHOSEN_KEY] = True
    begin(request, request.real_time_at)
    return HttpResponseRedirect(reverse("home:home"))


def _card(person: Any, seats: list[SeatHeld], today: date) -> dict[str, Any]:
    """A person of the example: what they are, and what for."""
    duties: list[dict[str, Any]] = [
        {
            "words": f"{one.words}, {where(one)}",
            "duty": ROLES[Role(one.role)].duty,
            "role": Role(one.role),
        }
        for one in person.standing
    ]
    duties += [
        {"words": f"{one.role}, {one.body}", "duty": "", "role": None}
        for one in seats
        if one.first_on <= today
    ]
    return {"name": person.name, "key": str(person.pk), "duties": duties}


def _grouped(cards: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """In the order of the list of roles; whoever only sits in groups comes last."""
    order = list(ROLES)

    def rank(card: dict[str, Any]) -> tuple[int, str]:
        held = [order.index(one["role"]) for one in card["duties"] if one["role"]]
        return (min(held, default=len(order)), card["name"])

    ranked = sorted(cards, key=rank)
    with_role = [one for one in ranked if rank(one)[0] < len(order)]
    by_seat = [one for one in ranked if rank(one)[0] == len(order)]
    named = [
        ("With a role for the area", with_role),
        ("With a seat in a group", by_seat),
    ]
    return [(words, found) for words, found in named if found]


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
