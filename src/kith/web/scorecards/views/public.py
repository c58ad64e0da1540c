"""The scorecard, a figure's page, and their downloads."""

from __future__ import annotations

import json
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.benchmarks import queries as benchmarks
from kith.web.benchmarks.presenters import (
    beside_lines,
    comparator_lines,
    note_lines,
    pair_lines,
)
from kith.web.published import queries as published
from kith.web.published.provisional import PROVISIONAL
from kith.web.published.questions import BESIDE
from kith.web.published.restated import RESTATED
from kith.web.published.values import (
    EditionUnreadableError,
    NothingPublishedError,
    NotPublishedError,
)
from kith.web.scorecards import queries
from kith.web.scorecards.forms import ExploreForm, PeriodForm, period_code
from kith.web.scorecards.presenters.areas import areas_page, periods_of
from kith.web.scorecards.presenters.downloads import (
    measure_csv,
    measure_metadata,
    scorecard_csv,
    scorecard_metadata,
)
from kith.web.scorecards.presenters.explore import BREAKDOWNS, Asked, view_of
from kith.web.scorecards.presenters.figure_page import figure_page
from kith.web.scorecards.presenters.groups import groups_page
from kith.web.scorecards.presenters.scorecard import scorecard as scorecard_of
from kith.web.scorecards.presenters.trends import trend_chart
from kith.web.ui import charts
from kith.web.ui.answers import attached
from kith.web.ui.documents.pictures import chart_pictures


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.domain.vocabulary.periods import Period
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
    viewer, area = request.viewer, page.area.code
    period, kind = page.figure.period, page.measure.kind
    found = benchmarks.beside(viewer, measure, area, period=period, kind=kind)
    about = {
        "page": page,
        "provisional": PROVISIONAL.of(viewer, measure, area),
        "restatements": RESTATED.of(viewer, measure, area),
        "beside": beside_lines(found),
        "pairs": pair_lines(
            benchmarks.side_by_side(viewer, measure, area),
            keeps=viewer.areas(P.BENCHMARK_KEEP),
        ),
        "notes": note_lines(benchmarks.notes(viewer, measure)),
        "standing": BESIDE.of(viewer, measure, area),
        "may_note": viewer.may(P.BENCHMARK_KEEP),
    }
    return render(request, "scorecards/figure.html", about)


@require_safe
@needs_edition
def figure_download(request: KithRequest, measure: str) -> HttpResponse:
    """One figure and its breakdowns as CSV."""
    words = measure_csv(request.viewer, measure, _area(request))
    return attached(words, f"{measure}.csv")


@require_safe
@needs_edition
def figure_metadata(request: KithRequest, measure: str) -> HttpResponse:
    """What the columns of the same file are, for machines."""
    address = _file_of(request, f"{measure}.csv")
    return _metadata(measure_metadata(request.viewer, measure, _area(request), address))


@require_safe
@needs_edition
def scorecard_download_metadata(request: KithRequest) -> HttpResponse:
    """What the columns of the whole scorecard's file are, for machines."""
    address = _file_of(request, "scorecard.csv")
    return _metadata(scorecard_metadata(request.viewer, _area(request), address))


def _file_of(request: KithRequest, name: str) -> str:
    """The file beside its metadata, of the same area."""
    area = _area(request)
    return f"{name}?{urlencode({'area': area})}" if area else name


def _metadata(told: dict[str, Any]) -> HttpResponse:
    said = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(said, content_type="application/csvm+json")


@require_safe
@needs_edition
def trend_svg(request: KithRequest, measure: str) -> HttpResponse:
    """One figure month by month, as a drawing."""
    drawn = charts.standalone_svg(_trend(request, measure))
    return attached(drawn, f"{measure}.svg", "image/svg+xml")


@require_safe
@needs_edition
def trend_png(request: KithRequest, measure: str) -> HttpResponse:
    """One figure month by month, as a picture."""
    (picture,) = _pictures((_trend(request, measure),))
    return attached(picture, f"{measure}.png", "image/png")


# Anybody may ask, and the same edition draws the same picture: the last few are kept.
_pictures = lru_cache(maxsize=32)(chart_pictures)


@require_safe
@needs_edition
def areas(request: KithRequest, measure: str) -> HttpResponse:
    """One figure in every area of the edition."""
    viewer, day = request.viewer, london_day(request.received_at)
    named = sorted(published.edition(viewer).areas, key=lambda one: one.name)
    codes = [one.code for one in named]
    page = areas_page(
        viewer,
        measure,
        _period(request, measure),
        benchmarks.shared(viewer, measure, codes, day),
        benchmarks.notes(viewer, measure),
    )
    found = benchmarks.comparators(viewer, page.measure, codes, page.period)
    names = {one.code: one.name for one in page.edition.areas}
    chosen = {"period": period_code(page.period)}
    about = {
        "page": page,
        "form": PeriodForm(chosen, periods=page.periods),
        "comparators": comparator_lines(found, page.measure.unit, names),
        "may_see": viewer.may(P.BENCHMARK_SEE),
    }
    return render(request, "scorecards/areas.html", about)


@require_safe
@needs_edition
def groups(request: KithRequest, measure: str) -> HttpResponse:
    """One figure for every group of children, beside all of them."""
    page = groups_page(request.viewer, measure, _area(request))
    return render(request, "scorecards/groups.html", {"page": page})


@require_safe
@needs_edition
def explore(request: KithRequest) -> HttpResponse:
    """Any figure, divided as the published tables divide it; the address keeps it."""
    viewer = request.viewer
    periods = queries.periods_on_offer(viewer)
    measures = list(queries.measure_titles(viewer).items())
    given = request.GET.copy()
    if measures:
        given.setdefault("measure", measures[0][0])
    form = ExploreForm(
        given,
        measures=measures,
        ways=list(BREAKDOWNS.items()),
        areas=[(one.code, one.name) for one in queries.areas_on_offer(viewer)],
        periods=periods,
    )
    view = None
    if form.is_valid():
        said = dict(form.cleaned_data)
        period = said.pop("period") or periods[0]
        view = view_of(viewer, Asked(**said), period)
    about = {
        "form": form,
        "view": view,
        "may_ask": viewer.may(P.EXPLORATION_ASK),
        "is_cleared": viewer.may(P.EXPLORATION_INTERNAL),
    }
    return render(request, "scorecards/explore.html", about)


def _trend(request: KithRequest, code: str) -> charts.RunChart:
    viewer = request.viewer
    measure = published.measure(viewer, code)
    chart = trend_chart(viewer, measure, published.area(viewer, _area(request)))
    if chart is None:
        raise Http404("not published by month nor by quarter")
    return chart


def _period(request: KithRequest, measure: str) -> Period:
    """The days that the address asks for; the edition's own where it has no such."""
    on_offer = periods_of(request.viewer, measure)
    asked = request.GET.get("period", "")
    return next((one for one in on_offer if period_code(one) == asked), on_offer[0])


def _area(request: KithRequest) -> str | None:
    return request.GET.get("area") or None
