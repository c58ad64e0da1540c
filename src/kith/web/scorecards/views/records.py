"""The scorecards of groups: the list, one of them, a new one, agreeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.access.trail.presenters import looked_at
from kith.web.actions import queries as action_queries
from kith.web.actions.presenters.lists import line as action_line
from kith.web.actions.presenters.proposing import propose_from
from kith.web.bodies.queries import spoken_for
from kith.web.scorecards import forms, policies, queries
from kith.web.scorecards.actions import (
    Heading,
    agree_scorecard,
    draft_next,
    draft_scorecard,
)
from kith.web.scorecards.presenters import records
from kith.web.scorecards.presenters.entries import chart_label
from kith.web.scorecards.presenters.paper import question_blocks
from kith.web.scorecards.views.gathering import gathered
from kith.web.ui.documents.blocks import Document
from kith.web.ui.documents.html import body_html
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from markupsafe import Markup

    from kith.web.access.requests import KithRequest
    from kith.web.scorecards.views.gathering import Gathered


@require_safe
def scorecard_list(request: KithRequest) -> HttpResponse:
    """Every scorecard of this viewer's groups, the latest period on top."""
    form = forms.FilterForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    shelf = paged(queries.filtered(request.viewer, **said), request.GET)
    about = {
        "shelf": shelf,
        "form": form,
        "asked": request.GET.urlencode(),
        "sentence": records.shown(shelf.total),
        "lines": [records.line(one) for one in shelf.rows],
        "may_draft": queries.bodies_to_draft_for(request.viewer).exists(),
    }
    return render(request, "scorecards/list.html", about)


@require_safe
def scorecard_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One scorecard: its questions and figures, what was said, what it led to."""
    viewer, today = request.viewer, request.received_at.date()
    found = gathered(request, key)
    one = found.scorecard
    words, tone = records.standing(one)
    followed, mine = queries.followed_by(viewer, one), spoken_for(viewer)
    about = {
        "scorecard": one,
        "period": Period(one.first_on, one.last_on),
        "found": found,
        "entries": found.entries,
        "labels": [chart_label(change) for change in found.beside.changes],
        "content": _content(found),
        "state": words,
        "tone": tone,
        "looked": looked_at(viewer, "scorecards", key),
        "may_change": not policies.why_not_change(viewer, one),
        "may_comment": not policies.why_not_comment(viewer, one, mine),
        "asks": [records.asked(ask, found.titles) for ask in queries.asks(viewer, one)],
        "priorities": queries.priorities_of(viewer, one),
        "actions": [
            action_line(action, today=today)
            for action in action_queries.of_source(viewer, "scorecards", one.pk)
        ],
        "propose": propose_from(viewer, one, one.reference),
        "followed": followed,
        "steps": records.next_steps(
            viewer,
            one,
            measures=len(found.titles),
            spoken_for=mine,
            is_followed=followed is not None,
        ),
        "story": records.story(queries.story(viewer, one)),
    }
    return render(request, "scorecards/detail.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def scorecard_new(request: KithRequest) -> HttpResponse:
    """Draft a scorecard."""
    viewer = request.viewer
    periods = queries.periods_on_offer(viewer)
    form = forms.DraftForm(
        request.POST or None,
        bodies=queries.bodies_to_draft_for(viewer),
        areas=queries.areas_to_draft_for(viewer),
        periods=periods,
    )
    if form.is_valid():
        said = dict(form.cleaned_data)
        body = said.pop("body")
        try:
            made = draft_scorecard(
                viewer=viewer,
                at=request.received_at,
                body=body,
                heading=Heading(**said),
            )
        except RefusedError as why_not:
            form.add_error(None, str(why_not))
        else:
            messages.success(request, f"{made.reference} is drafted.")
            return HttpResponseRedirect(reverse("scorecards:detail", args=[made.pk]))
    about = {
        "form": form,
        "heading": "Draft a scorecard",
        "button": "Save the draft",
        "back": reverse("scorecards:list"),
        "caption": "",
        "why_not": "",
        "watch": None,
        "hint": ""
        if periods
        else "No evidence has been published yet, so there is no period to choose.",
    }
    return render(request, "scorecards/form.html", about)


@require_POST
def scorecard_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree it for the group: its figures stay as they are."""
    one = agree_scorecard(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, f"{one.reference} is agreed. Its figures are kept.")
    return HttpResponseRedirect(reverse("scorecards:detail", args=[key]))


@require_POST
def scorecard_next(request: KithRequest, key: UUID) -> HttpResponse:
    """Draft its next version."""
    one = draft_next(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, f"{one.reference} is drafted, version {one.version}.")
    return HttpResponseRedirect(reverse("scorecards:detail", args=[one.pk]))


def _content(found: Gathered) -> Markup:
    """The questions, by the writer that the files have too."""
    one = found.scorecard
    document = Document(
        title=one.title,
        subtitle="",
        author=one.body.name,
        dated=one.last_on,
        invented=False,
        blocks=question_blocks(found.questions),
    )
    return body_html(document, counting=_counting)


def _counting(code: str) -> str:
    return reverse("scorecards:figure", args=[code])
