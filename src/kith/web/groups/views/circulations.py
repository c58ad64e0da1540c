"""Pages of votes between meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import RefusedError
from kith.web.groups.actions import circulations as doing
from kith.web.groups.forms.decisions import CirculationForm, VoteForm
from kith.web.groups.policies import quorum as quorums
from kith.web.groups.presenters import decisions as words
from kith.web.groups.queries import decisions as queries
from kith.web.groups.queries import meetings
from kith.web.groups.views.pages import Asking, ask, reading, to


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
def circulation_new(request: KithRequest) -> HttpResponse:
    """Put a proposal to a vote in writing."""
    form = CirculationForm(
        request.POST or None,
        bodies=meetings.bodies_to_decide_in(request.viewer),
        markings=request.viewer.markings(),
        initial={"marking": "PARTNER"},
    )
    if not form.is_valid():
        asking = Asking(
            "Put a proposal to a vote",
            "Send it to the voters",
            reverse("groups:decisions"),
            "Decisions",
            lead="For what needs no discussion. Everybody with a voting seat today is "
            "asked; one who wants to discuss it sends it to a meeting.",
        )
        return ask(request, form, asking)
    made = doing.propose_circulation(
        viewer=request.viewer,
        at=request.received_at,
        body=form.cleaned_data["body"],
        proposal=form.proposal(),
    )
    messages.success(request, f"{made.reference} is with the voters.")
    return to("circulation", made.pk)


@require_safe
def circulation(request: KithRequest, key: UUID) -> HttpResponse:
    """One vote: the proposal, who has voted how, what it comes to."""
    viewer = request.viewer
    one = queries.circulation(viewer, key)
    reading(request, one.body_id, [one])
    votes = list(queries.votes(viewer, one))
    waiting = sum(not each.choice for each in votes)
    state, tone = words.outcome(one)
    given = [each.seat for each in votes if each.choice]
    about = {
        "circulation": one,
        "state": state,
        "tone": tone,
        "votes": votes,
        "waiting": waiting,
        "quorum": quorums.quorum_of_seats(one.body, given),
        "steps": words.vote_steps(
            viewer,
            one,
            queries.own_vote(viewer, one),
            still_to_vote=waiting,
            today=request.received_at.date(),
        ),
        "decision": queries.decision_of(viewer, one),
    }
    return render(request, "groups/circulation.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: KithRequest, key: UUID) -> HttpResponse:
    """Vote."""
    one = queries.circulation(request.viewer, key)
    form = VoteForm(request.POST or None)
    if not form.is_valid():
        asking = Asking(
            "Your vote",
            "Send my vote",
            reverse("groups:circulation", args=[key]),
            one.reference,
            caption=one.proposal,
            lead="A vote once given stays.",
        )
        return ask(request, form, asking)
    doing.cast_vote(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    messages.success(request, "You have voted.")
    return to("circulation", key)


@require_POST
def circulation_end(request: KithRequest, key: UUID) -> HttpResponse:
    """Count the votes."""
    one = doing.end_circulation(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, f"{words.outcome(one)[0]}.")
    return to("circulation", key)


@require_POST
def circulation_report(request: KithRequest, key: UUID) -> HttpResponse:
    """Tell a meeting what was settled in writing."""
    queries.circulation(request.viewer, key)
    try:
        meeting = UUID(request.POST.get("meeting", ""))
    except ValueError:
        raise RefusedError("Choose which meeting is told.") from None
    doing.report_circulation(
        viewer=request.viewer, at=request.received_at, key=key, meeting=meeting
    )
    messages.success(request, "The meeting has been told.")
    return to("meeting", meeting)
