"""Pages of attendance: who came, interests, engagement by organisation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.domain.vocabulary.periods import months_before, say_day
from kith.web.access.permissions import Permission as P
from kith.web.groups.actions import attendance as doing
from kith.web.groups.actions import interests as ruling
from kith.web.groups.forms.meetings import AttendanceForm, InterestForm
from kith.web.groups.policies import quorum as quorums
from kith.web.groups.presenters import agendas as agenda_words
from kith.web.groups.presenters import meetings as words
from kith.web.groups.queries import agendas, meetings
from kith.web.groups.queries import attendance as queries
from kith.web.groups.values import Declared
from kith.web.groups.views.pages import Asking, ask, to


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


OUTCOMES = ("STAYED", "NO_VOTE", "LEFT")


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: KithRequest, key: UUID) -> HttpResponse:
    """Write down who came; the quorum is said as it stands."""
    one = meetings.meeting(request.viewer, key)
    lines = queries.register(request.viewer, one)
    visitors = "\n".join(
        ", ".join(filter(None, (each.name, each.comes_from)))
        for each in queries.guests(request.viewer, one)
    )
    form = AttendanceForm(
        request.POST or None,
        lines=lines,
        people=queries.possible_substitutes(request.viewer, one.body_id),
        initial={"visitors": visitors},
    )
    if not form.is_valid():
        about = {
            "meeting": one,
            "title": words.title(one),
            "form": form,
            "rows": [
                (agenda_words.holder(line), _fields(form, line.seat.pk))
                for line in lines
            ],
            "quorum": quorums.quorum(one, lines),
            "rule": quorums.quorum_rule(one.body),
        }
        status = 422 if form.is_bound else 200
        return render(request, "groups/attendance.html", about, status=status)
    doing.record_attendance(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        came=form.came(),
        visitors=form.visitors_there(),
    )
    now = quorums.quorum(one, queries.register(request.viewer, one))
    messages.success(request, f"Attendance is saved. {now.words}.")
    return to("attendance", key) if "stay" in request.POST else to("meeting", key)


def _fields(form: AttendanceForm, seat: UUID) -> list[object]:
    names = (f"presence_{seat}", f"substitute_{seat}", f"name_{seat}")
    return [form[name] for name in names if name in form.fields]


@require_http_methods(["GET", "HEAD", "POST"])
def interest_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Declare an interest, one's own, or somebody's who said so in the room."""
    viewer = request.viewer
    one = meetings.meeting(viewer, key)
    people = queries.possible_substitutes(viewer, one.body_id)
    if not viewer.may(P.ATTENDANCE_RECORD, body=one.body_id):
        people = people.filter(pk=viewer.who)
    form = InterestForm(
        request.POST or None,
        people=people,
        lines=agendas.agenda(viewer, one),
        initial={"person": viewer.person, "item": request.GET.get("item", "")},
    )
    if not form.is_valid():
        asking = Asking(
            "Declare an interest",
            "Declare this interest",
            one.url,
            words.title(one),
            caption=words.title(one),
            lead="Until the chair rules otherwise, the restricted papers and notes of "
            "the item are closed to whoever has an interest in it.",
        )
        return ask(request, form, asking)
    said = dict(form.cleaned_data)
    said["item"] = UUID(said["item"]) if said["item"] else None
    ruling.declare_interest(
        viewer=viewer,
        at=request.received_at,
        meeting=key,
        declared=Declared(**said),
    )
    messages.success(request, "The interest is declared.")
    return to("meeting", key, "interests")


@require_POST
def interest_rule(request: KithRequest, key: UUID) -> HttpResponse:
    """Write down what followed from an interest."""
    said = request.POST.get("outcome", "")
    interest = ruling.rule_on_interest(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        outcome=said if said in OUTCOMES else OUTCOMES[-1],
    )
    messages.success(request, "The ruling is written down.")
    return to("meeting", interest.meeting_id, "interests")


@require_safe
def engagement(request: KithRequest) -> HttpResponse:
    """How organisations filled their seats over the last twelve months."""
    today = request.received_at.date()
    first = _day(request.GET.get("from", "")) or months_before(today, 12)
    last = _day(request.GET.get("to", "")) or today
    bodies = list(meetings.bodies_seen(request.viewer))
    chosen = next(
        (one for one in bodies if str(one.pk) == request.GET.get("body")), None
    )
    rows = queries.engagement(
        request.viewer, first=first, last=last, body=chosen.pk if chosen else None
    )
    about = {
        "rows": rows,
        "bodies": bodies,
        "chosen": chosen,
        "period": f"{say_day(first)} to {say_day(last)}",
    }
    return render(request, "groups/engagement.html", about)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
