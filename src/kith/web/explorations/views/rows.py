"""The rows behind an answer: asked for with a purpose, shown page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import RefusedError
from kith.web.bodies.queries import known_names
from kith.web.explorations import forms, policies, queries
from kith.web.explorations.actions import ask_for_rows, read_rows_page
from kith.web.explorations.presenters import tables, words
from kith.web.ui.paging import paged_list
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@both
def rows_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Say for what the rows are needed."""
    viewer, offer = request.viewer, queries.on_offer(request.viewer)
    of, build = queries.exploration(viewer, key), offer.build if offer else ""
    why = policies.why_not_open_rows(viewer, of, build=build)
    if why == policies.NOT_ROWS:
        raise Http404("not for this viewer")
    form = forms.PurposeForm(request.POST or None, known=known_names(viewer))
    if not why and form.is_valid():
        try:
            one = ask_for_rows(
                viewer=viewer,
                at=request.received_at,
                key=key,
                purpose=form.cleaned_data["purpose"],
                build=build,
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return HttpResponseRedirect(reverse("explorations:rows", args=[one.pk]))
    about = {"of": of, "form": form, "why_not": why, "watch": watch_words(form.known)}
    return render(request, "explorations/rows_new.html", about)


@require_safe
def rows_page(request: KithRequest, key: UUID) -> HttpResponse:
    """One page of the rows; each page that is opened is recorded, with the purpose."""
    viewer, at = request.viewer, request.received_at
    one = queries.opening(viewer, key)
    found = queries.open_rows(viewer, one, day=london_day(at), now=request.real_time_at)
    names = queries.organisation_names(viewer)
    lines = tables.row_lines(found, names) if found else []
    shelf = paged_list(lines, request.GET)
    if shelf.rows:
        read_rows_page(
            viewer=viewer, at=at, one=one, first=shelf.first, count=len(shelf.rows)
        )
    about = {
        "one": one,
        "of": one.of,
        "shelf": shelf,
        # An event has no end; a spell without one goes on.
        "has_ends": any(line.ended for line in lines),
        "is_open": found is not None,
        "held_back": tables.held_back_words(found, names) if found else [],
        "why_not": words.why_no_rows(one, is_open=found is not None),
        "is_waiting": one.state == "WAITING",
        "not_released": words.NOT_RELEASED,
    }
    return render(request, "explorations/rows.html", about)
