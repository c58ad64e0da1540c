"""Bodies: the list, the structure, one of them, and each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import refuse_if
from kith.web.bodies import actions, policies, presenters, queries
from kith.web.bodies.forms import (
    BodyForm,
    CloseForm,
    LinkForm,
    RotationForm,
    WordsForm,
)
from kith.web.bodies.views.answering import ask, day_asked, done
from kith.web.ui.charts import figure
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.bodies.models import Body


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def body_list(request: KithRequest) -> HttpResponse:
    """Every group this viewer may see, the open ones first."""
    viewer, today = request.viewer, request.received_at.date()
    rows = queries.visible_bodies(viewer).order_by("-closed_on", "name", "id")
    wanted = request.GET.get("closed") == "1"
    shelf = paged(rows if wanted else rows.standing_on(today), request.GET)
    about = {
        "shelf": shelf,
        "lines": [presenters.line(one, today=today) for one in shelf.rows],
        "with_closed": wanted,
        "may_open": viewer.may(P.BODY_EDIT),
        "vacancies": queries.vacancies(viewer, today=today),
        "ending": queries.ending_soon(viewer, today=today),
    }
    return render(request, "bodies/list.html", about)


@require_safe
def structure(request: KithRequest) -> HttpResponse:
    """Who reports to whom, as on a day."""
    on = day_asked(request)
    roots = queries.structure(request.viewer, on=on)
    chart = presenters.structure_chart(roots, place="The partnership", on=on)
    about = {"roots": roots, "chart": figure(chart) if chart else "", "on": on}
    return render(request, "bodies/structure.html", about)


@require_safe
def body_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One group: what it is, who sits there, its terms, its story."""
    viewer, today = request.viewer, request.received_at.date()
    body = queries.body(viewer, key)
    attended = queries.ATTENDANCE.of(viewer, body=body.pk, on=today)
    state, tone = presenters.standing(body, today=today)
    about = {
        "body": body,
        "state": state,
        "tone": tone,
        "cadence": presenters.cadence(body),
        "quorum": presenters.quorum(body),
        "seats": [
            presenters.seat_line(one, today=today, attended=attended)
            for one in queries.seats_on(viewer, body, on=today)
        ],
        "children": queries.visible_bodies(viewer).filter(parent=body),
        "links": body.links.order_by("name", "id"),
        "turns": queries.rotation_of(viewer, body, on=today),
        "versions": [
            (one, *presenters.terms_state(one))
            for one in queries.terms_of(viewer, body)
        ],
        "steps": presenters.body_steps(viewer, body),
        "story": presenters.story(queries.story(viewer, body), presenters.MOVES),
    }
    return render(request, "bodies/detail.html", about)


@require_http_methods(GET_OR_POST)
def body_new(request: KithRequest) -> HttpResponse:
    """Open a group."""
    form = _body_form(request)
    if not form.is_valid():
        back = ("All groups", reverse("bodies:list"))
        return ask(request, form, "Open a group", back)
    body = actions.open_body(
        viewer=request.viewer, at=request.received_at, details=_details(form)
    )
    return done(request, "detail", body.pk, f"{body.name} is open.")


@require_http_methods(GET_OR_POST)
def body_edit(request: KithRequest, key: UUID) -> HttpResponse:
    """Change what a group is."""
    body = queries.body(request.viewer, key)
    refuse_if(policies.why_not_edit(request.viewer, body))
    form = _body_form(request, body)
    if not form.is_valid():
        return ask(request, form, "Change what it is", _back(body))
    actions.edit_body(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        details=_details(form),
    )
    return done(request, "detail", key, "It is changed.")


@require_http_methods(GET_OR_POST)
def body_close(request: KithRequest, key: UUID) -> HttpResponse:
    """Close a group, with the reason."""
    body = queries.body(request.viewer, key)
    refuse_if(policies.why_not_close(request.viewer, body))
    form = CloseForm(request.POST or None)
    if not form.is_valid():
        return ask(request, form, f"Close {body.name}", _back(body))
    actions.close_body(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "detail", key, f"{body.name} is closed.")


