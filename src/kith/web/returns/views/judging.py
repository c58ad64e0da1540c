"""Judging a return: checked, sent back, signed off, locked, sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.web.returns import forms, policies, presenters, queries
from kith.web.returns.actions import (
    check_return,
    decline_return,
    lock_return,
    restate_return,
    send_back_return,
    sign_return,
)


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.returns.models import Return
    from kith.web.ui.forms import KithForm


both = require_http_methods(["GET", "HEAD", "POST"])
WHOSE = (policies.NOT_STEWARD, policies.NOT_LEAD, policies.NOT_ANALYST)


@both
def return_check(request: KithRequest, key: UUID) -> HttpResponse:
    """Say that it is checked."""
    words = ("Say that it is checked", "It is checked")
    form = forms.CheckedForm(request.POST if request.method == "POST" else None)
    return _worded(request, key, (check_return, policies.why_not_check), form, words)


@both
def return_send_back(request: KithRequest, key: UUID) -> HttpResponse:
    """Send it back, with reasons."""
    form = forms.WordsForm(request.POST or None)
    words = ("Send it back", "Send it back")
    deed = (send_back_return, policies.why_not_send_back)
    return _worded(request, key, deed, form, words)


@both
def return_decline(request: KithRequest, key: UUID) -> HttpResponse:
    """Decline to sign it, with reasons."""
    form = forms.WordsForm(request.POST or None)
    words = ("Decline to sign it", "Send it back unsigned")
    deed = (decline_return, policies.why_not_decline)
    return _worded(request, key, deed, form, words)


@both
def return_restate(request: KithRequest, key: UUID) -> HttpResponse:
    """Have a locked return sent again."""
    form = forms.WordsForm(request.POST or None)
    words = ("Have it sent again", "Ask for it again")
    deed = (restate_return, policies.why_not_restate)
    return _worded(request, key, deed, form, words)


@require_POST
def return_sign(request: KithRequest, key: UUID) -> HttpResponse:
    """Sign it off for the agency."""
    of = queries.return_(request.viewer, key)
    sent = queries.last_sent(request.viewer, of)
    if policies.why_not_sign(request.viewer, of, sent) in WHOSE:
        raise Http404("not for this viewer")
    sign_return(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It is signed off: these are the agency's figures.")
    return _to(key)


@require_POST
def return_lock(request: KithRequest, key: UUID) -> HttpResponse:
    """Lock it."""
    of = queries.return_(request.viewer, key)
    sent = queries.last_sent(request.viewer, of)
    basis = queries.basis(request.viewer, of, sent, request.received_at.date())
    if policies.why_not_lock(request.viewer, of, basis) in WHOSE:
        raise Http404("not for this viewer")
    lock_return(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It is locked, and the next edition is built from it.")
    return _to(key)


def _worded(
    request: KithRequest,
    key: UUID,
    deed: tuple[Callable[..., Return], Callable[..., str]],
    form: KithForm,
    words: tuple[str, str],
) -> HttpResponse:
    """A step that asks for words; not theirs, not there."""
    take, why_not = deed
    of = queries.return_(request.viewer, key)
    why = why_not(request.viewer, of)
    if why in WHOSE:
        raise Http404("not for this viewer")
    if not why and form.is_valid():
        said = form.cleaned_data
        take(viewer=request.viewer, at=request.received_at, key=key, **said)
        messages.success(request, "It is done, and stands in the story below.")
        return _to(key)
    about = {
        "of": of,
        "title": presenters.title(of),
        "form": form,
        "heading": words[0],
        "button": words[1],
        "why_not": why,
    }
    return render(request, "returns/step.html", about)


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("returns:detail", args=[key]))
