"""One page each: one's own activity, a record's lookers, an area's trail, one event,
and reading that raises a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.people.queries import visible_people
from kith.web.access.permissions import Permission as P
from kith.web.access.reading import read_recorded
from kith.web.access.refusals import refuse_if
from kith.web.access.trail import policies, presenters, queries
from kith.web.access.trail.actions import look_into
from kith.web.access.trail.forms import LookIntoForm, OwnForm, TrailForm
from kith.web.ui.answers import attached
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.requests import KithRequest
    from kith.web.access.viewer import Viewer
    from kith.web.audit.models import Event


EXPORTED_AT_MOST = 10_000
INVENTED = "Invented data"


@require_safe
def mine(request: KithRequest) -> HttpResponse:
    """What this viewer did and read."""
    form = OwnForm(request.GET or None)
    rows = queries.narrowed(
        request.viewer, queries.own_events(request.viewer), form.asked
    )
    beside = presenters.beside(request.viewer)
    return _listed(request, "trail/mine.html", rows, form=form, beside=beside)


@require_safe
def of_record(request: KithRequest, noun: str, key: UUID) -> HttpResponse:
    """Who has looked at one record; with ``all``, what was done to it too."""
    place = queries.record_place(request.viewer, noun, key)
    shows_all = "all" in request.GET
    ask = queries.all_about if shows_all else queries.who_has_looked
    rows = ask(request.viewer, noun, key)
    return _listed(
        request, "trail/of_record.html", rows, record=place, shows_all=shows_all
    )


@require_safe
def area(request: KithRequest) -> HttpResponse:
    """The trail of the viewer's areas, narrowed as they ask; asking is an event too."""
    form = _trail_form(request)
    rows = _trail(request, form)
    if form.asked.named:
        _leave_event(request, "audit.searched", form.asked.named)
    beside = presenters.beside(request.viewer)
    return _listed(request, "trail/area.html", rows, form=form, beside=beside)


@require_safe
def area_csv(request: KithRequest) -> HttpResponse:
    """The same as a file, and an event of its own."""
    form = _trail_form(request)
    events = list(_trail(request, form)[:EXPORTED_AT_MOST])
    _leave_event(request, "audit.exported", form.asked.named, rows=len(events))
    lines = presenters.lines(events, queries.places_of_events(request.viewer, events))
    words = presenters.csv_of(lines, INVENTED if settings.KITH_EXAMPLE else "")
    return attached(words, "audit-trail.csv")


@require_safe
def event(request: KithRequest, key: UUID) -> HttpResponse:
    """One event: names of fields, never what they say."""
    shown = queries.event(request.viewer, key)
    places = queries.places_of_events(request.viewer, [shown])
    (line,) = presenters.lines([shown], places)
    about = {"line": line, "facts": presenters.facts(shown, line)}
    return render(request, "trail/event.html", about)


@require_safe
def unusual(request: KithRequest) -> HttpResponse:
    """Reading that somebody should ask about."""
    found = queries.unusual_reading(request.viewer, at=request.received_at)
    answered = queries.looked_into(request.viewer, found)
    lines = presenters.alert_lines(found, answered)
    waiting = sum(1 for one in lines if not one.words)
    return render(request, "trail/unusual.html", {"lines": lines, "waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def look_into_one(request: KithRequest, key: str) -> HttpResponse:
    """Say what was found out about one of them."""
    asked = queries.alert(request.viewer, key, at=request.received_at)
    refuse_if(policies.why_not_look_into(request.viewer, asked))
    form = LookIntoForm(request.POST or None)
    if not form.is_valid():
        found = [asked]
        answered = queries.looked_into(request.viewer, found)
        (line,) = presenters.alert_lines(found, answered)
        return render(request, "trail/look_into.html", {"form": form, "line": line})
    look_into(
        viewer=request.viewer,
        at=request.received_at,
        alert=asked,
        words=form.cleaned_data["words"],
        area=_an_area(request.viewer),
    )
    messages.success(request, "What you found out is kept.")
    return HttpResponseRedirect(reverse("audit:unusual"))


def _listed(
    request: KithRequest, template: str, rows: QuerySet[Event], **more: object
) -> HttpResponse:
    shelf = paged(rows, request.GET)
    shown = list(shelf.rows)
    places = queries.places_of_events(request.viewer, shown)
    about = {"shelf": shelf, "lines": presenters.lines(shown, places), **more}
    return render(request, template, about)


def _trail_form(request: KithRequest) -> TrailForm:
    return TrailForm(
        request.GET or None,
        people=visible_people(request.viewer, P.AUDIT_SEE).order_by("name", "id"),
        nouns=presenters.noun_choices(queries.nouns_seen(request.viewer)),
    )


def _trail(request: KithRequest, form: TrailForm) -> QuerySet[Event]:
    events = queries.visible_events(request.viewer)
    return queries.narrowed(request.viewer, events, form.asked)


def _leave_event(
    request: KithRequest, verb: str, filters: list[str], rows: int = 0
) -> None:
    read_recorded(
        request.viewer,
        request.received_at,
        verb,
        (),
        noun="audit",
        area=_an_area(request.viewer),
        fields=filters,
        rows=rows,
    )


def _an_area(viewer: Viewer) -> str:
    """Where an event about the trail itself belongs: the first of the viewer's areas."""
    return next(iter(sorted(viewer.areas(P.AUDIT_SEE))), "")
