"""One page each: the agreements, one of them, each step, and what is not shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from kith.web.access.trail.presenters import looked_at
from kith.web.agreements import forms, policies, presenters, queries
from kith.web.agreements.actions import (
    Decided,
    Terms,
    Withheld,
    agree_agreement,
    change_agreement,
    decide_override,
    draft_agreement,
    end_agreement,
    record_withholding,
    renew_agreement,
    review_agreement,
)
from kith.web.bodies.queries import known_names
from kith.web.ui.paging import paged
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.agreements.models import SharingAgreement
    from kith.web.ui.forms import KithForm


both = require_http_methods(["GET", "HEAD", "POST"])
WHOSE = (policies.NOT_YOURS, policies.NOT_YOUR_UNIT)


@require_safe
def agreement_list(request: KithRequest) -> HttpResponse:
    """Every agreement this viewer may see, those that end first on top."""
    form = forms.FilterForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    shelf = paged(queries.filtered(request.viewer, **said), request.GET)
    today = request.received_at.date()
    about = {
        "shelf": shelf,
        "form": form,
        "asked": request.GET.urlencode(),
        "sentence": presenters.shown(shelf.total, request.GET.get("state", "")),
        "lines": [presenters.line(one, today=today) for one in shelf.rows],
        "overrides": queries.overrides(request.viewer)[:20],
        "may_draft": request.viewer.may(P.AGREEMENT_EDIT),
        "may_override": request.viewer.may(P.OVERRIDE_DECIDE),
        "may_see_withheld": request.viewer.may(P.WITHHOLDING_SEE),
    }
    return render(request, "agreements/list.html", about)


@require_safe
def register(request: KithRequest) -> HttpResponse:
    """The register of flows, for anybody: purposes and fields, no security detail."""
    today = request.received_at.date()
    rows = [
        (one, presenters.line(one, today=today))
        for one in queries.register(request.viewer)
    ]
    return render(request, "agreements/register.html", {"rows": rows})


@require_safe
def agreement_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One agreement: what it says, what can be done next, its story."""
    viewer, today = request.viewer, request.received_at.date()
    agreement = queries.agreement(viewer, key)
    words, tone = presenters.standing(agreement, today=today)
    about = {
        "agreement": agreement,
        "looked": looked_at(viewer, "agreements", key),
        "state": words,
        "tone": tone,
        "parties": presenters.parties(agreement),
        "feeds": ", ".join(presenters.feeds(agreement)),
        "term": presenters.term(agreement),
        "steps": presenters.next_steps(viewer, agreement),
        "story": presenters.story(queries.story(viewer, agreement)),
    }
    return render(request, "agreements/detail.html", about)


@both
def agreement_new(request: KithRequest) -> HttpResponse:
    """Draft an agreement."""
    form = _terms_form(request)
    if not form.is_valid():
        words = ("Draft a sharing agreement", "Save the draft")
        return _asked(request, form, words)
    made = draft_agreement(
        viewer=request.viewer, at=request.received_at, terms=_terms(form)
    )
    return _done(request, made.pk, f"{made.reference} is drafted.")


@both
def agreement_change(request: KithRequest, key: UUID) -> HttpResponse:
    """Change a draft."""
    agreement = queries.agreement(request.viewer, key)
    names = [
        "title",
        "purpose",
        "legal_basis",
        "feeds",
        "security",
        "controller",
        "parties",
        "areas",
        "first_on",
        "last_on",
        "review_on",
    ]
    before = {name: getattr(agreement, name) for name in names}
    before |= {
        "fields_held": agreement.fields,
        "parties": list(agreement.parties.all()),
        "areas": list(agreement.areas.all()),
    }
    form = _terms_form(request, initial=before)

    def take() -> object:
        return change_agreement(
            viewer=request.viewer, at=request.received_at, key=key, terms=_terms(form)
        )

    why = policies.why_not_change(request.viewer, agreement)
    return _step(request, agreement, form, ("Change the draft", "Save"), take, why)


@require_POST
def agreement_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree it for the controller."""
    agreement = queries.agreement(request.viewer, key)
    if policies.why_not_agree(request.viewer, agreement) in WHOSE:
        raise Http404("not for this viewer")
    agree_agreement(viewer=request.viewer, at=request.received_at, key=key)
    return _done(request, key, f"{agreement.reference} is agreed.")


@both
def agreement_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Say that it was reviewed."""
    agreement = queries.agreement(request.viewer, key)
    form = forms.ReviewForm(request.POST or None)

    def take() -> object:
        return review_agreement(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            **form.cleaned_data,
        )

    why = policies.why_not_review(request.viewer, agreement)
    return _step(request, agreement, form, ("Review it", "It stands"), take, why)


