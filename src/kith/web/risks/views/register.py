"""The register, the matrix, the download, and one risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.domain.rules.risk_levels import Level
from kith.domain.rules.states.risks import RiskState
from kith.web.access.reading import read_recorded
from kith.web.access.trail.presenters import looked_at
from kith.web.actions import queries as action_queries
from kith.web.actions.presenters.proposing import propose_from
from kith.web.risks import forms, policies, presenters, queries
from kith.web.risks.actions import (
    note_seen,
)
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.risks.models import Raising


@require_safe
def risk_list(request: KithRequest) -> HttpResponse:
    """Every risk this viewer may see, the largest first."""
    form, asked = _asked(request)
    rows = queries.with_reviews(request.viewer, queries.filtered(request.viewer, asked))
    shelf = paged(rows, request.GET)
    today = request.received_at.date()
    lines = [
        presenters.line(one, one.looked_at, today=today)  # type: ignore[attr-defined] # prefetched above
        for one in shelf.rows
    ]
    about = {
        "shelf": shelf,
        "lines": lines,
        "form": form,
        "asked": request.GET.urlencode(),
        "sentence": presenters.shown(shelf.total, request.GET.dict()),
        "may_record": queries.bodies_to_record_in(request.viewer).exists(),
    }
    return render(request, "risks/list.html", about)


@require_safe
def risk_matrix(request: KithRequest) -> HttpResponse:
    """The same risks by likelihood and impact."""
    form, asked = _asked(request)
    risks = list(queries.filtered(request.viewer, asked))
    about = {
        "form": form,
        "rows": presenters.matrix(risks),
        "impacts": presenters.impacts(),
        "asked": request.GET.urlencode(),
        "sentence": presenters.shown(len(risks), request.GET.dict()),
    }
    return render(request, "risks/matrix.html", about)


@require_safe
def risk_download(request: KithRequest) -> HttpResponse:
    """The list as CSV; that it was taken is an event."""
    _, asked = _asked(request)
    rows = list(
        queries.with_reviews(request.viewer, queries.filtered(request.viewer, asked))
    )
    read_recorded(
        request.viewer, request.received_at, "risks.exported", rows, noun="risks"
    )
    told = [(one, one.looked_at) for one in rows]  # type: ignore[attr-defined] # prefetched
    text = csv_text(presenters.HEAD, presenters.download_rows(told))
    return attached(text, "risks.csv")


@require_safe
def risk_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One risk: how large, who holds it, what can be done next, its story."""
    viewer, today = request.viewer, request.received_at.date()
    risk = queries.risk(viewer, key)
    raisings = list(queries.raisings(viewer, risk))
    _note_seen(request, raisings)
    words, tone = presenters.standing(risk)
    reviews = list(queries.reviews(viewer, risk))
    about = {
        "risk": risk,
        "looked": looked_at(viewer, "risks", key),
        "state": words,
        "tone": tone,
        "level": risk.now.level.value,
        "level_tone": presenters.TONES[Level(risk.now.level)],
        "reviews": reviews,
        "moved": presenters.sentence(reviews),
        "controls": queries.controls(viewer, risk),
        "may_look_after": not policies.why_not_look_after(viewer, risk),
        "evidence": queries.evidence(viewer, risk),
        "climbs": list(presenters.climbs(raisings, today=today)),
        "actions": action_queries.of_source(viewer, "risks", risk.pk),
        "propose": propose_from(viewer, risk, risk.reference),
        "steps": presenters.next_steps(viewer, risk),
        "story": presenters.story(queries.story(viewer, risk)),
    }
    return render(request, "risks/detail.html", about)


def _asked(request: KithRequest) -> tuple[forms.FilterForm, queries.Asked]:
    form = forms.FilterForm(
        request.GET, bodies=queries.bodies_with_risks(request.viewer)
    )
    said = form.cleaned_data if form.is_valid() else {}
    return form, queries.Asked(**said)


def _note_seen(request: KithRequest, raisings: list[Raising]) -> None:
    """The first look of somebody of the body that was asked is kept."""
    for one in raisings:
        if one.reply or one.risk.state != RiskState.RAISED:
            continue
        known = {look.seen_by_id for look in one.seen.all()}
        if request.viewer.person not in known and policies.is_asked(
            request.viewer, one
        ):
            note_seen(viewer=request.viewer, at=request.received_at, raising=one)
