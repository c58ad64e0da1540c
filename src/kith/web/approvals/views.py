"""One page each: the list, one approval, and each step."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import refuse_if
from kith.web.approvals import actions, policies, presenters, queries
from kith.web.approvals.forms import ElsewhereForm, ReasonForm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.access.requests import KithRequest
    from kith.web.approvals.models import Approval


@require_safe
def approval_list(request: KithRequest) -> HttpResponse:
    """What waits for this viewer's signature or confirmation, then everything."""
    viewer = request.viewer
    shelf = paged(
        queries.visible_approvals(viewer).order_by("-asked_at", "id"), request.GET
    )
    about = {
        "signing": [presenters.line(one) for one in queries.to_sign(viewer)],
        "confirming": [presenters.line(one) for one in queries.to_confirm(viewer)],
        "shelf": shelf,
        "lines": [presenters.line(one) for one in shelf.rows],
    }
    return render(request, "approvals/list.html", about)


@require_safe
def approval_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One approval: where it stands, what can be done next, its story."""
    approval = queries.approval(request.viewer, key)
    about = {
        "approval": approval,
        "line": presenters.line(approval),
        "evidence": queries.evidence_of(request.viewer, approval),
        "steps": presenters.next_steps(request.viewer, approval),
        "story": presenters.story(queries.story(request.viewer, approval)),
    }
    return render(request, "approvals/detail.html", about)


@require_POST
def approval_give(request: KithRequest, key: UUID) -> HttpResponse:
    """Sign."""
    actions.give_approval(viewer=request.viewer, at=request.received_at, key=key)
    return _done(request, key, "You have signed.")


@require_POST
def approval_confirm(request: KithRequest, key: UUID) -> HttpResponse:
    """Confirm what another recorded."""
    actions.confirm_approval(viewer=request.viewer, at=request.received_at, key=key)
    return _done(request, key, "The approval is confirmed.")


@require_http_methods(["GET", "HEAD", "POST"])
def approval_record(request: KithRequest, key: UUID) -> HttpResponse:
    """Record that it was approved elsewhere."""
    approval = queries.approval(request.viewer, key)
    refuse_if(policies.why_not_record(request.viewer, approval))
    documents = queries.possible_evidence(request.viewer, approval)
    form = ElsewhereForm(request.POST or None, documents=documents)
    if not form.is_valid():
        about = {"form": form, "approval": approval}
        return render(request, "approvals/record.html", about)
    asked = form.cleaned_data
    actions.record_approval_elsewhere(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        elsewhere=actions.Elsewhere(
            approved_on=asked["approved_on"],
            how=asked["how"],
            evidence=UUID(asked["evidence"]),
        ),
    )
    return _done(request, key, "Recorded. Somebody else has to confirm it.")


@require_http_methods(["GET", "HEAD", "POST"])
def approval_refuse(request: KithRequest, key: UUID) -> HttpResponse:
    """Refuse to sign, with the reason."""
    return _with_reason(
        request, key, (policies.why_not_refuse, actions.refuse_approval), "Refuse"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def approval_send_back(request: KithRequest, key: UUID) -> HttpResponse:
    """Send a record back, with the reason."""
    return _with_reason(
        request,
        key,
        (policies.why_not_send_back, actions.send_back_approval),
        "Send back",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def approval_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Stop asking, with the reason."""
    return _with_reason(
        request,
        key,
        (policies.why_not_withdraw, actions.withdraw_approval),
        "Stop asking",
    )


def _with_reason(
    request: KithRequest,
    key: UUID,
    step: tuple[Callable[..., str], Callable[..., Approval]],
    words: str,
) -> HttpResponse:
    why_not, act = step
    approval = queries.approval(request.viewer, key)
    refuse_if(why_not(request.viewer, approval))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        about = {"form": form, "approval": approval, "words": words}
        return render(request, "approvals/reason.html", about)
    act(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        reason=form.cleaned_data["reason"],
    )
    return _done(request, key, "Done, and the reason is kept with it.")


def _done(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("approvals:detail", args=[key]))
