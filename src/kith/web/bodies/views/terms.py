"""Terms of reference: one version, a new one, and each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import refuse_if
from kith.web.bodies import actions, policies, presenters, queries
from kith.web.bodies.forms import TermsForm
from kith.web.bodies.views.answering import ask, done
from kith.web.organisations.actions import Signatory
from kith.web.organisations.forms import SignatoriesForm


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.bodies.models import TermsOfReference


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def terms_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One version: its words, where it stands, its story."""
    version = queries.terms(request.viewer, key)
    state, tone = presenters.terms_state(version)
    steps = queries.terms_story(request.viewer, version)
    about = {
        "version": version,
        "state": state,
        "tone": tone,
        "steps": presenters.terms_steps(
            request.viewer, version, queries.slots_asked(request.viewer, version)
        ),
        "signatures": queries.terms_signatures(request.viewer, version),
        "open_signatures": queries.terms_signatures_open_to(request.viewer, version),
        "story": presenters.story(steps, presenters.TERMS_MOVES),
    }
    return render(request, "bodies/terms.html", about)


@require_http_methods(GET_OR_POST)
def terms_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Draft terms of reference."""
    body = queries.body(request.viewer, key)
    refuse_if(policies.why_not_draft_terms(request.viewer, body))
    form = TermsForm(request.POST or None)
    if not form.is_valid():
        back = (body.name, reverse("bodies:detail", args=[key]))
        return ask(request, form, "Draft terms of reference", back)
    version = actions.draft_terms(
        viewer=request.viewer, at=request.received_at, body=body, **form.cleaned_data
    )
    return done(request, "terms", version.pk, "The draft is kept.")


@require_http_methods(GET_OR_POST)
def terms_edit(request: KithRequest, key: UUID) -> HttpResponse:
    """Change a draft."""
    version = queries.terms(request.viewer, key)
    refuse_if(policies.why_not_edit_terms(request.viewer, version))
    now = {"text": version.text, "review_on": version.review_on}
    form = TermsForm(request.POST or None, initial=now)
    if not form.is_valid():
        back = (f"Version {version.number}", reverse("bodies:terms", args=[key]))
        return ask(request, form, "Change the draft", back)
    actions.edit_terms(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "terms", key, "The draft is changed.")


@require_POST
def terms_consult(request: KithRequest, key: UUID) -> HttpResponse:
    """They were consulted on."""
    words = "They are marked as consulted on."
    return _move(request, key, actions.consult_on_terms, words)


@require_POST
def terms_revise(request: KithRequest, key: UUID) -> HttpResponse:
    """Back to a draft."""
    return _move(request, key, actions.revise_terms, "They are a draft again.")


@require_POST
def terms_approve(request: KithRequest, key: UUID) -> HttpResponse:
    """Approve from above."""
    return _move(request, key, actions.approve_terms, "They are approved.")


@require_POST
def terms_publish(request: KithRequest, key: UUID) -> HttpResponse:
    """Put in force."""
    return _move(request, key, actions.publish_terms, "They are in force.")


@require_http_methods(GET_OR_POST)
def terms_sign(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask the three partners to sign what no body above approves."""
    viewer = request.viewer
    version = queries.terms(viewer, key)
    asked = queries.slots_asked(viewer, version)
    refuse_if(policies.why_not_ask_to_sign(viewer, version, asked))
    sectors = queries.sectors_to_ask(viewer, version)
    signing = {str(one.pk): one for one in queries.who_may_sign_terms(viewer, version)}
    people = [(code, one.name) for code, one in signing.items()]
    form = SignatoriesForm(request.POST or None, sectors=sectors, people=people)
    if not form.is_valid():
        back = (f"Version {version.number}", reverse("bodies:terms", args=[key]))
        return ask(request, form, "Ask for the signatures", back)
    told = form.cleaned_data
    actions.ask_to_sign_terms(
        viewer=viewer,
        at=request.received_at,
        key=key,
        signatories={
            value: Signatory(
                told[f"{value}_office"], signing.get(told[f"{value}_person"])
            )
            for value, _ in sectors
        },
        due_on=told["due_on"],
    )
    return done(request, "terms", key, "The signatures are asked for.")


def _move(
    request: KithRequest,
    key: UUID,
    act: Callable[..., TermsOfReference],
    words: str,
) -> HttpResponse:
    act(viewer=request.viewer, at=request.received_at, key=key)
    return done(request, "terms", key, words)
