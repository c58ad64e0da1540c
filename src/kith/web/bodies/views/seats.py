"""Seats: one of them, a new one, and each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.refusals import refuse_if
from kith.web.bodies import actions, policies, presenters, queries
from kith.web.bodies.forms import (
    EndSeatForm,
    FillForm,
    LeaveForm,
    SeatForm,
    SubstituteForm,
)
from kith.web.bodies.views.answering import ask, done


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.bodies.models import Seat


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def seat_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One seat: who holds it, until when, what can be done."""
    viewer, today = request.viewer, request.received_at.date()
    seat = queries.seat(viewer, key)
    attended = queries.ATTENDANCE.of(viewer, body=seat.body_id, on=today)
    about = {
        "seat": seat,
        "line": presenters.seat_line(seat, today=today, attended=attended),
        "substitutions": queries.substitutions(viewer, seat, today=today),
        "steps": presenters.seat_steps(viewer, seat, today=today),
    }
    return render(request, "bodies/seat.html", about)


@require_http_methods(GET_OR_POST)
def seat_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a seat to a group."""
    viewer, today = request.viewer, request.received_at.date()
    body = queries.body(viewer, key)
    refuse_if(policies.why_not_seat(viewer, body))
    form = SeatForm(
        request.POST or None,
        organisations=queries.organisations_of(viewer, body, on=today),
        people=queries.people_to_seat(viewer, body, on=today),
    )
    if not form.is_valid():
        back = (body.name, reverse("bodies:detail", args=[key]))
        return ask(request, form, f"Add a seat to {body.name}", back)
    actions.add_seat(
        viewer=viewer,
        at=request.received_at,
        body=body,
        details=actions.SeatDetails(**form.cleaned_data),
    )
    return done(request, "detail", key, "The seat is there.")


@require_http_methods(GET_OR_POST)
def seat_fill(request: KithRequest, key: UUID) -> HttpResponse:
    """Fill a vacant seat."""
    viewer, today = request.viewer, request.received_at.date()
    seat = queries.seat(viewer, key)
    refuse_if(policies.why_not_fill(viewer, seat))
    people = queries.people_to_seat(viewer, seat.body, on=today)
    form = FillForm(request.POST or None, people=people)
    if not form.is_valid():
        return ask(request, form, "Fill this seat", _back(seat))
    filled = actions.fill_seat(
        viewer=viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "seat", filled.pk, "The seat is filled.")


@require_http_methods(GET_OR_POST)
def seat_vacate(request: KithRequest, key: UUID) -> HttpResponse:
    """The holder leaves."""
    seat = queries.seat(request.viewer, key)
    refuse_if(policies.why_not_vacate(request.viewer, seat))
    form = LeaveForm(request.POST or None)
    if not form.is_valid():
        return ask(request, form, "The holder leaves this seat", _back(seat))
    actions.vacate_seat(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "seat", key, "The seat is vacant after that day.")


@require_http_methods(GET_OR_POST)
def seat_end(request: KithRequest, key: UUID) -> HttpResponse:
    """The seat itself ends."""
    seat = queries.seat(request.viewer, key)
    refuse_if(policies.why_not_end(request.viewer, seat))
    form = EndSeatForm(request.POST or None)
    if not form.is_valid():
        return ask(request, form, "End this seat", _back(seat))
    actions.end_seat(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "seat", key, "The seat ends after that day.")


@require_http_methods(GET_OR_POST)
def seat_substitute(request: KithRequest, key: UUID) -> HttpResponse:
    """Name a substitute for a time."""
    viewer, today = request.viewer, request.received_at.date()
    seat = queries.seat(viewer, key)
    refuse_if(policies.why_not_substitute(viewer, seat))
    people = queries.successors(viewer, seat, on=today)
    form = SubstituteForm(request.POST or None, people=people)
    if not form.is_valid():
        return ask(request, form, "Name a substitute", _back(seat))
    asked = form.cleaned_data
    actions.name_substitute(
        viewer=viewer,
        at=request.received_at,
        key=key,
        person=asked["person"],
        days=(asked["first_on"], asked["last_on"]),
    )
    return done(request, "seat", key, "The substitute is named.")


def _back(seat: Seat) -> tuple[str, str]:
    return "The seat", reverse("bodies:seat", args=[seat.pk])
