"""Pages of decisions: the register, one decision, the public register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.permissions import Permission as P
from kith.web.access.reading import read_recorded
from kith.web.access.trail.presenters import looked_at
from kith.web.groups.actions import decisions as doing
from kith.web.groups.forms.decisions import DecisionForm, ReviewForm, WordingForm
from kith.web.groups.presenters import decisions as words
from kith.web.groups.presenters.meetings import title as meeting_title
from kith.web.groups.queries import agendas, meetings
from kith.web.groups.queries import decisions as queries
from kith.web.groups.views.pages import Asking, ask, reading, to
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


MOST_WORDS = 200


@require_safe
def decision_list(request: KithRequest) -> HttpResponse:
    """The register: what the viewer's groups decided, the latest first."""
    viewer, today = request.viewer, request.received_at.date()
    bodies = list(meetings.bodies_seen(viewer))
    said = request.GET.get("words", "").replace("\x00", "").strip()[:MOST_WORDS]
    chosen = next(
        (one for one in bodies if str(one.pk) == request.GET.get("body")), None
    )
    found = queries.decisions_found(
        viewer, words=said, body=chosen.pk if chosen else None
    )
    if request.GET.get("review"):
        found = found.review_due_by(today)
    shelf = paged(found, request.GET)
    if said:
        read_recorded(
            viewer,
            request.received_at,
            "groups.searched",
            (),
            noun="groups",
            found=shelf.total,
        )
    about = {
        "shelf": shelf,
        "rows": [words.row(one, today=today) for one in shelf.rows],
        "bodies": bodies,
        "chosen": chosen,
        "words": said,
        "is_review": bool(request.GET.get("review")),
        "open_votes": [
            (one, words.outcome(one)[0])
            for one in queries.visible_circulations(viewer).filter(
                ended_at__isnull=True
            )
        ],
        "may_put": viewer.may(P.DECISION_RECORD),
    }
    return render(request, "groups/decisions.html", about)


@require_safe
def decision(request: KithRequest, key: UUID) -> HttpResponse:
    """One decision: what, why, who was against, what became of it."""
    one = queries.decision(request.viewer, key)
    reading(request, one.body_id, [one])
    state, tone = words.standing(one, today=request.received_at.date())
    about = {
        "decision": one,
        "state": state,
        "looked": looked_at(request.viewer, "groups", key),
        "tone": tone,
        "facts": words.facts(one),
        "dissents": one.dissents.order_by("id"),
        "steps": words.next_steps(request.viewer, one),
        "reviews": queries.reviews(request.viewer, one),
    }
    return render(request, "groups/decision.html", about)


@require_safe
def public_decisions(request: KithRequest) -> HttpResponse:
    """What anybody may read of what was decided."""
    said = request.GET.get("words", "").replace("\x00", "").strip()[:MOST_WORDS]
    shelf = paged(queries.public_decisions(request.viewer, words=said), request.GET)
    return render(
        request, "groups/public_decisions.html", {"shelf": shelf, "words": said}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def decision_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Record what was decided at an item."""
    item = agendas.item(request.viewer, key)
    one = item.meeting
    form = DecisionForm(
        request.POST or None,
        markings=request.viewer.markings(body=one.body_id),
        initial={"marking": item.marking},
    )
    back = reverse("groups:minutes_write", args=[one.pk])
    if not form.is_valid():
        asking = Asking(
            "Record a decision",
            "Record this decision",
            f"{back}#item-{key}",
            "The minutes",
            caption=f"{item.title}, {meeting_title(one)}",
        )
        return ask(request, form, asking)
    made = doing.record_decision(
        viewer=request.viewer,
        at=request.received_at,
        body=one.body,
        decided=form.decided(one.day),
        item=key,
    )
    messages.success(request, f"{made.reference} is in the register.")
    return to("minutes_write", one.pk, f"item-{key}")


@require_POST
def decision_publish(request: KithRequest, key: UUID) -> HttpResponse:
    """Put a decision on the public register."""
    doing.publish_decision(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The decision is on the public register.")
    return to("decision", key)


@require_POST
def decision_unpublish(request: KithRequest, key: UUID) -> HttpResponse:
    """Take a decision off the public register."""
    doing.unpublish_decision(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "The decision is off the public register.")
    return to("decision", key)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_wording(request: KithRequest, key: UUID) -> HttpResponse:
    """Write how a decision reads in public."""
    one = queries.decision(request.viewer, key)
    form = WordingForm(
        request.POST or None,
        initial={"wording_for_all": one.wording_for_all or one.wording},
    )
    if not form.is_valid():
        asking = Asking(
            "How it reads in public",
            "Save this wording",
            reverse("groups:decision", args=[key]),
            one.reference,
            caption=one.reference,
            lead="Saving publishes nothing yet.",
        )
        return ask(request, form, asking)
    doing.prepare_for_publication(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        wording_for_all=form.cleaned_data["wording_for_all"],
    )
    messages.success(request, "The wording is saved.")
    return to("decision", key)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what became of a decision."""
    one = queries.decision(request.viewer, key)
    form = ReviewForm(request.POST or None)
    if not form.is_valid():
        asking = Asking(
            "What became of it",
            "Save",
            reverse("groups:decision", args=[key]),
            one.reference,
            caption=one.wording,
        )
        return ask(request, form, asking)
    doing.review_decision(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    messages.success(request, "Saved.")
    return to("decision", key)
