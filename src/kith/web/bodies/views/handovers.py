"""Handing a seat over: what goes with it, the step itself, and what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import refuse_if
from kith.web.bodies import actions, policies, queries
from kith.web.bodies.forms import HandOverForm
from kith.web.bodies.views.answering import done


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: KithRequest, key: UUID) -> HttpResponse:
    """Choose successor and day, beside everything that goes with the seat."""
    viewer, today = request.viewer, request.received_at.date()
    seat = queries.seat(viewer, key)
    refuse_if(policies.why_not_hand_over(viewer, seat, today))
    people = queries.successors(viewer, seat, on=today)
    form = HandOverForm(request.POST or None, people=people)
    if not form.is_valid():
        assert seat.person_id is not None
        held = queries.held(
            viewer, person=seat.person_id, body=seat.body_id, today=today
        )
        about = {"form": form, "seat": seat, "held": held, "today": today}
        return render(request, "bodies/hand_over.html", about)
    handover = actions.hand_over_seat(
        viewer=viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "handover", handover.pk, "The seat is handed over.")


@require_safe
def handover_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """What goes with a seat, for both, and for the business unit."""
    viewer, today = request.viewer, request.received_at.date()
    handover = queries.handover(viewer, key)
    body = handover.before.body_id
    about = {
        "handover": handover,
        "seat": handover.before,
        "held": queries.held(viewer, person=handover.giver_id, body=body, today=today),
        "taken": queries.held(viewer, person=handover.taker_id, body=body, today=today),
        "why_not": policies.why_not_acknowledge(viewer, handover),
        "is_mine": handover.taker_id == viewer.person,
        "today": today,
    }
    return render(request, "bodies/handover.html", about)


@require_POST
def handover_acknowledge(request: KithRequest, key: UUID) -> HttpResponse:
    """The successor has read what comes with the seat."""
    actions.acknowledge_handover(viewer=request.viewer, at=request.received_at, key=key)
    return done(request, "handover", key, "It is kept that you have read it.")
