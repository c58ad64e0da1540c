"""One page: what is looked for, and what was found."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kith.web.search import presenters, queries
from kith.web.search.asking import understood
from kith.web.search.forms import SearchForm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


KEPT = 10
"""Searches of a session that can be gone back to."""

PER_PAGE = 20
IN_SESSION = "searches"
WRONG = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: KithRequest) -> HttpResponse:
    """Look for words. They may name a child, so they never stand in an address: they
    are sent, kept with the session for a while, and the address holds a ticket."""
    if request.method == "POST":
        form = SearchForm(request.POST)
        if not form.is_valid():
            return render(request, "search/search.html", {"form": form}, status=WRONG)
        ticket = _kept(request, form.cleaned_data["words"])
        where = urlencode({"asked": ticket})
        return HttpResponseRedirect(f"{reverse('search:search')}?{where}")
    words = request.session.get(IN_SESSION, {}).get(request.GET.get("asked", ""))
    if not words:
        return render(request, "search/search.html", {"form": SearchForm()})
    return _found(request, words)


def _kept(request: KithRequest, words: str) -> str:
    ticket = token_urlsafe(6)
    before = list(request.session.get(IN_SESSION, {}).items())
    request.session[IN_SESSION] = dict([*before, (ticket, words)][-KEPT:])
    return ticket


def _found(request: KithRequest, words: str) -> HttpResponse:
    asked = understood(words)
    kind = request.GET.get("kind", "").replace("\0", "")
    kinds = queries.kinds_found(request.viewer, asked)
    rows = queries.found(request.viewer, asked, kind)
    shelf = paged(rows, request.GET, PER_PAGE)
    queries.searched(request.viewer, request.received_at, asked, shelf.total)
    about = {
        "form": SearchForm({"words": words}),
        "words": words,
        "ticket": request.GET["asked"],
        "kind": kind,
        "kinds": kinds,
        "total": sum(one.count for one in kinds),
        "shelf": shelf,
        "lines": [presenters.line(one, asked) for one in shelf.rows],
    }
    return render(request, "search/search.html", about)
