"""Candidate editions: all of them, a new one, one, called off, proposed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.domain.vocabulary.periods import Period
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.releases import forms, policies, queries
from kith.web.releases.actions import (
    ask_for_edition,
    cancel_building,
    propose_edition,
)
from kith.web.releases.files.partnership import is_kept_by_hand, period_by_hand
from kith.web.releases.presenters import words
from kith.web.releases.values import Wanted
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def edition_list(request: KithRequest) -> HttpResponse:
    """Every candidate that was asked for, and what came of it."""
    rows = queries.visible_builds(request.viewer).prefetch_related("areas")
    shelf = paged(rows, request.GET)
    lines = [
        (one, words.areas_words(one), *words.build_standing(one)) for one in shelf.rows
    ]
    about = {
        "shelf": shelf,
        "rows": lines,
        "may_ask": request.viewer.may(P.RELEASE_PROPOSE),
    }
    return render(request, "releases/editions.html", about)


@both
def edition_new(request: KithRequest) -> HttpResponse:
    """Ask for a candidate edition."""
    viewer = request.viewer
    areas = queries.areas_to_propose_for(viewer)
    returns = Path(settings.KITH_HOME) / "returns"
    by_hand = period_by_hand(returns)
    last = by_hand or queries.last_locked(viewer)
    form = forms.EditionForm(
        request.POST or None,
        areas=areas,
        has_days=by_hand is None,
        initial={
            "areas": list(areas),
            "first_on": last.first if last else None,
            "last_on": last.last if last else None,
        },
    )
    if form.is_valid():
        said = form.cleaned_data
        period = by_hand or Period(said["first_on"], said["last_on"])
        wanted = Wanted(
            [one.pk for one in said["areas"]], period, bool(said["is_provisional"])
        )
        try:
            build = ask_for_edition(
                viewer=viewer, at=request.received_at, wanted=wanted
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _to(build.pk)
    about = {
        "form": form,
        "is_by_hand": is_kept_by_hand(returns),
        "period": by_hand,
    }
    return render(request, "releases/edition_new.html", about)


@require_safe
def edition_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One candidate: every row accounted for, what stopped it, what comes next."""
    viewer = request.viewer
    build = queries.build(viewer, key)
    releases = list(queries.visible_releases(viewer).filter(build=build))
    state, tone = words.build_standing(build)
    standing = [one for one in releases if one.state not in words.GONE]
    about = {
        "build": build,
        "areas": words.areas_words(build),
        "state": state,
        "tone": tone,
        "is_waiting": words.is_building(build),
        "lines": words.built_lines(build),
        "stops": build.outcome.get("stops", []),
        "releases": [(one, *words.standing(one)) for one in releases],
        "steps": words.build_steps(viewer, build, is_proposed=bool(standing)),
    }
    return render(request, "releases/edition.html", about)


@require_POST
def edition_cancel(request: KithRequest, key: UUID) -> HttpResponse:
    """Stop building."""
    build = queries.build(request.viewer, key)
    if policies.why_not_cancel(request.viewer, build) == policies.NOT_PROPOSER:
        raise Http404("not for this viewer")
    cancel_building(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It is called off. What was published stands.")
    return _to(key)


@require_POST
def edition_propose(request: KithRequest, key: UUID) -> HttpResponse:
    """Propose what was built."""
    build = queries.build(request.viewer, key)
    why = policies.why_not_propose_edition(request.viewer, build, is_proposed=False)
    if why == policies.NOT_PROPOSER:
        raise Http404("not for this viewer")
    release = propose_edition(viewer=request.viewer, at=request.received_at, key=key)
    return HttpResponseRedirect(reverse("releases:detail", args=[release.pk]))


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("releases:edition", args=[key]))
