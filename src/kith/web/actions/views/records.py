"""One action: its page, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.trail.presenters import looked_at
from kith.web.actions import queries
from kith.web.actions.actions import Promise, Source, propose_action
from kith.web.actions.forms import ProposeForm
from kith.web.actions.presenters import lists, records


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from kith.web.access.requests import KithRequest


FROM_ADDRESS = ("kind", "words", "noun", "key", "url", "body")
"""What another record's page may fill in through the address."""


@require_safe
def action_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One action: where it stands, what can be done next, its story."""
    viewer, today = request.viewer, request.received_at.date()
    action = queries.action(viewer, key)
    given = list(queries.evidence(viewer, action))
    asked = queries.extension_asked(viewer, action)
    words, tone = lists.standing(action, today=today)
    giver = given[0].submitted_by_id if given else None
    titles = queries.titles_of_documents(viewer, given)
    about = {
        "action": action,
        "state": words,
        "tone": tone,
        "stages": records.line_of_states(action),
        "facts": records.facts(action, today=today),
        "steps": records.next_steps(viewer, action, giver=giver, asked=asked),
        "asked": asked,
        "evidence": records.evidence_lines(given, titles),
        "impact": queries.impact(viewer, action),
        "sources": records.source_links(queries.sources(viewer, action)),
        "story": records.story(queries.story(viewer, action)),
        "serves": queries.SERVED.of(viewer, action=key),
        "looked": looked_at(viewer, "actions", key),
    }
    return render(request, "actions/detail.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def action_new(request: KithRequest) -> HttpResponse:
    """Propose an action, unless the plan is there already."""
    form = ProposeForm(
        request.POST or None,
        initial={name: request.GET.get(name, "") for name in FROM_ADDRESS},
        bodies=queries.bodies_to_propose_in(request.viewer),
        organisations=queries.possible_owner_organisations(request.viewer),
        people=queries.possible_owners(request.viewer),
    )
    if form.is_valid():
        return _proposed(request, form)
    words = request.GET.get("same", "").strip()
    today = request.received_at.date()
    about = {
        "form": form,
        "same": words,
        "kept": {name: request.GET.get(name, "") for name in FROM_ADDRESS},
        "source": _source_query(request.GET),
        "found": [
            lists.line(one, today=today)
            for one in queries.similar(request.viewer, words)
        ],
    }
    return render(request, "actions/new.html", about)


def _proposed(request: KithRequest, form: ProposeForm) -> HttpResponse:
    said = form.cleaned_data
    parts = ("wording", "owner_organisation", "owner", "due_on")
    action = propose_action(
        viewer=request.viewer,
        at=request.received_at,
        body=said["body"],
        promise=Promise(**{name: said[name] for name in parts}),
        sources=[source_of(said)] if said["kind"] else (),
    )
    messages.success(request, f"{action.reference} is proposed.")
    return HttpResponseRedirect(reverse("actions:detail", args=[action.pk]))


def source_of(said: dict[str, object]) -> Source:
    """The source that a form names; a record only where its noun and key are whole."""
    parts = {name: said[name] for name in ("kind", "words")}
    if said["noun"] and said["key"]:
        parts.update({name: said[name] for name in ("noun", "key", "url")})
    return Source(**parts)  # type: ignore[arg-type] # the form's values, by name


def _source_query(asked: QueryDict) -> str:
    kept = asked.copy()
    for name in list(kept):
        if name not in FROM_ADDRESS or name == "body":
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
