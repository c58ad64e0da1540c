"""A group's scorecard to take away: PDF, Word, a brief, and each of its charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kith.web.access.reading import read_recorded
from kith.web.scorecards.presenters.paper import (
    brief_document,
    chart_of,
    scorecard_document,
)
from kith.web.scorecards.views.gathering import gathered, paper_of
from kith.web.ui import charts
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text
from kith.web.ui.documents.pdf import pdf
from kith.web.ui.documents.pictures import chart_pictures
from kith.web.ui.documents.word import word


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.scorecards.models import Scorecard
    from kith.web.ui.charts import RunChart


WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def scorecard_pdf(request: KithRequest, key: UUID) -> HttpResponse:
    """The scorecard as tagged PDF."""
    found = gathered(request, key)
    written = pdf(scorecard_document(paper_of(request, found)))
    _recorded(request, found.scorecard, "pdf")
    return attached(written, _name(found.scorecard, "pdf"), "application/pdf")


@require_safe
def scorecard_docx(request: KithRequest, key: UUID) -> HttpResponse:
    """The scorecard in Word."""
    found = gathered(request, key)
    written = word(scorecard_document(paper_of(request, found)))
    _recorded(request, found.scorecard, "docx")
    return attached(written, _name(found.scorecard, "docx"), WORD_TYPE)


@require_safe
def brief_pdf(request: KithRequest, key: UUID) -> HttpResponse:
    """One page of it for an agenda item, as tagged PDF."""
    found = gathered(request, key)
    written = pdf(brief_document(paper_of(request, found)))
    _recorded(request, found.scorecard, "brief")
    return attached(written, _name(found.scorecard, "brief.pdf"), "application/pdf")


@require_safe
def chart_svg(request: KithRequest, key: UUID, measure: str) -> HttpResponse:
    """One chart as a drawing."""
    chart = _chart(request, key, measure, "svg")
    return attached(charts.standalone_svg(chart), f"{measure}.svg", "image/svg+xml")


@require_safe
def chart_png(request: KithRequest, key: UUID, measure: str) -> HttpResponse:
    """One chart as a picture."""
    (picture,) = chart_pictures([_chart(request, key, measure, "png")])
    return attached(picture, f"{measure}.png", "image/png")


@require_safe
def chart_csv(request: KithRequest, key: UUID, measure: str) -> HttpResponse:
    """One chart as its table."""
    rows = charts.table(_chart(request, key, measure, "csv"))
    written = csv_text(rows.header, rows.rows, notice=rows.caption)
    return attached(written, f"{measure}.csv")


def _chart(request: KithRequest, key: UUID, measure: str, kind: str) -> RunChart:
    found = gathered(request, key)
    chart = chart_of(found.questions, measure)
    if chart is None:
        raise Http404("no such chart on this scorecard")
    _recorded(request, found.scorecard, kind, measure)
    return chart


def _recorded(
    request: KithRequest, one: Scorecard, kind: str, measure: str = ""
) -> None:
    read_recorded(
        request.viewer,
        request.received_at,
        "scorecards.downloaded",
        [one],
        format=kind,
        measure=measure,
    )


def _name(one: Scorecard, ending: str) -> str:
    return f"{one.reference.replace('/', '-').lower()}.{ending}"
