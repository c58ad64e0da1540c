"""One page each: what was brought in, a new file, its columns, its rows, the batch."""

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

from kith.domain.rules.states.arrivals import ARRIVAL, ArrivalState
from kith.web.arrivals import forms, policies, presenters, queries
from kith.web.arrivals.actions import (
    WRITES,
    Brought,
    apply_arrival,
    bring_in,
    choose,
    drop_arrival,
    match_columns,
    undo_arrival,
)
from kith.web.arrivals.kinds import KINDS
from kith.web.arrivals.models import ArrivalKind
from kith.web.documents.files.accepting import NotAcceptedError, accepted
from kith.web.sheets.choosing import ColumnsForm, side_by_side
from kith.web.sheets.reading import UnreadableError
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.arrivals.models import Arrival


both = require_http_methods(["GET", "HEAD", "POST"])
TABLES = frozenset({"XLSX", "CSV", "TXT"})


@require_safe
def arrival_list(request: KithRequest) -> HttpResponse:
    """What was brought in, the newest first."""
    rows = queries.visible_arrivals(request.viewer).order_by("-uploaded_at", "id")
    shelf = paged(rows, request.GET)
    lines = [presenters.line(one) for one in shelf.rows]
    return render(request, "arrivals/list.html", {"shelf": shelf, "lines": lines})


@both
def arrival_new(request: KithRequest) -> HttpResponse:
    """Bring a spreadsheet in."""
    form = forms.BringForm(
        request.POST or None,
        request.FILES or None,
        bodies=queries.bodies_to_bring_into(request.viewer),
    )
    if form.is_valid():
        try:
            arrival = _brought(request, form)
        except (NotAcceptedError, UnreadableError) as refused:
            form.add_error("file", str(refused))
        else:
            return HttpResponseRedirect(presenters.page_of(arrival))
    return render(request, "arrivals/new.html", {"form": form})


def _brought(request: KithRequest, form: forms.BringForm) -> Arrival:
    said = form.cleaned_data
    file = accepted(said["file"].read())
    if file.kind.name not in TABLES:
        raise UnreadableError("The file is no spreadsheet. Choose an .xlsx or CSV file")
    return bring_in(
        viewer=request.viewer,
        at=request.received_at,
        body=said["body"],
        brought=Brought(ArrivalKind(said["kind"]), said["file"].name, file.content),
    )


@both
def arrival_columns(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what each column holds."""
    arrival = queries.arrival(request.viewer, key)
    wanted = KINDS[ArrivalKind(arrival.kind)].fields
    headings = arrival.cells[arrival.header_row] if arrival.cells else []
    guessed = {f"column_{column}": code for code, column in arrival.columns.items()}
    form = ColumnsForm(
        request.POST or None,
        wanted=wanted,
        headings=headings,
        initial={"header": arrival.header_row + 1, **guessed},
    )
    why = policies.why_not(request.viewer, arrival, "match")
    if not why and form.is_valid():
        match_columns(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            header=min(form.cleaned_data["header"], len(arrival.cells)) - 1,
            columns=form.cleaned_data["columns"],
        )
        return _to("check", key)
    about = {
        "arrival": arrival,
        "form": form,
        "columns": side_by_side(
            arrival.cells, arrival.header_row, form, arrival.columns
        ),
        "why_not": why,
    }
    return render(request, "arrivals/columns.html", about)


@both
def arrival_check(request: KithRequest, key: UUID) -> HttpResponse:
    """Say who is meant, and see what every row would become."""
    viewer, today = request.viewer, request.received_at.date()
    arrival = queries.arrival(viewer, key)
    why = policies.why_not(viewer, arrival, "apply")
    setting = queries.setting_of(viewer, arrival, today=today)
    form = forms.ChoicesForm(
        request.POST or None,
        people=queries.unsure_people(viewer, arrival, setting),
        organisations=queries.unsure_organisations(viewer, arrival, setting),
        is_action_log=presenters.is_action_log(arrival),
        may_make=not policies.why_not_add_organisation(viewer),
        initial={
            "default_due": setting.default_due,
            "bring_done": setting.bring_done,
        },
    )
    if not why and request.method == "POST" and form.is_valid():
        choose(viewer=viewer, at=request.received_at, key=key, choices=form.choices())
        return _to("check", key)
    plans = queries.plans(viewer, arrival, setting)
    about = {
        "arrival": arrival,
        "form": form,
        "asks": presenters.has_choices(form),
        "is_action_log": presenters.is_action_log(arrival),
        "lines": presenters.preview(plans),
        "summary": presenters.summary(one.outcome.value for one in plans),
        "writes": sum(1 for one in plans if one.outcome in WRITES),
        "why_not": why,
    }
    return render(request, "arrivals/check.html", about)


@require_safe
def arrival_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """What became of an import."""
    arrival = queries.arrival(request.viewer, key)
    rows = list(queries.applied_rows(request.viewer, arrival))
    about = {
        "arrival": arrival,
        "state": ARRIVAL.words[ArrivalState(arrival.state)],
        "rows": presenters.became(rows),
        "summary": presenters.summary(one.outcome for one in rows),
        "may_undo": not policies.why_not(request.viewer, arrival, "undo"),
    }
    return render(request, "arrivals/detail.html", about)


@require_POST
def arrival_apply(request: KithRequest, key: UUID) -> HttpResponse:
    """Bring the rows in."""
    apply_arrival(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The rows are brought in.")
    return _to("detail", key)


@require_POST
def arrival_undo(request: KithRequest, key: UUID) -> HttpResponse:
    """Take the whole batch back."""
    undo_arrival(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The whole batch is taken back.")
    return _to("detail", key)


@require_POST
def arrival_drop(request: KithRequest, key: UUID) -> HttpResponse:
    """Give the import up."""
    drop_arrival(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "Nothing was brought in, and the file is forgotten.")
    return _to("detail", key)


def _to(page: str, key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"arrivals:{page}", args=[key]))
