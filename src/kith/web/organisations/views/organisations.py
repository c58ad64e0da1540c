"""Organisations: the list, one of them, its history, and each change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import refuse_if
from kith.web.organisations import actions, policies, presenters, queries
from kith.web.organisations.forms import (
    EmployForm,
    EndForm,
    FilterForm,
    LeadForm,
    LeftWorkForm,
    OrganisationForm,
    RenameForm,
    SucceedForm,
)
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.organisations.models import Organisation
    from kith.web.ui.forms import KithForm


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def organisation_list(request: KithRequest) -> HttpResponse:
    """Every organisation that stands, narrowed by name or number, kind and area."""
    today = request.received_at.date()
    areas = [(one.code, one.name) for one in queries.own_areas(request.viewer)]
    form = FilterForm(request.GET, areas=areas)
    wanted = (
        queries.Wanted(**form.cleaned_data) if form.is_valid() else queries.Wanted()
    )
    found = queries.organisations_shown(request.viewer, wanted, on=today)
    shelf = paged(found, request.GET)
    about = {
        "form": form,
        "shelf": shelf,
        "lines": [presenters.line(one, on=today) for one in shelf.rows],
        "may_add": request.viewer.may(P.ORGANISATION_EDIT),
        "may_ask": request.viewer.may(P.INFORMATION_REQUEST),
        "may_see_arrangements": request.viewer.may(P.ARRANGEMENTS_SEE),
        "areas": areas,
    }
    return render(request, "organisations/list.html", about)


@require_safe
def organisation_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One organisation: what it is, where, whom to ask, who works there."""
    viewer, today = request.viewer, request.received_at.date()
    one = queries.organisation(viewer, key)
    covered = queries.areas_covered(viewer, one, on=today)
    about = {
        "one": one,
        "standing": presenters.standing(one, on=today),
        "numbers": [presenters.say_number(n.kind, n.value) for n in one.numbers.all()],
        "areas": queries.areas(viewer, covered),
        "leads": queries.leads(viewer, one, on=today),
        "people": queries.people_who_work(viewer, one, on=today),
        "may_see_people": viewer.may(P.PEOPLE_SEE),
        "may_employ": not policies.why_not_employ(viewer, covered),
        "followings": [
            presenters.succession(s, one) for s in queries.history(viewer, one)
        ],
        "steps": presenters.organisation_steps(viewer, one, covered),
    }
    return render(request, "organisations/detail.html", about)


@require_safe
def organisation_history(request: KithRequest, key: UUID) -> HttpResponse:
    """What it was called, where it served, what came before and after."""
    one = queries.organisation(request.viewer, key)
    names = sorted(one.names.all(), key=lambda name: name.last_on)
    footprints = [
        (place.area.name, presenters.span(place.first_on, place.last_on))
        for place in one.footprints.all()
    ]
    about = {
        "one": one,
        "names": [(n.name, presenters.span(n.first_on, n.last_on)) for n in names],
        "standing": presenters.span(one.first_on, one.last_on),
        "footprints": sorted(footprints),
        "followings": [
            presenters.succession(s, one) for s in queries.history(request.viewer, one)
        ],
    }
    return render(request, "organisations/history.html", about)


@require_safe
def area_on_a_day(request: KithRequest, code: str) -> HttpResponse:
    """Who covered an area on a day: today unless the address asks for another."""
    on = day_asked(request)
    area = queries.own_area(request.viewer, code)
    rows = queries.covering(request.viewer, code, on=on)
    about = {
        "area": area,
        "code": code,
        "on": on,
        "shelf": (shelf := paged(rows, request.GET)),
        "lines": [
            (one.name_on(on), reverse("organisations:detail", args=[one.pk]))
            for one in shelf.rows
        ],
    }
    return render(request, "organisations/area.html", about)


@require_http_methods(GET_OR_POST)
def organisation_new(request: KithRequest) -> HttpResponse:
    """Add an organisation."""
    areas = [(one.code, one.name) for one in queries.areas(request.viewer)]
    form = OrganisationForm(request.POST or None, areas=areas)
    if not form.is_valid():
        return _form(request, form, "Add an organisation")
    asked = form.cleaned_data
    made = actions.add_organisation(
        viewer=request.viewer,
        at=request.received_at,
        described=actions.Described(
            name=asked["name"],
            kind=asked["kind"],
            sector=asked["sector"],
            numbers=form.numbers,
            areas=tuple(asked["areas"]),
            first_on=asked["first_on"],
        ),
    )
    return _to(request, made, f"{made.name} is added.")


