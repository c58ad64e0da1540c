"""Pages of what a group does by habit: standing items, work plan, forward plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.permissions import Permission as P
from kith.web.groups.actions import agendas as doing
from kith.web.groups.actions import meetings as planning
from kith.web.groups.forms.agendas import (
    HabitForm,
    PlannedForm,
    StandingForm,
    months_from,
)
from kith.web.groups.queries import agendas as queries
from kith.web.groups.queries import attendance, meetings
from kith.web.groups.views.pages import Asking, ask, to


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.groups.models import PlannedItem


@require_safe
def habits(request: KithRequest, key: UUID) -> HttpResponse:
    """What stands on every agenda of a group, and its work plan."""
    viewer = request.viewer
    body = meetings.body_seen(viewer, key)
    about = {
        "body": body,
        "standing": queries.standing_items(viewer, body),
        "months": _by_month(list(queries.planned_items(viewer, body))),
        "days": meetings.papers_working_days(viewer, body.pk),
        "may_edit": viewer.may(P.AGENDA_EDIT, body=body.pk),
        "may_plan": viewer.may(P.MEETING_PLAN, body=body.pk),
    }
    return render(request, "groups/habits.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def habit_set(request: KithRequest, key: UUID) -> HttpResponse:
    """Say when the group's papers are due."""
    body = meetings.body_seen(request.viewer, key)
    now = {"papers_working_days": meetings.papers_working_days(request.viewer, key)}
    form = HabitForm(request.POST or None, initial=now)
    if not form.is_valid():
        asking = Asking(
            "When papers are due",
            "Save",
            request.path.removesuffix("days/"),
            body.name,
            caption=body.name,
            lead="Meetings that are planned already keep their day.",
        )
        return ask(request, form, asking)
    planning.set_habit(
        viewer=request.viewer, at=request.received_at, body=body, **form.cleaned_data
    )
    messages.success(request, "Saved.")
    return to("habits", key)


@require_http_methods(["GET", "HEAD", "POST"])
def standing_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a standing item."""
    body = meetings.body_seen(request.viewer, key)
    form = StandingForm(
        request.POST or None,
        markings=request.viewer.markings(body=key),
        initial={"marking": "PARTNER"},
    )
    if not form.is_valid():
        asking = Asking(
            "Add a standing item",
            "Add this item",
            request.path.removesuffix("standing/"),
            body.name,
            caption=body.name,
            lead="It comes on every agenda that is made from now on.",
        )
        return ask(request, form, asking)
    doing.add_standing_item(
        viewer=request.viewer, at=request.received_at, body=body, entry=form.entry()
    )
    messages.success(request, "The standing item is added.")
    return to("habits", key)


@require_http_methods(["GET", "HEAD", "POST"])
def planned_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add to the work plan."""
    body = meetings.body_seen(request.viewer, key)
    today = request.received_at.date()
    form = PlannedForm(
        request.POST or None,
        markings=request.viewer.markings(body=key),
        organisations=attendance.organisations_in(request.viewer, key, today),
        today=today,
        initial={"marking": "PARTNER"},
    )
    if not form.is_valid():
        asking = Asking(
            "Add to the work plan",
            "Add this to the plan",
            request.path.removesuffix("plan/"),
            body.name,
            caption=body.name,
            lead="The first meeting planned for that month takes it up.",
        )
        return ask(request, form, asking)
    doing.plan_item(
        viewer=request.viewer,
        at=request.received_at,
        body=body,
        month=form.planned_month(),
        entry=form.entry(),
    )
    messages.success(request, "The work plan has it.")
    return to("habits", key)


@require_POST
def standing_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End a standing item."""
    item = doing.end_standing_item(
        viewer=request.viewer, at=request.received_at, key=key
    )
    messages.success(request, "It comes no more on new agendas.")
    return to("habits", item.body_id)


@require_POST
def planned_drop(request: KithRequest, key: UUID) -> HttpResponse:
    """Drop a line of the work plan."""
    item = doing.drop_planned_item(
        viewer=request.viewer, at=request.received_at, key=key
    )
    messages.success(request, "The work plan has it no longer.")
    return to("habits", item.body_id)


@require_safe
def forward_plan(request: KithRequest) -> HttpResponse:
    """What every group of an area takes up in the coming year."""
    viewer = request.viewer
    ahead = months_from(request.received_at.date())[:12]
    bodies = list(meetings.bodies_seen(viewer).prefetch_related("areas"))
    areas = sorted({area.name for one in bodies for area in one.areas.all()})
    chosen = request.GET.get("area", "")
    shown = {
        one.pk
        for one in bodies
        if chosen not in areas or chosen in {area.name for area in one.areas.all()}
    }
    items = list(queries.forward_plan(viewer, shown, ahead[0], ahead[-1]))
    about = {"months": _by_month(items), "areas": areas, "chosen": chosen}
    return render(request, "groups/forward_plan.html", about)


def _by_month(items: list[PlannedItem]) -> dict[date, list[PlannedItem]]:
    found: dict[date, list[PlannedItem]] = {}
    for one in items:
        found.setdefault(one.month, []).append(one)
    return found
