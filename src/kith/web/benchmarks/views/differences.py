"""Our figures beside published numbers of the same thing, and why they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.benchmarks import forms, presenters, queries
from kith.web.benchmarks.actions import explain_difference
from kith.web.bodies.queries import known_names
from kith.web.ui.paging import paged_list
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def difference_list(request: KithRequest) -> HttpResponse:
    """Every pair of this viewer's areas; those without a reason first."""
    viewer = request.viewer
    found = queries.pairs_of(viewer)
    shelf = paged_list(found, request.GET)
    keeps = viewer.areas(P.BENCHMARK_KEEP)
    about = {
        "shelf": shelf,
        "lines": presenters.pair_lines(shelf.rows, keeps=keeps),
        "open": sum(one.is_unexplained for one in found),
    }
    return render(request, "benchmarks/differences.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def difference_page(request: KithRequest, key: UUID) -> HttpResponse:
    """One pair: what was said of it, and a reason to record."""
    viewer = request.viewer
    pair = queries.pair(viewer, key)
    names = known_names(viewer)
    form = forms.ReasonForm(request.POST or None, known=names)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            explain_difference(
                viewer=viewer, at=request.received_at, key=key, reason=reason
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The reason stands beside both numbers.")
            return HttpResponseRedirect(reverse("benchmarks:differences"))
    (line,) = presenters.pair_lines([pair], keeps=viewer.areas(P.BENCHMARK_KEEP))
    about = {
        "form": form,
        "line": line,
        "pair": pair,
        "reasons": presenters.reason_lines(queries.reasons_of(viewer, pair)),
        "watch": watch_words(names),
    }
    return render(request, "benchmarks/difference.html", about)
