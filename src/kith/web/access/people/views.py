"""One page each: people, one person, an invitation, roles, leaving, a lost factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.people import actions, presenters, queries
from kith.web.access.people.forms import (
    AskResetForm,
    EndRoleForm,
    GiveRoleForm,
    InviteForm,
)
from kith.web.access.permissions import Permission as P
from kith.web.access.places import PLACES
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


SHOWN = (
    ("", "Everybody"),
    (queries.LEAVING, "Leaving within two months"),
    (queries.WAITING, "Invited, not here yet"),
    (queries.LEFT, "Left"),
)


@require_safe
def people_list(request: KithRequest) -> HttpResponse:
    """The people of this viewer's areas and groups."""
    today = request.received_at.date()
    sought = request.GET.get("q", "").strip()
    shown = request.GET.get("show", "")
    rows = queries.people_to_list(
        request.viewer,
        day=today,
        now=request.real_time_at,
        asked=queries.Asked(sought, shown),
    )
    shelf = paged(rows, request.GET)
    seats = PLACES.seats([one.pk for one in shelf.rows], today)
    about = {
        "shelf": shelf,
        "lines": [
            presenters.line(one, seats.get(one.pk, []), today=today)
            for one in shelf.rows
        ],
        "sought": sought,
        "shown": shown,
        "choices": SHOWN,
        "may_invite": request.viewer.may(P.PEOPLE_INVITE),
        "may_reset": request.viewer.may(P.PEOPLE_FACTOR_RESET),
    }
    return render(request, "access/people.html", about)


