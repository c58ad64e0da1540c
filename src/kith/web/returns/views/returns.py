"""The wall of returns, one return, its findings and its files."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.domain.vocabulary.periods import say_day
from kith.web.access.permissions import Permission as P
from kith.web.access.reading import read_recorded
from kith.web.access.trail.presenters import looked_at
from kith.web.documents.files import home_files
from kith.web.returns import forms, policies, presenters, queries
from kith.web.returns.files.naming import plain_name
from kith.web.returns.queries.returns import Asked
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


FINDING_COLUMNS = (
    "severity",
    "rule",
    "file",
    "sheet",
    "row",
    "column",
    "value_class",
    "rows",
    "message",
    "remedy",
)


@require_safe
def return_wall(request: KithRequest) -> HttpResponse:
    """What is due, sent, checked, signed and locked, agency by agency."""
    viewer, today = request.viewer, request.received_at.date()
    form = forms.FilterForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    asked = Asked(**said, until=_until(request))
    ends, has_earlier = queries.wall_ends(viewer, asked, today)
    shelf = paged(queries.wall_duties(viewer, asked, today, ends), request.GET)
    cells = queries.wall_cells(viewer, asked, today, ends, shelf.rows)
    about = {
        "form": form,
        "asked": request.GET.urlencode(),
        "ends": [say_day(one) for one in ends],
        "shelf": shelf,
        "rows": presenters.wall(ends, shelf.rows, cells, today=today),
        "earlier": _ending(request, ends[0] - timedelta(days=1)) if has_earlier else "",
        "latest": _ending(request, None) if asked.until else "",
        "may_plan": viewer.may(P.RETURN_PLAN),
        "may_keep_tokens": viewer.may(P.API_TOKEN_KEEP),
    }
    return render(request, "returns/wall.html", about)


def _until(request: KithRequest) -> date | None:
    """The last day that the wall shows; the latest where the address names none."""
    try:
        return date.fromisoformat(request.GET.get("to", ""))
    except ValueError:
        return None


def _ending(request: KithRequest, day: date | None) -> str:
    """The same wall, its last period ending by the day."""
    asked = request.GET.copy()
    for name in ("to", "page"):
        asked.pop(name, None)
    if day:
        asked["to"] = day.isoformat()
    return f"?{asked.urlencode()}"


@require_safe
def return_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One return: where it stands, what was sent and found, what can be done next."""
    viewer, today = request.viewer, request.received_at.date()
    of = queries.return_(viewer, key)
    sent, draft = queries.last_sent(viewer, of), queries.draft(viewer, of)
    titles = queries.figure_titles(viewer)
    words, tone = presenters.standing(of, today=today)
    may_read = not policies.why_not_read_file(viewer, of)
    shown = sent or draft
    about = {
        "of": of,
        "title": presenters.title(of),
        "looked": looked_at(viewer, "returns", key),
        "state": words,
        "tone": tone,
        "due": presenters.days_words(of, today=today),
        "judgement": queries.judgement(viewer, of, today),
        "submissions": [
            presenters.submission_line(one, may_read=may_read)
            for one in queries.submissions(viewer, of)
            if one.sent_at is not None or one == draft
        ],
        "figures": presenters.figure_lines(queries.figures(viewer, sent), titles, of)
        if sent
        else [],
        "changes": presenters.change_lines(queries.changes(viewer, sent), titles)
        if sent
        else [],
        "slips": [
            (titles.get(one.measure, one.measure), one.words)
            for one in (queries.slips(viewer, sent) if sent else ())
        ],
        "reading": presenters.reading(shown),
        "steps": presenters.next_steps(
            viewer,
            of,
            sent,
            basis=queries.basis(viewer, of, sent, today),
            is_prepared=draft is not None,
        ),
        "story": presenters.story(queries.story(viewer, of)),
    }
    return render(request, "returns/detail.html", about)


@require_safe
def return_findings(request: KithRequest, key: UUID) -> HttpResponse:
    """Everything found in the files, to work through in a spreadsheet."""
    viewer = request.viewer
    of = queries.return_(viewer, key)
    shown = queries.draft(viewer, of) or queries.last_sent(viewer, of)
    if shown is None:
        raise Http404("nothing was sent")
    rows = [
        [str(one.get(name) or "") for name in FINDING_COLUMNS]
        for one in shown.report.get("findings", ())
    ]
    area = of.duty.area_id
    read_recorded(viewer, request.received_at, "returns.exported", [of], area=area)
    return attached(csv_text(FINDING_COLUMNS, rows), "findings.csv")


@require_safe
def return_file(request: KithRequest, key: UUID) -> HttpResponse:
    """A file that was sent, for the agency's steward and the analyst."""
    viewer = request.viewer
    file = queries.submitted_file(viewer, key)
    of = file.submission.of
    if file.gone_on is not None:
        raise Http404("its content was removed")
    is_own_draft = queries.draft(viewer, of) == file.submission
    if policies.why_not_read_file(viewer, of) or not (
        file.submission.sent_at or is_own_draft
    ):
        raise Http404("not for this viewer")
    content = home_files().read(file.file, sha256=file.sha256)
    area = of.duty.area_id
    read_recorded(viewer, request.received_at, "returns.downloaded", [of], area=area)
    name = plain_name(1, file.name, file.kind)
    return attached(content, name, "application/octet-stream")
