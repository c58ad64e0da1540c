"""Sending a return: choose a way, say what columns mean, check your answers, send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.domain.rules import return_retention
from kith.domain.rules.sharing import Verdict
from kith.web.access.refusals import RefusedError
from kith.web.bodies.queries import known_names
from kith.web.documents.files.accepting import NotAcceptedError, accepted
from kith.web.returns import forms, policies, presenters, queries
from kith.web.returns.actions import (
    add_file,
    cancel_reading,
    drop_draft,
    match_file,
    send_return,
    take_out_file,
    type_figures,
)
from kith.web.returns.files.figures_sheet import LEFT_OUT, fields_of
from kith.web.returns.values import Shape
from kith.web.sheets.choosing import ColumnsForm, side_by_side
from kith.web.sheets.matching import plain
from kith.web.sheets.reading import UnreadableError
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.returns.files.figures_sheet import FiguresSheet
    from kith.web.returns.models import Return, Submission, SubmittedFile


both = require_http_methods(["GET", "HEAD", "POST"])
TABLES = frozenset({"XLSX", "CSV", "TXT"})
MOST_LABELS = 200
"""Labels asked about on one page; of others holds what was guessed or remembered."""
NO_TABLE = "The file is no spreadsheet. Choose an .xlsx or CSV file"


def _owed(request: KithRequest, key: UUID) -> Return:
    """The return, for who sends it: to nobody else are these pages there."""
    of = queries.return_(request.viewer, key)
    if policies.why_not_prepare(request.viewer, of) == policies.NOT_STEWARD:
        raise Http404("not for this viewer")
    return of


@both
def return_send(request: KithRequest, key: UUID) -> HttpResponse:
    """Choose how to send it: a file, typed figures, or nothing to report."""
    viewer, today = request.viewer, request.received_at.date()
    of = _owed(request, key)
    judgement = queries.judgement(viewer, of, today)
    form = forms.FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return HttpResponseRedirect(_added(request, of, form))
        except (NotAcceptedError, UnreadableError, RefusedError) as refused:
            form.add_error("file", str(refused))
    about = {
        "of": of,
        "title": presenters.title(of),
        "form": form,
        "due": presenters.days_words(of, today=today),
        "judgement": judgement,
        "is_refused": judgement.verdict is Verdict.REFUSED,
        "why_not": policies.why_not_prepare(viewer, of),
        "draft": queries.draft(viewer, of),
        "kept": return_retention.WORDS,
    }
    return render(request, "returns/send.html", about)


def _added(request: KithRequest, of: Return, form: forms.FileForm) -> str:
    sent = form.cleaned_data["file"]
    file = accepted(sent.read())
    if file.kind.name not in TABLES:
        raise UnreadableError(NO_TABLE)
    made = add_file(
        viewer=request.viewer,
        at=request.received_at,
        key=of.pk,
        file=file,
        name=sent.name,
    )
    if of.duty.is_of_figures and not made.is_own_layout:
        return reverse("returns:match", args=[made.pk])
    return reverse("returns:review", args=[of.pk])


@both
def return_match(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what each column holds and which measure each label means."""
    viewer = request.viewer
    file = queries.submitted_file(viewer, key)
    of = _owed(request, file.submission.of_id)
    is_sheet = of.duty.is_of_figures and not file.is_own_layout
    if file.submission.sent_at is not None or not is_sheet:
        raise Http404("nothing to match")
    cells = queries.cells_of(viewer, file)
    columns = _columns_form(request, of, file, cells)
    is_sound = columns.is_valid()
    shape = _shape(columns, file, cells) if is_sound else Shape(0, {}, {})
    labels = _labels(request, of, file, cells, shape)
    if is_sound and labels.is_valid():
        meanings = _unasked(file, labels)
        meanings |= {plain(one): code for one, code in labels.meanings().items()}
        shape = Shape(shape.header, shape.columns, meanings)
        match_file(viewer=viewer, at=request.received_at, key=key, shape=shape)
        return HttpResponseRedirect(reverse("returns:review", args=[of.pk]))
    about = {
        "of": of,
        "file": file,
        "form": columns,
        "labels": labels,
        "columns": side_by_side(cells, file.header_row, columns, file.columns),
    }
    return render(request, "returns/match.html", about)


def _unasked(file: SubmittedFile, labels: forms.LabelsForm) -> dict[str, str]:
    """What is known of labels that the page had no place to ask about."""
    asked = {plain(one) for one in labels.labels}
    return {one: code for one, code in file.meanings.items() if one not in asked}


def _columns_form(
    request: KithRequest,
    of: Return,
    file: SubmittedFile,
    cells: Sequence[Sequence[str]],
) -> ColumnsForm:
    headings = cells[file.header_row] if file.header_row < len(cells) else []
    guessed = {f"column_{column}": code for code, column in file.columns.items()}
    return ColumnsForm(
        request.POST or None,
        wanted=fields_of(of.period),
        headings=headings,
        initial={"header": file.header_row + 1, **guessed},
    )


def _shape(
    form: ColumnsForm, file: SubmittedFile, cells: Sequence[Sequence[str]]
) -> Shape:
    header = min(form.cleaned_data["header"], len(cells)) - 1
    return Shape(header, form.cleaned_data["columns"], file.meanings)


def _labels(
    request: KithRequest,
    of: Return,
    file: SubmittedFile,
    cells: Sequence[Sequence[str]],
    shape: Shape,
) -> forms.LabelsForm:
    column = (shape.columns or file.columns).get("measure")
    header = shape.header if shape.columns else file.header_row
    seen = [
        row[column] for row in cells[header + 1 :] if column is not None and row[column]
    ]
    labels = list(dict.fromkeys(seen))[:MOST_LABELS]
    return forms.LabelsForm(
        request.POST or None,
        labels=labels,
        measures=queries.measures_of(request.viewer, of.duty),
        initial={
            f"label_{number}": file.meanings.get(plain(label), "")
            for number, label in enumerate(labels)
        },
    )


