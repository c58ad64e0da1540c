"""Releases: the list, a new table, one, and every step of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.domain.rules.states.releases import IN_PUBLIC
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.access.trail.presenters import looked_at
from kith.web.bodies.queries import known_names
from kith.web.releases import forms, policies, queries
from kith.web.releases.actions import (
    answer_with,
    approve_release,
    ask_again,
    cure_release,
    drop_release,
    note_erratum,
    propose_table,
    withdraw_release,
)
from kith.web.releases.presenters import tables, words
from kith.web.releases.values import Proposal
from kith.web.ui.paging import paged
from kith.web.ui.watched import WatchedForm, watch_words


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.access.requests import KithRequest
    from kith.web.releases.models import Release


both = require_http_methods(["GET", "HEAD", "POST"])
WHOSE = (policies.NOT_PROPOSER, policies.NOT_APPROVER, policies.NOT_WITHDRAWER)


@require_safe
def release_list(request: KithRequest) -> HttpResponse:
    """What is proposed, refused, released and withdrawn."""
    viewer = request.viewer
    form = forms.FilterForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    rows = queries.filtered(viewer, queries.Asked(**said)).prefetch_related("areas")
    shelf = paged(rows, request.GET)
    about = {
        "form": form,
        "asked": any(said.values()),
        "shelf": shelf,
        "rows": [
            (one, words.areas_words(one), *words.standing(one)) for one in shelf.rows
        ],
        "may_keep": viewer.may(P.FOI_KEEP),
        "may_propose": viewer.may(P.RELEASE_PROPOSE),
    }
    return render(request, "releases/list.html", about)


@both
def release_new(request: KithRequest) -> HttpResponse:
    """Propose a table for the public."""
    viewer, asked = request.viewer, request.GET.get("request", "")
    kept = queries.figure_request(viewer, uuid_or_404(asked)) if asked else None
    areas = queries.areas_to_propose_for(viewer)
    measures = queries.measures_to_release(viewer)
    form = forms.TableForm(
        request.POST or None,
        known=known_names(viewer),
        areas=areas,
        measures=measures,
        initial={
            "areas": [kept.area] if kept else list(areas),
            "title": f"Answer to {kept.reference}" if kept else "",
        },
    )
    if measures and form.is_valid():
        said = form.cleaned_data
        codes = [one.pk for one in said["areas"]]
        proposal = Proposal(said["title"], form.request(), codes)
        try:
            made = propose_table(
                viewer=viewer, at=request.received_at, proposal=proposal
            )
            if kept:
                at = request.received_at
                answer_with(viewer=viewer, at=at, key=kept.pk, release=made)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _to(made.pk)
    about = {
        "form": form,
        "has_measures": bool(measures),
        "kept": kept,
        "watch": watch_words(form.known),
    }
    return render(request, "releases/new.html", about)


@require_safe
def release_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One release: where it stands, the reasons, the cure, the table, its story."""
    viewer = request.viewer
    of = queries.release(viewer, key)
    state, tone = words.standing(of)
    about = {
        "of": of,
        "looked": looked_at(viewer, "releases", key),
        "areas": words.areas_words(of),
        "asked": tables.asked_words(of),
        "state": state,
        "tone": tone,
        "is_waiting": words.is_under_way(of),
        "is_public": of.state in IN_PUBLIC,
        "reasons": of.answer.get("reasons", []) if of.state == "REFUSED" else [],
        "cures": words.cures(viewer, of),
        "table": tables.shown(of),
        "errata": of.errata.order_by("noted_at"),
        "steps": words.release_steps(viewer, of),
        "story": words.story(queries.story(viewer, of)),
        "followed": of.followed_by.first(),
    }
    return render(request, "releases/detail.html", about)


@require_POST
def release_cure(request: KithRequest, key: UUID, number: int) -> HttpResponse:
    """Propose it with one of the changes that the ledger offers."""
    of = queries.release(request.viewer, key)
    _or_404(policies.why_not_cure(request.viewer, of, number))
    made = cure_release(
        viewer=request.viewer, at=request.received_at, key=key, number=number
    )
    return _to(made.pk)


@require_POST
def release_again(request: KithRequest, key: UUID) -> HttpResponse:
    """Have it judged again."""
    return _pressed(request, key, (ask_again, policies.why_not_ask_again))


@require_POST
def release_drop(request: KithRequest, key: UUID) -> HttpResponse:
    """It is not to go out."""
    return _pressed(
        request, key, (drop_release, policies.why_not_drop), "It is dropped."
    )


@require_POST
def release_approve(request: KithRequest, key: UUID) -> HttpResponse:
    """Approve it for the public."""
    return _pressed(request, key, (approve_release, policies.why_not_approve))


@both
def release_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Take it back, with the reason."""
    of = queries.release(request.viewer, key)
    why = policies.why_not_withdraw(request.viewer, of)
    _or_404(why)
    form = _watched(request, forms.ReasonForm)
    if not why and form.is_valid():
        withdraw_release(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            because=form.cleaned_data["words"],
        )
        messages.success(request, "It is withdrawn. Its page says why.")
        return _to(key)
    about = {
        "of": of,
        "form": form,
        "watch": watch_words(form.known),
        "why_not": why,
        "heading": "Withdraw it",
        "button": "Withdraw it",
        "is_grave": True,
    }
    return render(request, "releases/step.html", about)


@both
def release_correct(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what was wrong with it, beside it."""
    of = queries.release(request.viewer, key)
    why = policies.why_not_correct(request.viewer, of)
    _or_404(why)
    form = _watched(request, forms.ErratumForm)
    if not why and form.is_valid():
        note_erratum(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            words=form.cleaned_data["words"],
        )
        messages.success(request, "It stands beside the release, for all to read.")
        return _to(key)
    about = {
        "of": of,
        "form": form,
        "watch": watch_words(form.known),
        "why_not": why,
        "heading": "Say what was wrong with it",
        "button": "Put it beside the release",
    }
    return render(request, "releases/step.html", about)


def _watched(request: KithRequest, kind: type[WatchedForm]) -> WatchedForm:
    return kind(request.POST or None, known=known_names(request.viewer))


def _pressed(
    request: KithRequest,
    key: UUID,
    deed: tuple[Callable[..., Release], Callable[..., str]],
    said: str = "",
) -> HttpResponse:
    take, why_not = deed
    of = queries.release(request.viewer, key)
    _or_404(why_not(request.viewer, of))
    take(viewer=request.viewer, at=request.received_at, key=key)
    if said:
        messages.success(request, said)
    return _to(key)


def uuid_or_404(said: str) -> UUID:
    """The key in an address.

    Raises:
        Http404: it is no key.
    """
    try:
        return UUID(said)
    except ValueError as wrong:
        raise Http404("no such key") from wrong


def _or_404(why: str) -> None:
    """Somebody else's step is not there at all."""
    if why in WHOSE:
        raise Http404("not for this viewer")


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("releases:detail", args=[key]))
