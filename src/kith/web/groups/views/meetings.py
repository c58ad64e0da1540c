"""Pages of meetings: the calendar, one meeting, a new one, a body's year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
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

from kith.domain.rules.meeting_dates import ProposedDay, days_of_series
from kith.domain.rules.working_days import CalendarHasRunOut
from kith.domain.vocabulary.periods import say_day
from kith.web.access.permissions import Permission as P
from kith.web.groups.actions import meetings as doing
from kith.web.groups.forms.agendas import ReasonForm
from kith.web.groups.forms.meetings import (
    ChangeForm,
    MeetingForm,
    YearForm,
    sitting_on,
)
from kith.web.groups.policies import quorum as quorums
from kith.web.groups.presenters import agendas as agenda_words
from kith.web.groups.presenters import meetings as words
from kith.web.groups.queries import agendas, attendance
from kith.web.groups.queries import meetings as queries
from kith.web.groups.queries import minutes as minutes_queries
from kith.web.groups.views.arising import matters_arising
from kith.web.groups.views.pages import Asking, ask, reading_agenda, to
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest
    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Meeting


@require_safe
def meeting_list(request: KithRequest) -> HttpResponse:
    """The calendar: what is ahead, or what was, month by month."""
    viewer, at = request.viewer, request.received_at
    is_past = request.GET.get("when") == "past"
    rows = queries.visible_meetings(viewer)
    if is_past:
        rows = rows.filter(ends__lt=at).order_by("-starts", "id")
    else:
        rows = rows.filter(ends__gte=at).order_by("starts", "id")
    bodies = list(queries.bodies_seen(viewer))
    chosen = _chosen(request.GET.get("body", ""))
    if chosen is not None:
        rows = rows.filter(body=chosen)
    shelf = paged(rows, request.GET)
    about = {
        "shelf": shelf,
        "months": words.months(shelf.rows, today=at.date()),
        "is_past": is_past,
        "bodies": bodies,
        "chosen": chosen,
        "may_plan": viewer.may(P.MEETING_PLAN),
        "may_decide": viewer.may(P.DECISION_SEE),
    }
    return render(request, "groups/meetings.html", about)


@require_safe
def meeting(request: KithRequest, key: UUID) -> HttpResponse:
    """One meeting: when and where, what can be done next, its agenda, its story."""
    one = queries.meeting(request.viewer, key)
    return render(request, "groups/meeting.html", _about(request, one))


def _about(request: KithRequest, one: Meeting) -> dict[str, Any]:
    viewer, at = request.viewer, request.received_at
    lines = agendas.agenda(viewer, one)
    interests = list(agendas.interests_of(viewer, one))
    register = attendance.register(viewer, one)
    reading_agenda(request, one.body_id, lines)
    drafted = minutes_queries.minutes_of(viewer, one)
    before = queries.preceding(viewer, one)
    state, tone = words.standing(one, today=at.date())
    return {
        "meeting": one,
        "title": words.title(one),
        "when": words.when(one),
        "where": words.where(one),
        "state": state,
        "tone": tone,
        "papers_due": words.papers(one, today=at.date()),
        "rows": agenda_words.rows(lines, agendas.papers(viewer, one), interests),
        "in_all": agenda_words.minutes_in_all(lines),
        "steps": words.next_steps(viewer, one, drafted, at),
        "minutes": drafted,
        "minutes_words": words.minutes_words(drafted) if drafted else "",
        **matters_arising(viewer, one, before),
        "register": [
            (agenda_words.holder(line), agenda_words.attendance_words(line))
            for line in register
        ],
        "guests": attendance.guests(viewer, one),
        "quorum": quorums.quorum(one, register),
        "quorum_rule": quorums.quorum_rule(one.body),
        "interests": [(row, agenda_words.interest_words(row)) for row in interests],
        **_rights(viewer, one),
        "story": words.story(queries.story(viewer, one)),
    }


def _rights(viewer: Viewer, one: Meeting) -> dict[str, bool]:
    return {
        "may_edit": viewer.may(P.AGENDA_EDIT, body=one.body_id),
        "may_paper": viewer.may(P.PAPER_ADD, body=one.body_id),
        "may_declare": viewer.may(P.INTEREST_DECLARE, body=one.body_id),
        "may_rule": viewer.may(P.ATTENDANCE_RECORD, body=one.body_id),
        "is_planned": one.state == "PLANNED",
        "is_open": one.state not in ("CANCELLED", "MINUTES_AGREED"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_new(request: KithRequest) -> HttpResponse:
    """Plan one meeting."""
    form = MeetingForm(
        request.POST or None, bodies=queries.bodies_to_plan(request.viewer)
    )
    if not form.is_valid():
        lead = "Its standing items, and what the work plan has for the month, come with it."
        asking = Asking(
            "Plan a meeting",
            "Plan this meeting",
            reverse("groups:meetings"),
            "All meetings",
            lead=lead,
        )
        return ask(request, form, asking)
    made = doing.plan_meeting(
        viewer=request.viewer,
        at=request.received_at,
        body=form.cleaned_data["body"],
        sitting=form.sitting(),
    )
    messages.success(request, f"{words.title(made)} is planned.")
    return to("meeting", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def year(request: KithRequest) -> HttpResponse:
    """Plan a body's year: first the days are shown, then they are made."""
    bodies = queries.bodies_to_plan(request.viewer)
    form = YearForm(request.POST or None, bodies=bodies)
    days: list[ProposedDay] = []
    if form.is_valid():
        days = _days(form)
    if not days:
        return render(
            request,
            "groups/year.html",
            {"form": form, "days": ()},
            status=422 if form.is_bound else 200,
        )
    said = form.cleaned_data
    if "make" not in request.POST:
        shown = [
            (
                one.day,
                f"instead of {say_day(one.instead_of)} ({one.because})"
                if one.instead_of
                else "",
            )
            for one in days
        ]
        return render(request, "groups/year.html", {"form": form, "days": shown})
    left_out = set(request.POST.getlist("leave_out"))
    made = doing.plan_series(
        viewer=request.viewer,
        at=request.received_at,
        body=said["body"],
        sittings=[
            sitting_on(one.day, said)
            for one in days
            if one.day.isoformat() not in left_out
        ],
    )
    messages.success(request, f"{len(made)} meetings of {said['body']} are planned.")
    return HttpResponseRedirect(f"{reverse('groups:meetings')}?body={said['body'].pk}")


