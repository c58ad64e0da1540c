"""The scorecard, a figure's page, and their downloads."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.published.restated import RESTATED
from kith.web.published.values import (
    EditionUnreadableError,
    NothingPublishedError,
    NotPublishedError,
)
from kith.web.scorecards.presenters.downloads import measure_csv, scorecard_csv
from kith.web.scorecards.presenters.figure_page import figure_page
from kith.web.scorecards.presenters.scorecard import scorecard as scorecard_of
from kith.web.ui.answers import attached


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.access.requests import KithRequest


NOT_YET = 503
"""Nothing is published: the site is not at fault, and a later visit will differ."""


def needs_edition(
    view: Callable[..., HttpResponse],
) -> Callable[..., HttpResponse]:
    """Shows what to do where nothing is published, and 404 where a figure is not."""

    @wraps(view)
    def guarded(request: KithRequest, **parts: str) -> HttpResponse:
        try:
            return view(request, **parts)
        except NothingPublishedError as fault:
            about = {"unreadable": isinstance(fault, EditionUnreadableError)}
            return render(
                request, "ui/errors/nothing_published.html", about, status=NOT_YET
            )
        except NotPublishedError as absent:
            raise Http404(str(absent)) from absent

    return guarded


@require_safe
@needs_edition
def scorecard(request: KithRequest) -> HttpResponse:
    """Every published figure, grouped by question."""
    page = scorecard_of(request.viewer, _area(request))
    return render(request, "scorecards/scorecard.html", {"page": page})


@require_safe
@needs_edition
def scorecard_download(request: KithRequest) -> HttpResponse:
    """Every published figure as CSV."""
    words = scorecard_csv(request.viewer, _area(request))
    return attached(words, "scorecard.csv")


@require_safe
@needs_edition
def figure(request: KithRequest, measure: str) -> HttpResponse:
    """One figure, and everything it rests on."""
    page = figure_page(request.viewer, measure, _area(request))
    restated = RESTATED.of(request.viewer, measure, page.area.code)
    about = {"page": page, "restatements": restated}
    return render(request, "scorecards/figure.html", about)


@require_safe
@needs_edition
def figure_download(request: KithRequest, measure: str) -> HttpResponse:
    """One figure and its breakdowns as CSV."""
    words = measure_csv(request.viewer, measure, _area(request))
    return attached(words, f"{measure}.csv")


def _area(request: KithRequest) -> str | None:
    return request.GET.get("area") or None