@require_http_methods(GET_OR_POST)
def organisation_edit(request: KithRequest, key: UUID) -> HttpResponse:
    """Put an organisation's details right."""
    one = _to_change(request, key)
    now = {"name": one.name, "kind": one.kind, "sector": one.sector}
    now |= {number.kind: number.value for number in one.numbers.all()}
    form = OrganisationForm(request.POST or None, initial=now, areas=[])
    if not form.is_valid():
        return _form(request, form, "Put its details right", one)
    asked = form.cleaned_data
    actions.edit_organisation(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        described=actions.Described(
            name=asked["name"],
            kind=asked["kind"],
            sector=asked["sector"],
            numbers=form.numbers,
            trust=one.trust,
        ),
    )
    return _to(request, one, "Its details are put right.")


@require_http_methods(GET_OR_POST)
def organisation_rename(request: KithRequest, key: UUID) -> HttpResponse:
    """A new name from a day on."""
    one = _to_change(request, key)
    form = RenameForm(request.POST or None)
    if not form.is_valid():
        return _form(request, form, "Give it a new name", one)
    actions.rename_organisation(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return _to(request, one, "It has its new name, and keeps the old one before.")


@require_http_methods(GET_OR_POST)
def organisation_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End an organisation."""
    one = _to_change(request, key)
    form = EndForm(request.POST or None)
    if not form.is_valid():
        return _form(request, form, "End this organisation", one)
    actions.end_organisation(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return _to(request, one, f"{one.name} is ended.")


@require_http_methods(GET_OR_POST)
def organisation_succeed(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what follows it."""
    one = _to_change(request, key)
    others = queries.all_organisations(request.viewer).filter(kind=one.kind)
    others = others.exclude(pk=key).order_by("name", "id")
    form = SucceedForm(request.POST or None, others=others)
    if not form.is_valid():
        return _form(request, form, "Say what follows it", one)
    asked = form.cleaned_data
    actions.record_succession(
        viewer=request.viewer,
        at=request.received_at,
        before=key,
        after=asked["after"].pk,
        on=asked["on"],
        kind=asked["kind"],
    )
    return _to(request, one, f"{asked['after'].name} follows it.")


@require_http_methods(GET_OR_POST)
def lead_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Name a safeguarding lead."""
    one = _to_change(request, key)
    form = LeadForm(request.POST or None)
    if not form.is_valid():
        return _form(request, form, "Name a safeguarding lead", one)
    actions.name_lead(
        viewer=request.viewer,
        at=request.received_at,
        organisation=key,
        details=actions.LeadDetails(**form.cleaned_data),
    )
    return _to(request, one, "The safeguarding lead is named.")


@require_http_methods(GET_OR_POST)
def person_employ(request: KithRequest, key: UUID) -> HttpResponse:
    """Say who works there."""
    viewer, today = request.viewer, request.received_at.date()
    one = queries.organisation(viewer, key)
    covered = queries.areas_covered(viewer, one, on=today)
    refuse_if(policies.why_not_employ(viewer, covered))
    people = queries.possible_workers(viewer, one, on=today)
    form = EmployForm(request.POST or None, people=people)
    if not form.is_valid():
        return _form(request, form, "Say who works there", one)
    made = actions.employ_person(
        viewer=viewer, at=request.received_at, organisation=one, **form.cleaned_data
    )
    return _to(request, one, f"{made.person.name} works for {one.name}.")


@require_http_methods(GET_OR_POST)
def employment_end(request: KithRequest, key: UUID) -> HttpResponse:
    """Somebody's work there ends."""
    viewer, today = request.viewer, request.received_at.date()
    work = queries.employment(viewer, key)
    one = work.organisation
    covered = queries.areas_covered(viewer, one, on=today)
    refuse_if(policies.why_not_end_employment(viewer, work, covered))
    form = LeftWorkForm(request.POST or None)
    if not form.is_valid():
        return _form(request, form, f"{work.person.name} leaves {one.name}", one)
    actions.end_employment(
        viewer=viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return _to(request, one, f"The last day of {work.person.name} there is set.")


def day_asked(request: KithRequest) -> date:
    """The day that the address asks for (``on=2020-12-31``); else today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return request.received_at.date()


def _to_change(request: KithRequest, key: UUID) -> Organisation:
    one = queries.organisation(request.viewer, key)
    covered = queries.areas_covered(request.viewer, one, on=request.received_at.date())
    refuse_if(policies.why_not_edit(request.viewer, covered))
    return one


def _form(
    request: KithRequest, form: KithForm, heading: str, of: Organisation | None = None
) -> HttpResponse:
    about = {"form": form, "heading": heading, "one": of}
    return render(request, "organisations/form.html", about)


def _to(request: KithRequest, one: Organisation, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("organisations:detail", args=[one.pk]))