def _days(form: YearForm) -> list[ProposedDay]:
    said = form.cleaned_data
    try:
        return days_of_series(said["first"], said["last"], form.rhythm())
    except (ValueError, CalendarHasRunOut) as why:
        form.add_error("last", str(why)[:1].upper() + str(why)[1:])
        return []


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_change(request: KithRequest, key: UUID) -> HttpResponse:
    """Another day, time or place."""
    one = queries.meeting(request.viewer, key)
    now = {
        "day": one.day,
        "starts": f"{words.london(one.starts):%H:%M}",
        "ends": f"{words.london(one.ends):%H:%M}",
        "place": one.place,
        "link": one.link,
        "is_hybrid": one.is_hybrid,
    }
    form = ChangeForm(request.POST or None, initial=now)
    if not form.is_valid():
        asking = Asking(
            "Change the day, time or place",
            "Change this meeting",
            one.url,
            words.title(one),
            caption=one.body.name,
        )
        return ask(request, form, asking)
    doing.change_sitting(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        sitting=form.sitting(),
        words=form.cleaned_data["words"],
    )
    messages.success(request, "The meeting is changed.")
    return to("meeting", key)


@require_POST
def papers_out(request: KithRequest, key: UUID) -> HttpResponse:
    """Send the papers out."""
    doing.send_papers(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The papers are out: every item keeps its number.")
    return to("meeting", key)


@require_POST
def hold(request: KithRequest, key: UUID) -> HttpResponse:
    """Say that the meeting was held."""
    doing.hold_meeting(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The meeting was held.")
    return to("meeting", key)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: KithRequest, key: UUID) -> HttpResponse:
    """Cancel a meeting, with the reason."""
    one = queries.meeting(request.viewer, key)
    form = ReasonForm(request.POST or None, label="Why it is cancelled")
    if not form.is_valid():
        asking = Asking(
            "Cancel this meeting",
            "Cancel this meeting",
            one.url,
            words.title(one),
            caption=words.title(one),
            is_warning=True,
        )
        return ask(request, form, asking)
    doing.cancel_meeting(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        reason=form.cleaned_data["reason"],
    )
    messages.success(request, "The meeting is cancelled.")
    return to("meeting", key)


def _chosen(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
