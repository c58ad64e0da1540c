"""The arrangements: the versions, one of them, each step, each agency."""

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

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import refuse_if
from kith.web.access.trail.presenters import looked_at
from kith.web.organisations import actions, policies, presenters, queries
from kith.web.organisations.forms import AcceptanceForm, DraftForm, SignatoriesForm
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.organisations.models import ArrangementsVersion


GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
def arrangements_list(request: KithRequest) -> HttpResponse:
    """Every version that this viewer may see, the latest first."""
    found = queries.visible_arrangements(request.viewer)
    shelf = paged(found.order_by("partnership__name", "-number", "id"), request.GET)
    lines = [(one, *presenters.arrangements_state(one)) for one in shelf.rows]
    about = {
        "shelf": shelf,
        "lines": lines,
        "may_draft": request.viewer.may(P.ARRANGEMENTS_EDIT),
    }
    return render(request, "organisations/arrangements_list.html", about)


@require_safe
def arrangements_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One version: its text, its signatures, its agencies, its story."""
    viewer, today = request.viewer, request.received_at.date()
    version = queries.arrangements(viewer, key)
    areas = queries.areas_of(viewer, version.partnership)
    given = list(queries.signatures(viewer, version))
    asked = {one.slot for one in given if one.state in ("ASKED", "RECORDED", "GIVEN")}
    working = queries.employers(viewer, on=today)
    state, tone = presenters.arrangements_state(version)
    about = {
        "version": version,
        "state": state,
        "looked": looked_at(viewer, "organisations", key),
        "tone": tone,
        "signatures": given,
        "open_signatures": queries.signatures_open_to(viewer, version),
        "agencies": [
            presenters.agency_line(viewer, one, working, areas)
            for one in queries.agencies(viewer, version)
        ],
        "steps": presenters.arrangements_steps(viewer, version, areas, asked),
        "story": presenters.story(queries.arrangements_story(viewer, version)),
    }
    return render(request, "organisations/arrangements.html", about)


@require_http_methods(GET_OR_POST)
def arrangements_new(request: KithRequest) -> HttpResponse:
    """Draft a version."""
    form = _draft_form(request)
    if not form.is_valid():
        return _form(request, form, "Draft a version of the arrangements")
    asked = dict(form.cleaned_data)
    version = actions.draft_arrangements(
        viewer=request.viewer,
        at=request.received_at,
        partnership=asked.pop("partnership"),
        draft=_draft(asked),
    )
    return _to(request, version.pk, "The draft is kept.")


@require_http_methods(GET_OR_POST)
def arrangements_edit(request: KithRequest, key: UUID) -> HttpResponse:
    """Change a draft."""
    version = queries.arrangements(request.viewer, key)
    areas = queries.areas_of(request.viewer, version.partnership)
    refuse_if(policies.why_not_edit_draft(request.viewer, version, areas))
    form = _draft_form(request, version)
    if not form.is_valid():
        return _form(request, form, "Change the draft", version)
    asked = dict(form.cleaned_data)
    asked.pop("partnership")
    actions.edit_arrangements(
        viewer=request.viewer, at=request.received_at, key=key, draft=_draft(asked)
    )
    return _to(request, key, "The draft is changed.")


@require_POST
def arrangements_consult(request: KithRequest, key: UUID) -> HttpResponse:
    """It was consulted on."""
    words = "It is marked as consulted on."
    return _move(request, key, actions.consult_on_arrangements, words)


@require_POST
def arrangements_revise(request: KithRequest, key: UUID) -> HttpResponse:
    """Back to a draft."""
    words = "It is a draft again."
    return _move(request, key, actions.revise_arrangements, words)


@require_POST
def arrangements_approve(request: KithRequest, key: UUID) -> HttpResponse:
    """Approve for signature."""
    words = "It is approved. Now the three partners sign."
    return _move(request, key, actions.approve_arrangements, words)


@require_POST
def arrangements_publish(request: KithRequest, key: UUID) -> HttpResponse:
    """Publish."""
    words = "It is published, and stands in place of the one before."
    return _move(request, key, actions.publish_arrangements, words)


@require_http_methods(GET_OR_POST)
def signatures_ask(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask the three partners to sign."""
    viewer = request.viewer
    version = queries.arrangements(viewer, key)
    areas = queries.areas_of(viewer, version.partnership)
    asked = queries.slots_asked(viewer, version)
    refuse_if(policies.why_not_ask_signatures(viewer, version, asked, areas))
    sectors = queries.sectors_to_ask(viewer, version)
    signing = {str(one.pk): one for one in queries.who_may_sign(viewer, areas)}
    form = SignatoriesForm(
        request.POST or None,
        sectors=sectors,
        people=[(code, one.name) for code, one in signing.items()],
    )
    if not form.is_valid():
        return _form(request, form, "Ask for the signatures", version)
    told = form.cleaned_data
    actions.ask_signatures(
        viewer=viewer,
        at=request.received_at,
        key=key,
        signatories={
            value: actions.Signatory(
                told[f"{value}_office"], signing.get(told[f"{value}_person"])
            )
            for value, _ in sectors
        },
        due_on=told["due_on"],
    )
    return _to(request, key, "The signatures are asked for.")


@require_POST
def agency_accept(request: KithRequest, key: UUID) -> HttpResponse:
    """Accept for one's own agency."""
    accepted = actions.accept_arrangements(
        viewer=request.viewer, at=request.received_at, key=key
    )
    return _to(request, accepted.agency.version_id, "Your agency has accepted.")


@require_http_methods(GET_OR_POST)
def agency_record(request: KithRequest, key: UUID) -> HttpResponse:
    """Record that an agency accepted."""
    agency = queries.agency(request.viewer, key)
    areas = queries.areas_of(request.viewer, agency.version.partnership)
    refuse_if(policies.why_not_record_acceptance(request.viewer, agency, areas))
    form = AcceptanceForm(request.POST or None)
    if not form.is_valid():
        heading = f"Record that {agency.organisation.name} accepted"
        return _form(request, form, heading, agency.version)
    actions.record_acceptance(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    return _to(request, agency.version_id, "The acceptance is recorded.")


def _draft_form(
    request: KithRequest, of: ArrangementsVersion | None = None
) -> DraftForm:
    now = None
    if of is not None:
        named = [one.organisation_id for one in queries.agencies(request.viewer, of)]
        now = {
            "partnership": of.partnership_id,
            "title": of.title,
            "text": of.text,
            "scrutiny_plan": of.scrutiny_plan,
            "review_on": of.review_on,
            "agencies": named,
        }
    return DraftForm(
        request.POST or None,
        initial=now,
        partnerships=queries.partnerships_to_draft_for(request.viewer),
        agencies=queries.possible_agencies(
            request.viewer, on=request.received_at.date()
        ),
    )


def _draft(asked: dict[str, object]) -> actions.ArrangementsDraft:
    return actions.ArrangementsDraft(
        **{**asked, "agencies": tuple(asked["agencies"])}  # type: ignore[arg-type] # a cleaned form's values
    )


def _move(
    request: KithRequest,
    key: UUID,
    act: Callable[..., ArrangementsVersion],
    words: str,
) -> HttpResponse:
    act(viewer=request.viewer, at=request.received_at, key=key)
    return _to(request, key, words)


def _form(
    request: KithRequest,
    form: DraftForm | SignatoriesForm | AcceptanceForm,
    heading: str,
    of: ArrangementsVersion | None = None,
) -> HttpResponse:
    about = {"form": form, "heading": heading, "version": of}
    return render(request, "organisations/arrangements_form.html", about)


def _to(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("organisations:arrangements", args=[key]))
