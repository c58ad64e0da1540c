"""A new risk, and each step of one: a page that asks, then the action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.web.risks import forms, policies, presenters, queries
from kith.web.risks.actions import (
    Guard,
    RiskAccount,
    accept_risk,
    add_control,
    add_evidence,
    change_control,
    close_risk,
    raise_risk,
    raise_risk_on,
    reassign_risk,
    record_risk,
    reopen_risk,
    review_risk,
    send_risk_back,
)


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.risks.models import Risk
    from kith.web.ui.forms import KithForm


both = require_http_methods(["GET", "HEAD", "POST"])
REPLIES = {
    "ACCEPTED": accept_risk,
    "SENT_BACK": send_risk_back,
    "RAISED_ON": raise_risk_on,
}


@both
def risk_new(request: KithRequest) -> HttpResponse:
    """Record a risk."""
    form = forms.RecordForm(
        request.POST or None,
        bodies=queries.bodies_to_record_in(request.viewer),
        organisations=queries.possible_owner_organisations(request.viewer),
        people=queries.possible_owners(request.viewer),
        initial={"owner": request.viewer.person},
    )
    if not form.is_valid():
        return render(request, "risks/new.html", {"form": form})
    said = form.cleaned_data
    account = RiskAccount(
        title=said["title"],
        cause=said["cause"],
        event=said["event"],
        effect=said["effect"],
        owner=said["owner"],
        owner_organisation=said["owner_organisation"],
        review_on=said["review_on"],
        **{name: forms.mark_of(said, name) for name in forms.MARKS},
    )
    risk = record_risk(
        viewer=request.viewer,
        at=request.received_at,
        body=said["body"],
        account=account,
    )
    return _done(request, risk.pk, f"{risk.reference} is on the register.")


@both
def risk_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Look at a risk again."""
    risk = queries.risk(request.viewer, key)
    form = forms.ReviewForm(
        request.POST or None,
        initial={"now_likelihood": risk.now_likelihood, "now_impact": risk.now_impact},
    )

    def take() -> object:
        said = form.cleaned_data
        return review_risk(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            mark=forms.mark_of(said, "now"),
            review_on=said["review_on"],
            words=said["words"],
        )

    why = policies.why_not_look_after(request.viewer, risk)
    return _step(
        request, risk, form, ("Look at this risk again", "Save the review"), take, why
    )


@both
def risk_control(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a control."""
    risk = queries.risk(request.viewer, key)
    people = queries.possible_owners(request.viewer)
    form = forms.ControlForm(request.POST or None, people=people)

    def take() -> object:
        guard = Guard(**form.cleaned_data)
        return add_control(
            viewer=request.viewer, at=request.received_at, key=key, guard=guard
        )

    why = policies.why_not_look_after(request.viewer, risk)
    return _step(request, risk, form, ("Add a control", "Add this control"), take, why)


@both
def risk_control_change(request: KithRequest, key: UUID, control: UUID) -> HttpResponse:
    """Say how a control stands now."""
    risk = queries.risk(request.viewer, key)
    stood = queries.control(request.viewer, risk, control)
    form = forms.ChangeControlForm(
        request.POST or None, initial={"standing": stood.standing}
    )

    def take() -> object:
        return change_control(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            control=control,
            **form.cleaned_data,
        )

    why = policies.why_not_look_after(request.viewer, risk)
    return _step(
        request, risk, form, ("Change a control", "Save"), take, why, stood.wording
    )


@both
def risk_evidence(request: KithRequest, key: UUID) -> HttpResponse:
    """Add evidence."""
    risk = queries.risk(request.viewer, key)
    measures = presenters.measure_choices(request.viewer)
    form = forms.EvidenceForm(request.POST or None, measures=measures)

    def take() -> object:
        return add_evidence(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            **form.cleaned_data,
        )

    why = policies.why_not_look_after(request.viewer, risk)
    return _step(request, risk, form, ("Add evidence", "Add this evidence"), take, why)


@both
def risk_owner(request: KithRequest, key: UUID) -> HttpResponse:
    """Give a risk another owner."""
    risk = queries.risk(request.viewer, key)
    people = queries.possible_owners(request.viewer)
    form = forms.OwnerForm(request.POST or None, people=people)

    def take() -> object:
        return reassign_risk(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            **form.cleaned_data,
        )

    why = policies.why_not_look_after(request.viewer, risk)
    return _step(
        request, risk, form, ("Give it another owner", "Change the owner"), take, why
    )


@both
def risk_raise(request: KithRequest, key: UUID) -> HttpResponse:
    """Raise a risk to the body above."""
    risk = queries.risk(request.viewer, key)
    form = forms.ReasonForm(request.POST or None)
    why = policies.why_not_raise(request.viewer, risk)
    above = risk.tier.parent
    words = f"Raise this risk to {above.name}" if above else "Raise this risk"

    def take() -> object:
        return raise_risk(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            reason=form.cleaned_data["words"],
        )

    about = f"{above.name} will see it and owes you a reply." if above else ""
    return _step(request, risk, form, (words, "Raise this risk"), take, why, about)


@both
def risk_reply(request: KithRequest, key: UUID) -> HttpResponse:
    """Reply to a risk that was raised here."""
    risk = queries.risk(request.viewer, key)
    why = policies.why_not_reply(request.viewer, risk)
    can_raise_on = not policies.why_not_raise_on(request.viewer, risk)
    form = forms.ReplyForm(request.POST or None, may_raise_on=can_raise_on)

    def take() -> object:
        return REPLIES[form.cleaned_data["reply"]](
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            words=form.cleaned_data["words"],
        )

    words = f"Reply for {risk.tier.name}"
    return _step(request, risk, form, (words, "Send the reply"), take, why)


@both
def risk_close(request: KithRequest, key: UUID) -> HttpResponse:
    """Close a risk."""
    risk = queries.risk(request.viewer, key)
    why = policies.why_not_close(request.viewer, risk)
    form = forms.ReasonForm(request.POST or None)

    def take() -> object:
        return close_risk(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            words=form.cleaned_data["words"],
        )

    return _step(request, risk, form, ("Close this risk", "Close it"), take, why)


@both
def risk_reopen(request: KithRequest, key: UUID) -> HttpResponse:
    """Reopen a risk."""
    risk = queries.risk(request.viewer, key)
    why = policies.why_not_reopen(request.viewer, risk)
    form = forms.ReasonForm(request.POST or None)

    def take() -> object:
        return reopen_risk(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            words=form.cleaned_data["words"],
        )

    return _step(request, risk, form, ("Reopen this risk", "Reopen it"), take, why)


def _step(  # noqa: PLR0913 - a step is its record, form, words and deed
    request: KithRequest,
    risk: Risk,
    form: KithForm,
    words: tuple[str, str],
    take: Callable[[], object],
    why_not: str,
    about: str = "",
) -> HttpResponse:
    """A page that asks something before the step; not theirs, not there."""
    if why_not == policies.NOT_YOURS:
        raise Http404("not for this viewer")
    if not why_not and form.is_valid():
        take()
        return _done(request, risk.pk, "It is done, and stands in the story below.")
    told = {
        "risk": risk,
        "form": form,
        "heading": words[0],
        "button": words[1],
        "about": about,
        "why_not": why_not,
    }
    return render(request, "risks/step.html", told)


def _done(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("risks:detail", args=[key]))
