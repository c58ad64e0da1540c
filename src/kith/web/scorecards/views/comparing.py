"""The numbers held among the benchmarks, offered to a scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.scorecards import policies, queries
from kith.web.scorecards.actions import choose_comparator
from kith.web.scorecards.forms import ChoiceForm
from kith.web.scorecards.presenters.comparing import offer_lines


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
def comparators_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Choose what the measures are held against."""
    viewer = request.viewer
    one = queries.scorecard(viewer, key)
    form = ChoiceForm(request.POST or None)
    if form.is_valid():
        chosen = form.cleaned_data["chosen"]
        try:
            made = choose_comparator(
                viewer=viewer, at=request.received_at, key=key, chosen=chosen
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            words = f"{made.get_kind_display()} stands beside the figure."
            messages.success(request, words)
            return HttpResponseRedirect(reverse("scorecards:comparators", args=[key]))
    about = {
        "scorecard": one,
        "period": Period(one.first_on, one.last_on),
        "form": form,
        "lines": offer_lines(queries.offers(viewer, one)),
        "why_not": policies.why_not_change(viewer, one),
    }
    return render(request, "scorecards/comparators.html", about)
