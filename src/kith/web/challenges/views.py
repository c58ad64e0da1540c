"""One page each: the list, one challenge, a new one, and each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.disagreement_ladder import DOUBT
from kith.web.access.permissions import Permission as P
from kith.web.access.trail.presenters import looked_at
from kith.web.actions import queries as action_queries
from kith.web.actions.presenters.proposing import propose_from
from kith.web.bodies.queries import known_names
from kith.web.challenges import forms, policies, presenters, queries
from kith.web.challenges.actions import (
    Disagreement,
    Said,
    answer_challenge,
    close_challenge,
    raise_challenge,
    resolve_challenge,
    take_up,
    withdraw_challenge,
)
from kith.web.ui.paging import paged
from kith.web.ui.watched import WatchedForm, watch_words


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.challenges.models import Challenge


both = require_http_methods(["GET", "HEAD", "POST"])
WHOSE = (policies.NOT_YOURS, "The business unit writes down what was learnt.")


@require_safe
def challenge_list(request: KithRequest) -> HttpResponse:
    """Every challenge this viewer may see, those with a reply due first."""
    form = forms.FilterForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    rows = queries.filtered(request.viewer, queries.Asked(**said))
    shelf = paged(rows, request.GET)
    today = request.received_at.date()
    about = {
        "shelf": shelf,
        "form": form,
        "asked": request.GET.urlencode(),
        "sentence": presenters.shown(shelf.total, request.GET.get("state", "")),
        "lines": [
            presenters.line(one, one.due_on, today=today)  # type: ignore[attr-defined] # annotated by the query
            for one in shelf.rows
        ],
        "may_raise": request.viewer.may(P.CHALLENGE_RAISE)
        and queries.possible_raisers(request.viewer).exists(),
    }
    return render(request, "challenges/list.html", about)


@require_safe
def challenge_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One challenge: its ladder, what can be done next, its story."""
    viewer, today = request.viewer, request.received_at.date()
    challenge = queries.challenge(viewer, key)
    due_on = challenge.due_on  # type: ignore[attr-defined] # annotated by the query
    words, tone = presenters.standing(challenge, due_on, today=today)
    about = {
        "challenge": challenge,
        "looked": looked_at(viewer, "challenges", key),
        "state": words,
        "tone": tone,
        "rungs": presenters.ladder(
            challenge, queries.rungs(viewer, challenge), today=today
        ),
        "doubt": DOUBT,
        "actions": action_queries.of_source(viewer, "challenges", challenge.pk),
        "propose": propose_from(viewer, challenge, challenge.reference),
        "steps": presenters.next_steps(viewer, challenge),
        "story": presenters.story(queries.story(viewer, challenge)),
    }
    return render(request, "challenges/detail.html", about)


@both
def challenge_new(request: KithRequest) -> HttpResponse:
    """Raise a challenge."""
    viewer = request.viewer
    known = known_names(viewer)
    form = forms.RaiseForm(
        request.POST or None,
        known=known,
        areas=queries.possible_areas(viewer),
        raisers=queries.possible_raisers(viewer),
        addressees=queries.possible_addressees(viewer),
    )
    if not form.is_valid():
        about = {"form": form, "watch": watch_words(known)}
        return render(request, "challenges/new.html", about)
    challenge = raise_challenge(
        viewer=viewer,
        at=request.received_at,
        disagreement=Disagreement(**form.cleaned_data, is_confirmed=form.is_confirmed),
    )
    return _done(request, challenge.pk, f"{challenge.reference} is raised.")


@both
def challenge_answer(request: KithRequest, key: UUID) -> HttpResponse:
    """Reply to a challenge."""
    known = known_names(request.viewer)
    challenge = queries.challenge(request.viewer, key)
    form = forms.AnswerForm(request.POST or None, known=known)

    def take() -> object:
        return answer_challenge(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            answer=form.cleaned_data["answer"],
            said=_said(form),
        )

    why = policies.why_not_answer(request.viewer, challenge)
    return _step(
        request, challenge, form, ("Reply to this", "Send the reply"), take, why
    )


@both
def challenge_up(request: KithRequest, key: UUID) -> HttpResponse:
    """Take a challenge one rung up."""
    known = known_names(request.viewer)
    challenge = queries.challenge(request.viewer, key)
    people = queries.possible_asked(request.viewer, challenge)
    form = forms.UpForm(request.POST or None, known=known, people=people)

    def take() -> object:
        return take_up(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            said=_said(form),
            asked=form.cleaned_data["asked"],
        )

    why = policies.why_not_go_up(request.viewer, challenge)
    return _step(
        request, challenge, form, ("Take this one rung up", "Take it up"), take, why
    )


def _words_step(
    request: KithRequest,
    key: UUID,
    deed: Callable[..., object],
    why_not: Callable[..., str],
    words: tuple[str, str, str],
) -> HttpResponse:
    """A step that asks for words alone: heading, button, and what is asked."""
    challenge = queries.challenge(request.viewer, key)
    known = known_names(request.viewer)
    form = forms.WordsForm(request.POST or None, known=known, label=words[2])

    def take() -> object:
        return deed(
            viewer=request.viewer, at=request.received_at, key=key, said=_said(form)
        )

    why = why_not(request.viewer, challenge)
    return _step(request, challenge, form, words[:2], take, why)


@both
def challenge_resolve(request: KithRequest, key: UUID) -> HttpResponse:
    """Say how a challenge was resolved."""
    words = ("Say how it was resolved", "It is resolved", "How it was resolved")
    why_not = policies.why_not_resolve
    return _words_step(request, key, resolve_challenge, why_not, words)


@both
def challenge_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Withdraw a challenge."""
    words = ("Withdraw this challenge", "Withdraw it", "Why it is withdrawn")
    why_not = policies.why_not_withdraw
    return _words_step(request, key, withdraw_challenge, why_not, words)


@both
def challenge_close(request: KithRequest, key: UUID) -> HttpResponse:
    """Write down what was learnt."""
    words = ("What was learnt", "Save and close", "What the partnership learnt")
    why_not = policies.why_not_close
    return _words_step(request, key, close_challenge, why_not, words)


def _said(form: WatchedForm) -> Said:
    return Said(form.cleaned_data["words"], is_confirmed=form.is_confirmed)


def _step(
    request: KithRequest,
    challenge: Challenge,
    form: WatchedForm,
    words: tuple[str, ...],
    take: Callable[[], object],
    why_not: str,
) -> HttpResponse:
    """A page that asks something before the step; not theirs, not there."""
    if why_not in WHOSE:
        raise Http404("not for this viewer")
    if not why_not and form.is_valid():
        take()
        return _done(
            request, challenge.pk, "It is done, and stands in the story below."
        )
    told = {
        "challenge": challenge,
        "form": form,
        "heading": words[0],
        "button": words[1],
        "why_not": why_not,
        "watch": watch_words(form.known),
    }
    return render(request, "challenges/step.html", told)


def _done(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("challenges:detail", args=[key]))
