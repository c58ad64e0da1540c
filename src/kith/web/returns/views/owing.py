"""What is owed: the list, a new one, the end of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.return_calendar import Cadence
from kith.web.access.refusals import RefusedError
from kith.web.returns import forms, policies, queries
from kith.web.returns.actions import end_duty, owe
from kith.web.returns.values import Owed
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def duty_list(request: KithRequest) -> HttpResponse:
    """Who owes what, how often, and who sends it."""
    shelf = paged(queries.visible_duties(request.viewer), request.GET)
    titles = queries.figure_titles(request.viewer)
    rows = [
        (
            one,
            ", ".join(titles.get(code, code) for code in one.measures),
            not policies.why_not_change_duty(request.viewer, one),
        )
        for one in shelf.rows
    ]
    return render(request, "returns/duties.html", {"shelf": shelf, "rows": rows})


@both
def duty_new(request: KithRequest) -> HttpResponse:
    """Plan what an agency owes."""
    viewer, today = request.viewer, request.received_at.date()
    form = forms.OwedForm(
        request.POST or None,
        areas=queries.areas_to_plan_for(viewer),
        organisations=queries.organisations_that_owe(viewer, today),
        people=queries.stewards_of(viewer, today),
        measures=queries.measures_to_owe(viewer),
    )
    if form.is_valid():
        said = dict(form.cleaned_data)
        said["cadence"] = Cadence(said["cadence"])
        try:
            owe(viewer=viewer, at=request.received_at, owed=Owed(**said))
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It is planned, and what is over is due.")
            return HttpResponseRedirect(reverse("returns:duties"))
    return render(request, "returns/duty_new.html", {"form": form})


@both
def duty_end(request: KithRequest, key: UUID) -> HttpResponse:
    """Nothing is owed any more."""
    duty = queries.duty(request.viewer, key)
    if policies.why_not_change_duty(request.viewer, duty):
        raise Http404("not for this viewer")
    form = forms.EndForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        end_duty(viewer=request.viewer, at=request.received_at, key=key, **said)
        messages.success(request, "It is ended.")
        return HttpResponseRedirect(reverse("returns:duties"))
    return render(request, "returns/duty_end.html", {"form": form, "duty": duty})