@both
def return_figures(request: KithRequest, key: UUID) -> HttpResponse:
    """Type the figures in."""
    viewer = request.viewer
    of = _owed(request, key)
    if not of.duty.is_of_figures:
        raise Http404("these are not figures")
    draft = queries.draft(viewer, of)
    known = {one.measure: one for one in (draft.figures.all() if draft else ())}
    before = {code: one.numerator for code, one in known.items()}
    before |= {f"{code}-of": one.denominator for code, one in known.items()}
    form = forms.FiguresForm(
        request.POST or None,
        measures=queries.measures_of(viewer, of.duty),
        initial=before,
    )
    why = policies.why_not_prepare(viewer, of)
    if not why and form.is_valid():
        type_figures(
            viewer=viewer,
            at=request.received_at,
            key=key,
            typed=form.typed(),
            is_nil=False,
        )
        return HttpResponseRedirect(reverse("returns:review", args=[key]))
    about = {"of": of, "title": presenters.title(of), "form": form, "why_not": why}
    return render(request, "returns/figures.html", about)


@require_POST
def return_nil(request: KithRequest, key: UUID) -> HttpResponse:
    """There is nothing to report: sent at once, as noughts that somebody said."""
    viewer, at = request.viewer, request.received_at
    of = _owed(request, key)
    nothing = queries.nothing_to_report(viewer, of.duty)
    type_figures(viewer=viewer, at=at, key=key, typed=nothing, is_nil=True)
    send_return(viewer=viewer, at=at, key=key, note="")
    messages.success(request, "Sent: there is nothing to report for these days.")
    return HttpResponseRedirect(reverse("returns:detail", args=[key]))


@both
def return_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Check your answers, then send."""
    viewer, today = request.viewer, request.received_at.date()
    of = _owed(request, key)
    draft = queries.draft(viewer, of)
    if draft is None:
        return HttpResponseRedirect(reverse("returns:send", args=[key]))
    known = known_names(viewer)
    sent = request.POST if request.method == "POST" else None
    form = forms.NoteForm(sent, known=known)
    why = policies.why_not_send(viewer, of, draft, queries.judgement(viewer, of, today))
    if not why and form.is_valid():
        send_return(viewer=viewer, at=request.received_at, key=key, **form.cleaned_data)
        messages.success(request, "It is sent. The analyst checks it now.")
        return HttpResponseRedirect(reverse("returns:detail", args=[key]))
    about = {
        "of": of,
        "title": presenters.title(of),
        "form": form,
        "why_not": why,
        "watch": watch_words(known),
        **_prepared(request, of, draft),
    }
    return render(request, "returns/review.html", about)


def _prepared(request: KithRequest, of: Return, draft: Submission) -> dict[str, object]:
    """What was prepared, what it changes and what is wrong with it."""
    viewer = request.viewer
    titles = queries.figure_titles(viewer)
    found = queries.changes(viewer, draft)
    file = draft.files.filter(is_own_layout=False).first()
    return {
        "draft": presenters.submission_line(draft, may_read=True),
        "file": file if of.duty.is_of_figures else None,
        "sheet": _sheet(request, of, file),
        "left_out": _left_out(file),
        "figures": presenters.figure_lines(queries.figures(viewer, draft), titles, of),
        "missing": _missing(request, of),
        "changed": presenters.changed_words(len(found)),
        "changes": presenters.change_lines(found, titles),
        "slips": [
            (titles.get(one.measure, one.measure), one.words)
            for one in queries.slips(viewer, draft)
        ],
        "reading": presenters.reading(draft),
    }


def _sheet(
    request: KithRequest, of: Return, file: SubmittedFile | None
) -> FiguresSheet | None:
    """What the spreadsheet of figures said; None where there is none."""
    if file is None or not of.duty.is_of_figures:
        return None
    shape = Shape(file.header_row, file.columns, file.meanings)
    return queries.read_sheet(request.viewer, file, shape)


def _left_out(file: SubmittedFile | None) -> list[str]:
    """The labels that somebody chose to leave out."""
    if file is None:
        return []
    return [label for label, code in file.meanings.items() if code == LEFT_OUT]


def _missing(request: KithRequest, of: Return) -> list[str]:
    """The measures that are owed and not in what is prepared, by title."""
    draft = queries.draft(request.viewer, of)
    if draft is None or not of.duty.is_of_figures:
        return []
    told = {one.measure for one in draft.figures.all() if one.numerator is not None}
    return [
        one.title
        for one in queries.measures_of(request.viewer, of.duty)
        if one.code not in told
    ]


@require_POST
def return_drop(request: KithRequest, key: UUID) -> HttpResponse:
    """Forget what was prepared."""
    _owed(request, key)
    drop_draft(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "What was prepared is forgotten. Nothing was sent.")
    return HttpResponseRedirect(reverse("returns:detail", args=[key]))


@require_POST
def return_take_out(request: KithRequest, key: UUID) -> HttpResponse:
    """Take a file out of what will be sent."""
    file = queries.submitted_file(request.viewer, key)
    of = _owed(request, file.submission.of_id)
    take_out_file(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The file is taken out. Nothing was sent.")
    return HttpResponseRedirect(reverse("returns:review", args=[of.pk]))


@require_POST
def return_cancel(request: KithRequest, key: UUID) -> HttpResponse:
    """Stop reading the files."""
    _owed(request, key)
    cancel_reading(viewer=request.viewer, at=request.received_at, key=key)
    return HttpResponseRedirect(reverse("returns:review", args=[key]))
