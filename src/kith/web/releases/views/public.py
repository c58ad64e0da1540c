"""What the public has been told: the list, each release, its file and the file's metadata."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.domain.rules.states.releases import ReleaseState
from kith.web.releases import queries
from kith.web.releases.files.about import partnership_of
from kith.web.releases.presenters import tables, words
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest
    from kith.web.releases.models import Release


@require_safe
def released_list(request: KithRequest) -> HttpResponse:
    """Everything that was released, and what was taken back."""
    shelf = paged(queries.in_public(request.viewer), request.GET)
    rows = [
        (one, words.areas_words(one), _is_stone(one), words.notices(one))
        for one in shelf.rows
    ]
    return render(request, "releases/released.html", {"shelf": shelf, "rows": rows})


@require_safe
def released(request: KithRequest, ledger: str) -> HttpResponse:
    """One release at its permanent address; the stone of one that was taken back."""
    of = queries.public_release(request.viewer, ledger)
    about = {
        "of": of,
        "areas": words.areas_words(of),
        "asked": tables.asked_words(of),
        "is_stone": _is_stone(of),
        "notices": words.notices(of),
        "table": tables.shown(of),
        "definitions": tables.definitions(of),
        "errata": of.errata.order_by("noted_at"),
    }
    return render(request, "releases/public.html", about)


@require_safe
def released_csv(request: KithRequest, ledger: str) -> HttpResponse:
    """The table as CSV."""
    of = _table(request, ledger)
    if _is_stone(of):
        return _gone(request, of)
    notice = " ".join(words.notices(of))
    written = csv_text(*tables.csv_rows(of), notice=notice)
    return attached(written, f"{of.ledger}.csv")


@require_safe
def released_csvw(request: KithRequest, ledger: str) -> HttpResponse:
    """What the table's columns are, for machines."""
    of = _table(request, ledger)
    if _is_stone(of):
        return _gone(request, of)
    address = settings.KITH_ADDRESS + reverse("releases:public", args=[of.ledger])
    told = tables.csvw(
        of,
        address=address,
        publisher=partnership_of(of.areas.all()),
        notice=" ".join(words.notices(of)),
    )
    said = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(said, content_type="application/csvm+json")


def _table(request: KithRequest, ledger: str) -> Release:
    of = queries.public_release(request.viewer, ledger)
    if of.is_edition:
        raise Http404("an edition has files of its own, figure by figure")
    return of


def _is_stone(of: Release) -> bool:
    return of.state == ReleaseState.WITHDRAWN


def _gone(request: KithRequest, of: Release) -> HttpResponse:
    about = {"of": of, "is_stone": True, "areas": words.areas_words(of)}
    return render(request, "releases/public.html", about, status=HTTPStatus.GONE)
