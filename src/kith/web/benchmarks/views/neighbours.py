"""Statistical neighbours: the editions, one of them, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.statistical_neighbours import NotNeighboursError
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.benchmarks import forms, queries
from kith.web.benchmarks.actions import NeighbourEdition, bring_neighbours
from kith.web.documents.files.accepting import NotAcceptedError, accepted
from kith.web.sheets.reading import UnreadableError
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def neighbour_list(request: KithRequest) -> HttpResponse:
    """Every edition that was brought in."""
    shelf = paged(queries.neighbour_lists(request.viewer), request.GET)
    about = {"shelf": shelf, "may_keep": request.viewer.may(P.BENCHMARK_KEEP)}
    return render(request, "benchmarks/neighbours.html", about)


@require_safe
def neighbour_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One edition: each area with its neighbours."""
    edition = queries.neighbour_list(request.viewer, key)
    around = queries.around(request.viewer, edition)
    about = {"edition": edition, "around": around}
    return render(request, "benchmarks/neighbours_detail.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def neighbour_new(request: KithRequest) -> HttpResponse:
    """Bring an edition in."""
    form = forms.NeighboursForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            made = bring_neighbours(
                viewer=request.viewer,
                at=request.received_at,
                file=accepted(said.pop("file").read()),
                edition=NeighbourEdition(**said),
            )
        except (
            NotAcceptedError,
            NotNeighboursError,
            UnreadableError,
            RefusedError,
        ) as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(request, "The edition is kept.")
            return HttpResponseRedirect(
                reverse("benchmarks:neighbours_detail", args=[made.pk])
            )
    return render(request, "benchmarks/neighbours_new.html", {"form": form})