@require_safe
def person(request: KithRequest, key: UUID) -> HttpResponse:
    """One person: their roles with dates, their seats, what can be done."""
    viewer, today = request.viewer, request.received_at.date()
    who = queries.person(viewer, key)
    held = list(queries.holdings(viewer, who).order_by("-first_on", "role", "id"))
    standing = [
        one
        for one in held
        if one.first_on <= today and (one.last_on is None or one.last_on >= today)
    ]
    resets = queries.resets_waiting(viewer, now=request.real_time_at)
    names = dict(PLACES.organisations(frozenset(one.area for one in held), today))
    manages = viewer.may(P.PEOPLE_INVITE) or viewer.may(P.PEOPLE_FACTOR_RESET)
    about = {
        "person": who,
        "is_me": who.pk == viewer.person,
        "roles": [
            presenters.role_line(viewer, one, today=today, names=names) for one in held
        ],
        "seats": PLACES.seats([who.pk], today).get(who.pk, []),
        "manages": manages,
        "steps": presenters.next_steps(
            viewer,
            who,
            standing,
            queries.bodies_served(viewer, who, day=today),
            has_open_reset=resets.filter(person=who).exists(),
        )
        if manages
        else [],
    }
    return render(request, "access/person.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: KithRequest) -> HttpResponse:
    """Invite somebody, with a role for the area where they have one."""
    viewer, today = request.viewer, request.received_at.date()
    areas = presenters.areas_of(viewer, P.PEOPLE_INVITE)
    form = InviteForm(
        request.POST or None,
        areas=areas,
        organisations=PLACES.organisations(frozenset(dict(areas)), today),
    )
    if not form.is_valid():
        return render(request, "access/invite.html", {"form": form})
    said = form.cleaned_data
    guest = actions.Guest(said["name"], said["email"], said["area"])
    who = actions.invite_person(
        viewer=viewer,
        at=request.received_at,
        now=request.real_time_at,
        guest=guest,
        site=request.build_absolute_uri("/"),
    )
    messages.success(request, f"{who.name} is invited.")
    if said["role"]:
        try:
            actions.give_role(
                viewer=viewer,
                at=request.received_at,
                person=who.pk,
                given=actions.Given(
                    role=Role(said["role"]),
                    area=said["area"],
                    first_on=today,
                    organisation=said["organisation"],
                ),
            )
        except RefusedError as why_not:
            messages.error(request, f"They have no role yet. {why_not}")
    return _to(who.pk)


@require_POST
def invite_again(request: KithRequest, key: UUID) -> HttpResponse:
    """Send a new link in place of one that ran out or was lost."""
    who = queries.person(request.viewer, key, P.PEOPLE_INVITE)
    area = min(request.viewer.areas(P.PEOPLE_INVITE), default="")
    actions.invite_person(
        viewer=request.viewer,
        at=request.received_at,
        now=request.real_time_at,
        guest=actions.Guest(who.name, who.email, area),
        site=request.build_absolute_uri("/"),
    )
    messages.success(request, "A new invitation is on its way. The old link is dead.")
    return _to(key)


@require_http_methods(["GET", "HEAD", "POST"])
def role_give(request: KithRequest, key: UUID) -> HttpResponse:
    """Give a person a role."""
    viewer, today = request.viewer, request.received_at.date()
    who = queries.person(viewer, key)
    areas = presenters.areas_of(viewer, P.PEOPLE_ROLE_GIVE)
    form = GiveRoleForm(
        request.POST or None,
        initial={"first_on": today},
        areas=areas,
        organisations=PLACES.organisations(frozenset(dict(areas)), today),
    )
    about = {"form": form, "person": who}
    if not form.is_valid():
        return render(request, "access/role_give.html", about)
    try:
        held = actions.give_role(
            viewer=viewer,
            at=request.received_at,
            person=key,
            given=actions.Given(**form.cleaned_data),
        )
    except RefusedError as why_not:
        # Said at the form, where it can be mended.
        form.add_error(None, str(why_not))
        return render(request, "access/role_give.html", about)
    messages.success(request, f"{who.name} is given the role: {held.words}.")
    return _to(key)


@require_http_methods(["GET", "HEAD", "POST"])
def role_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End a role, with the last day and why."""
    viewer, today = request.viewer, request.received_at.date()
    holding = queries.holding(viewer, key)
    form = EndRoleForm(request.POST or None, initial={"last_on": today})
    if not form.is_valid():
        about = {"form": form, "holding": holding, "where": presenters.where(holding)}
        return render(request, "access/role_end.html", about)
    ended = actions.end_role(
        viewer=viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    messages.success(request, f"{ended.words} ends.")
    return _to(ended.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def let_go(request: KithRequest, key: UUID) -> HttpResponse:
    """Close the account of somebody who has left; asked once more before it is done."""
    viewer, today = request.viewer, request.received_at.date()
    who = queries.person(viewer, key)
    if request.method != "POST":
        about = {"person": who, "seats": PLACES.seats([key], today).get(key, [])}
        return render(request, "access/let_go.html", about)
    actions.let_go(
        viewer=viewer, at=request.received_at, now=request.real_time_at, person=key
    )
    messages.success(request, f"{who.name} can no longer sign in.")
    return _to(key)


@require_http_methods(["GET", "HEAD", "POST"])
def reset_ask(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask for a person's lost second factor to be given up."""
    who = queries.person(request.viewer, key, P.PEOPLE_FACTOR_RESET)
    form = AskResetForm(request.POST or None)
    if not form.is_valid():
        return render(request, "access/reset_ask.html", {"form": form, "person": who})
    actions.ask_reset(
        viewer=request.viewer,
        at=request.received_at,
        now=request.real_time_at,
        asked=actions.Asked(key, form.cleaned_data["how_checked"]),
    )
    messages.success(request, "A second person must now agree.")
    return HttpResponseRedirect(reverse("access:resets"))


@require_safe
def resets(request: KithRequest) -> HttpResponse:
    """The resets that wait for a second person."""
    now = request.real_time_at
    waiting = queries.resets_waiting(request.viewer, now=now)
    lines = [presenters.reset_line(request.viewer, one, now=now) for one in waiting]
    return render(request, "access/resets.html", {"lines": lines})


@require_POST
def reset_confirm(request: KithRequest, key: UUID) -> HttpResponse:
    """Be the second person: the factor goes."""
    actions.confirm_reset(
        viewer=request.viewer,
        at=request.received_at,
        now=request.real_time_at,
        key=key,
        site=request.build_absolute_uri("/"),
    )
    messages.success(
        request, "Done. They set up a new second step at their next sign-in."
    )
    return HttpResponseRedirect(reverse("access:resets"))


@require_POST
def reset_refuse(request: KithRequest, key: UUID) -> HttpResponse:
    """Not sure who asked: the factor stays."""
    actions.refuse_reset(
        viewer=request.viewer, at=request.received_at, now=request.real_time_at, key=key
    )
    messages.success(request, "Refused. Their second step stays as it was.")
    return HttpResponseRedirect(reverse("access:resets"))


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("access:person", args=[key]))