@require_POST
def group_start(request: KithRequest, key: UUID) -> HttpResponse:
    """A task-and-finish group begins."""
    actions.start_group(viewer=request.viewer, at=request.received_at, key=key)
    return done(request, "detail", key, "It has begun its work.")


@require_http_methods(GET_OR_POST)
def group_report(request: KithRequest, key: UUID) -> HttpResponse:
    """A task-and-finish group made its final report."""
    steps = (policies.why_not_report, actions.report_group)
    return _with_words(request, key, steps, "Mark the final report as made")


@require_http_methods(GET_OR_POST)
def group_send_back(request: KithRequest, key: UUID) -> HttpResponse:
    """The parent asks for more."""
    steps = (policies.why_not_send_back, actions.send_back_group)
    return _with_words(request, key, steps, "Ask for more")


@require_http_methods(GET_OR_POST)
def body_link(request: KithRequest, key: UUID) -> HttpResponse:
    """Link a group to another board."""
    body = queries.body(request.viewer, key)
    refuse_if(policies.why_not_edit(request.viewer, body))
    form = LinkForm(request.POST or None)
    if not form.is_valid():
        return ask(request, form, "Link it to another group", _back(body))
    actions.link_body(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return done(request, "detail", key, "The link is there.")


@require_http_methods(GET_OR_POST)
def body_rotation(request: KithRequest, key: UUID) -> HttpResponse:
    """Plan whose turn it is to chair."""
    body = queries.body(request.viewer, key)
    refuse_if(policies.why_not_edit(request.viewer, body))
    today = request.received_at.date()
    form = RotationForm(
        request.POST or None,
        organisations=queries.organisations_of(request.viewer, body, on=today),
    )
    if not form.is_valid():
        return ask(request, form, "Plan whose turn it is to chair", _back(body))
    actions.plan_rotation(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        order=form.order,
        term_months=form.cleaned_data["term_months"],
        first_from=form.cleaned_data["first_from"],
    )
    return done(request, "detail", key, "The order is planned.")


def _body_form(request: KithRequest, body: Body | None = None) -> BodyForm:
    now: dict[str, Any] | None = None
    parents = queries.bodies_to_open_under(request.viewer)
    if body is not None:
        parents = parents.exclude(pk=body.pk)
        names = [name for name in BodyForm.base_fields if name != "areas"]
        now = {name: getattr(body, name) for name in names}
        now["areas"] = [one.pk for one in body.areas.all()]
    return BodyForm(
        request.POST or None,
        initial=now,
        parents=parents,
        areas=queries.areas_to_open_for(request.viewer),
    )


def _details(form: BodyForm) -> actions.BodyDetails:
    asked = form.cleaned_data
    every = asked["cadence_every"]
    return actions.BodyDetails(
        name=asked["name"],
        kind=asked["kind"],
        areas=list(asked["areas"]),
        purpose=asked["purpose"],
        parent=asked["parent"],
        quorum=actions.QuorumTerms(
            asked["quorum_all_sectors"], asked["quorum_number"], asked["quorum_chair"]
        ),
        cadence=actions.Cadence(every, asked["cadence_unit"], asked["cadence_weekday"])
        if every
        else None,
    )


def _with_words(
    request: KithRequest,
    key: UUID,
    steps: tuple[Callable[..., str], Callable[..., Body]],
    heading: str,
) -> HttpResponse:
    why_not, act = steps
    body = queries.body(request.viewer, key)
    refuse_if(why_not(request.viewer, body))
    form = WordsForm(request.POST or None)
    if not form.is_valid():
        return ask(request, form, heading, _back(body))
    act(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        words=form.cleaned_data["words"],
    )
    return done(request, "detail", key, "It is recorded.")


def _back(body: Body) -> tuple[str, str]:
    return body.name, reverse("bodies:detail", args=[body.pk])
