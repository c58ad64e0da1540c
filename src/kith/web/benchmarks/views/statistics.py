"""What was brought in, one release, a new one, and an area's note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.published_statistics import NotStatisticsError
from kith.domain.vocabulary.definitions import Definition
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.benchmarks import forms, policies, presenters, queries
from kith.web.benchmarks.actions import (
    Chosen,
    Noted,
    Released,
    bring_statistics,
    note_measure,
    set_beside,
)
from kith.web.bodies.queries import known_names
from kith.web.documents.files.accepting import NotAcceptedError, accepted
from kith.web.sheets.reading import UnreadableError
from kith.web.ui.paging import paged
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def release_list(request: KithRequest) -> HttpResponse:
    """Published tables that stand beside our measures."""
    shelf = paged(queries.releases(request.viewer), request.GET)
    may_keep = request.viewer.may(P.BENCHMARK_KEEP)
    about = {"shelf": shelf, "may_keep": may_keep}
    return render(request, "benchmarks/list.html", about)


@both
def release_new(request: KithRequest) -> HttpResponse:
    """Bring in a published table."""
    form = forms.ReleaseForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            made = bring_statistics(
                viewer=request.viewer,
                at=request.received_at,
                file=accepted(said.pop("file").read()),
                released=Released(**said),
            )
        except (
            NotAcceptedError,
            NotStatisticsError,
            UnreadableError,
            RefusedError,
        ) as refused:
            form.add_error("file", str(refused))
        else:
            return HttpResponseRedirect(reverse("benchmarks:set", args=[made.pk]))
    return render(request, "benchmarks/new.html", {"form": form})


@require_safe
def release_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One release: where it comes from, and what of it stands beside which measure."""
    viewer = request.viewer
    release = queries.release(viewer, key)
    titles = {one.code: one.title for one in queries.catalogue(viewer)}
    rows = [
        (
            one,
            titles.get(one.measure, one.measure),
            presenters.definition_words(one.definition, one.how),
        )
        for one in queries.benchmarks_of(viewer, release)
    ]
    may_keep = viewer.may(P.BENCHMARK_KEEP)
    about = {"release": release, "rows": rows, "titles": titles, "may_keep": may_keep}
    return render(request, "benchmarks/detail.html", about)


@both
def release_set(request: KithRequest, key: UUID) -> HttpResponse:
    """Set one of its numbers beside a measure."""
    viewer = request.viewer
    release = queries.release(viewer, key)
    form = forms.ChosenForm(
        request.POST or None,
        layout=queries.layout_of(viewer, release),
        measures=queries.catalogue(viewer),
    )
    if form.is_valid():
        said = form.cleaned_data
        chosen = Chosen(
            indicator=said["indicator"],
            filters=form.filters(),
            measure=said["measure"],
            definition=Definition(said["definition"]),
            how=said["how"],
            population=said["population"],
        )
        try:
            set_beside(viewer=viewer, at=request.received_at, key=key, chosen=chosen)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It stands beside the measure's figure now.")
            return HttpResponseRedirect(reverse("benchmarks:detail", args=[key]))
    about = {"form": form, "release": release}
    return render(request, "benchmarks/set.html", about)


@both
def note_new(request: KithRequest, measure: str) -> HttpResponse:
    """Say how an area holds a measure."""
    viewer = request.viewer
    known = {one.code: one for one in queries.catalogue(viewer)}
    if measure not in known or policies.why_not_keep(viewer):
        raise Http404("no such measure")
    names = known_names(viewer)
    form = forms.NoteForm(
        request.POST or None, known=names, areas=queries.areas_to_speak_for(viewer)
    )
    if form.is_valid():
        said = dict(form.cleaned_data)
        noted = Noted(
            measure=measure, definition=Definition(said.pop("definition")), **said
        )
        note_measure(viewer=viewer, at=request.received_at, noted=noted)
        messages.success(request, "It is noted, and stands beside the figure.")
        return HttpResponseRedirect(reverse("scorecards:figure", args=[measure]))
    about = {"form": form, "measure": known[measure], "watch": watch_words(names)}
    return render(request, "benchmarks/note.html", about)