@both
def agreement_renew(request: KithRequest, key: UUID) -> HttpResponse:
    """Draft what follows it."""
    agreement = queries.agreement(request.viewer, key)
    form = forms.RenewForm(request.POST if request.method == "POST" else None)

    def take() -> object:
        return renew_agreement(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            **form.cleaned_data,
        )

    why = policies.why_not_renew(request.viewer, agreement)
    return _step(request, agreement, form, ("Renew it", "Draft the renewal"), take, why)


@both
def agreement_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End it."""
    agreement = queries.agreement(request.viewer, key)
    form = forms.WordsForm(request.POST or None)

    def take() -> object:
        return end_agreement(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            **form.cleaned_data,
        )

    why = policies.why_not_end(request.viewer, agreement)
    return _step(request, agreement, form, ("End it", "End this agreement"), take, why)


@both
def override_new(request: KithRequest) -> HttpResponse:
    """Share though no agreement holds."""
    viewer = request.viewer
    form = forms.OverrideForm(
        request.POST or None,
        organisations=queries.mine(viewer),
        areas=queries.areas_of(viewer, P.OVERRIDE_DECIDE),
    )
    if not form.is_valid():
        return render(request, "agreements/override.html", {"form": form})
    decide_override(
        viewer=viewer, at=request.received_at, decided=Decided(**form.cleaned_data)
    )
    messages.success(request, "The decision is recorded, with its reason.")
    return HttpResponseRedirect(reverse("agreements:list"))


@require_safe
def withheld_list(request: KithRequest) -> HttpResponse:
    """Decisions not to share, the latest first."""
    shelf = paged(queries.withholdings(request.viewer), request.GET)
    about = {"shelf": shelf, "may_record": request.viewer.may(P.WITHHOLDING_RECORD)}
    return render(request, "agreements/withheld.html", about)


@both
def withheld_new(request: KithRequest) -> HttpResponse:
    """Record a decision not to share."""
    viewer, today = request.viewer, request.received_at.date()
    known = known_names(viewer)
    there = queries.organisations_there(viewer, today)
    form = forms.WithholdingForm(
        request.POST or None,
        known=known,
        areas=queries.areas_of(viewer, P.WITHHOLDING_RECORD),
        holders=there if viewer.may(P.WITHHOLDING_OVERSEE) else queries.mine(viewer),
        askers=there,
    )
    if not form.is_valid():
        about = {"form": form, "watch": watch_words(known)}
        return render(request, "agreements/withheld_new.html", about)
    made = record_withholding(
        viewer=viewer,
        at=request.received_at,
        withheld=Withheld(**form.cleaned_data, is_confirmed=form.is_confirmed),
    )
    messages.success(request, f"{made.reference} is recorded.")
    return HttpResponseRedirect(reverse("agreements:withheld"))


def _terms_form(
    request: KithRequest, initial: dict[str, object] | None = None
) -> forms.TermsForm:
    viewer = request.viewer
    return forms.TermsForm(
        request.POST or None,
        initial=initial,
        organisations=queries.organisations_there(viewer, request.received_at.date()),
        areas=queries.areas_to_draft_for(viewer),
    )


def _terms(form: forms.TermsForm) -> Terms:
    said = dict(form.cleaned_data)
    return Terms(fields=said.pop("fields_held"), **said)


def _step(
    request: KithRequest,
    agreement: SharingAgreement,
    form: KithForm,
    words: tuple[str, str],
    take: Callable[[], object],
    why_not: str,
) -> HttpResponse:
    """A page that asks something before the step; not theirs, not there."""
    if why_not in WHOSE:
        raise Http404("not for this viewer")
    if not why_not and form.is_valid():
        take()
        return _done(
            request, agreement.pk, "It is done, and stands in the story below."
        )
    return _asked(request, form, words, agreement, why_not)


def _asked(
    request: KithRequest,
    form: KithForm,
    words: tuple[str, str],
    agreement: SharingAgreement | None = None,
    why_not: str = "",
) -> HttpResponse:
    told = {
        "agreement": agreement,
        "form": form,
        "heading": words[0],
        "button": words[1],
        "why_not": why_not,
    }
    return render(request, "agreements/form.html", told)


def _done(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("agreements:detail", args=[key]))
