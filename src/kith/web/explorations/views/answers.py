"""Questions: all of them, a new one, one with its answer, the answer as a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

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

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.access.trail.presenters import looked_at
from kith.web.explorations import forms, policies, queries
from kith.web.explorations.actions import (
    ask_question,
    cancel_question,
    export_answer,
    read_answer,
)
from kith.web.explorations.presenters import tables, words
from kith.web.ui.answers import attached
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from kith.web.access.requests import KithRequest
    from kith.web.access.viewer import Viewer
    from kith.web.explorations.models import Exploration
    from kith.web.explorations.values import OnOffer


both = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def exploration_list(request: KithRequest) -> HttpResponse:
    """Every question whose answer is kept and may be seen."""
    shelf = paged(queries.visible_explorations(request.viewer), request.GET)
    rows = [
        (one, words.by_words(one), words.rules_words(one)[0], *words.standing(one))
        for one in shelf.rows
    ]
    return render(request, "explorations/list.html", {"shelf": shelf, "rows": rows})


@both
def exploration_new(request: KithRequest) -> HttpResponse:
    """Ask a question; an address that holds one leads to its answer while that is kept."""
    viewer, offer = request.viewer, queries.on_offer(request.viewer)
    form = _form(request, viewer, offer)
    if offer and request.method != "POST" and "measure" in request.GET:
        kept = _kept(request, viewer, offer)
        if kept:
            return _to(kept)
    if offer and form.is_valid():
        try:
            of = ask_question(
                viewer=viewer,
                at=request.received_at,
                asked=form.question,
                offer=offer,
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _to(of)
    about = {
        "form": form,
        "offer": offer,
        "is_cleared": viewer.may(P.EXPLORATION_INTERNAL),
    }
    return render(request, "explorations/new.html", about)


@require_safe
def exploration_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """A question, and its answer as a table."""
    viewer = request.viewer
    of, offer = queries.exploration(viewer, key), queries.on_offer(viewer)
    read_answer(viewer=viewer, at=request.received_at, of=of)
    state, tone = words.standing(of)
    short, rules = words.rules_words(of)
    build = offer.build if offer else ""
    about = {
        "of": of,
        "looked": looked_at(viewer, "explorations", key),
        "by": words.by_words(of),
        "state": state,
        "tone": tone,
        "is_waiting": words.is_counting(of),
        "is_answered": of.state == "ANSWERED",
        "why_not": words.why_no_answer(of),
        "rules_short": short,
        "rules": rules,
        "not_released": words.NOT_RELEASED,
        "is_older": bool(offer) and of.build != build,
        "address": words.address_of(of),
        "table": tables.table_of(of, queries.organisation_names(viewer)),
        "steps": words.steps(viewer, of, build=build),
        "openings": list(queries.openings(viewer, of)),
    }
    return render(request, "explorations/detail.html", about)


@require_safe
def exploration_csv(request: KithRequest, key: UUID) -> HttpResponse:
    """The answer to take away; that it was taken is recorded."""
    viewer = request.viewer
    of = queries.exploration(viewer, key)
    if of.state != "ANSWERED":
        raise Http404("there is no answer to take away")
    export_answer(viewer=viewer, at=request.received_at, of=of)
    names = queries.organisation_names(viewer)
    text = tables.csv_of(of, names, is_invented=settings.KITH_EXAMPLE)
    return attached(text, f"not-released-{of.measure}-{of.rules}.csv")


@require_POST
def exploration_cancel(request: KithRequest, key: UUID) -> HttpResponse:
    """Stop counting."""
    of = queries.exploration(request.viewer, key)
    if policies.why_not_cancel(request.viewer, of) == policies.NOT_ASKER:
        raise Http404("not for this viewer")
    cancel_question(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It is called off.")
    return _to(of)


def _form(
    request: KithRequest, viewer: Viewer, offer: OnOffer | None, *, asked: Any = None
) -> forms.QuestionForm:
    covered = {one.code for one in offer.edition.areas} if offer else set()
    areas = [one for one in queries.areas_to_ask(viewer) if one.pk in covered]
    return forms.QuestionForm(
        asked or request.POST or None,
        measures=offer.measures if offer else {},
        areas=[(one.pk, one.name) for one in areas],
        is_cleared=viewer.may(P.EXPLORATION_INTERNAL),
        initial=_initial(request.GET, offer, [one.pk for one in areas]),
    )


def _kept(request: KithRequest, viewer: Viewer, offer: OnOffer) -> Exploration | None:
    """What answers already the question that the address holds."""
    said = _initial(request.GET, offer, [])
    days = {
        f"{name}_{part}": getattr(said[name], part, "")
        for name in ("first_on", "last_on")
        for part in ("day", "month", "year")
    }
    form = _form(request, viewer, offer, asked=said | days)
    return (
        queries.answer_to(viewer, form.question, offer.build)
        if form.is_valid()
        else None
    )


def _initial(
    asked: QueryDict, offer: OnOffer | None, areas: list[str]
) -> dict[str, Any]:
    by = (*asked.getlist("by"), "", "")
    edition = offer.edition.period if offer else None
    return {
        "measure": asked.get("measure", ""),
        "area": asked.get("area", areas[0] if len(areas) == 1 else ""),
        "first_on": _day(asked.get("from", "")) or (edition and edition.first),
        "last_on": _day(asked.get("to", "")) or (edition and edition.last),
        "by": by[0],
        "then_by": by[1],
        "rules": asked.get("rules", ""),
    }


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _to(of: Exploration) -> HttpResponse:
    return HttpResponseRedirect(reverse("explorations:detail", args=[of.pk]))
