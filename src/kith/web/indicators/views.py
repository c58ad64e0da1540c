"""The register, one indicator, a new one, and a change."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.contracts.published.measures import QUESTIONS
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.indicators import presenters, queries
from kith.web.indicators.actions import add_indicator, change_indicator
from kith.web.indicators.forms import ChangeForm, NewIndicatorForm
from kith.web.indicators.values import definition_of


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def indicator_list(request: KithRequest) -> HttpResponse:
    """Every indicator by the question it helps to answer."""
    wanted = request.GET.get("q", "").strip()[:80]
    groups = presenters.by_question(queries.register(request.viewer), wanted)
    about = {
        "groups": groups,
        "wanted": wanted,
        "count": sum(len(entries) for _, entries in groups),
        "may_keep": request.viewer.may(P.INDICATOR_KEEP),
    }
    return render(request, "indicators/list.html", about)


@require_safe
def indicator_detail(request: KithRequest, code: str) -> HttpResponse:
    """What it counts now, and how that changed."""
    entry = queries.entry(request.viewer, code)
    about = {
        "entry": entry,
        "lines": presenters.lines(entry.indicator),
        "changes": queries.changes(request.viewer, code),
        "may_keep": request.viewer.may(P.INDICATOR_KEEP),
    }
    return render(request, "indicators/detail.html", about)


@both
def indicator_new(request: KithRequest) -> HttpResponse:
    """Add an indicator."""
    form = NewIndicatorForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            add_indicator(
                viewer=request.viewer,
                at=request.received_at,
                code=code,
                first=form.change(),
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, presenters.ADDED)
            return HttpResponseRedirect(reverse("indicators:detail", args=[code]))
    return render(request, "indicators/new.html", {"form": form})


@both
def indicator_change(request: KithRequest, code: str) -> HttpResponse:
    """Say an indicator anew."""
    before = queries.entry(request.viewer, code).indicator
    form = ChangeForm(request.POST or None, initial=asdict(definition_of(before)))
    if form.is_valid():
        try:
            change_indicator(
                viewer=request.viewer,
                at=request.received_at,
                code=code,
                change=form.change(),
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, presenters.CHANGED)
            return HttpResponseRedirect(reverse("indicators:detail", args=[code]))
    about = {"form": form, "before": before, "questions": dict(QUESTIONS)}
    return render(request, "indicators/change.html", about)
