"""The annual report: as a page, as PDF, as Word."""

from __future__ import annotations

from functools import lru_cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.web.published.values import (
    EditionUnreadableError,
    NothingPublishedError,
    NotPublishedError,
)
from kith.web.reports.annual_report import annual_report as report_of
from kith.web.reports.folder import NarrativeMissingError, report_folder
from kith.web.reports.sources import PublishedFigures
from kith.web.ui.answers import attached
from kith.web.ui.documents.html import own_counting, report_html
from kith.web.ui.documents.pdf import pdf
from kith.web.ui.documents.word import word


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.access.requests import KithRequest
    from kith.web.ui.documents.blocks import Document


NOT_YET = 503
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def needs_report(
    view: Callable[[KithRequest], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Shows what to do where nothing is published or nothing is written yet."""

    @wraps(view)
    def guarded(request: KithRequest) -> HttpResponse:
        try:
            return view(request)
        except (NothingPublishedError, NarrativeMissingError) as fault:
            about = {"unreadable": isinstance(fault, EditionUnreadableError)}
            return render(
                request, "ui/errors/nothing_published.html", about, status=NOT_YET
            )
        except NotPublishedError as absent:
            raise Http404(str(absent)) from absent

    return guarded


@require_safe
@needs_report
def annual_report(request: KithRequest) -> HttpResponse:
    """The report as a page: every number leads to its counting."""
    document = _document(request)
    page = {"document": document, "report": report_html(document, counting=_counting)}
    return render(request, "reports/annual_report.html", page)


@require_safe
@needs_report
def annual_report_pdf(request: KithRequest) -> HttpResponse:
    """The report as tagged PDF."""
    return attached(_pdf(_document(request)), "annual-report.pdf", "application/pdf")


@require_safe
@needs_report
def annual_report_docx(request: KithRequest) -> HttpResponse:
    """The report as a Word file."""
    return attached(_word(_document(request)), "annual-report.docx", WORD_TYPE)


# The writers give the same bytes for the same document, so the last few are kept.
_pdf = lru_cache(maxsize=4)(pdf)
_word = lru_cache(maxsize=4)(word)


def _document(request: KithRequest) -> Document:
    source = PublishedFigures(request.viewer, request.GET.get("area") or None)
    home = Path(settings.KITH_HOME)
    folder = report_folder(home=home, invented=source.edition.invented)
    return report_of(folder, source, is_strict=False)


def _counting(counts: str) -> str:
    if counts.startswith("list-"):
        return own_counting(counts)
    return reverse("scorecards:figure", args=[counts])
