"""One page each: the plans, a priority, and what is written about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.refusals import RefusedError
from kith.web.access.trail.presenters import looked_at
from kith.web.actions.presenters.lists import line as action_line
from kith.web.actions.queries import action as one_action
from kith.web.priorities import actions, forms, presenters, queries


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.ui.forms import KithForm


_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def priority_list(request: KithRequest) -> HttpResponse:
    """Every plan this viewer may see, with its priorities."""
    cards = [
        presenters.plan_card(request.viewer, plan, rows)
        for plan, rows in queries.plans_with_priorities(request.viewer)
    ]
    may = queries.bodies_to_plan_for(request.viewer).exists()
    return render(request, "priorities/list.html", {"cards": cards, "may_draft": may})


@_page
def plan_new(request: KithRequest) -> HttpResponse:
    """Draft a plan."""
    bodies = queries.bodies_to_plan_for(request.viewer)
    form = forms.PlanForm(request.POST or None, bodies=bodies)

    def draft(*, body: Any, **years: Any) -> str:
        years_of = actions.Years(**years)
        plan = actions.draft_plan(**_who(request), body=body, years=years_of)
        return f"{plan.title} is drafted."

    back = reverse("priorities:list")
    return _asks(request, form, draft, "Draft a plan", "Draft this plan", back)


@require_POST
def plan_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree a plan."""
    plan = actions.agree_plan(**_who(request), key=key)
    messages.success(request, f"{plan.title} is agreed.")
    return HttpResponseRedirect(reverse("priorities:list"))


@require_POST
def plan_end(request: KithRequest, key: UUID) -> HttpResponse:
    """End a plan."""
    plan = actions.end_plan(**_who(request), key=key)
    messages.success(request, f"{plan.title} has ended.")
    return HttpResponseRedirect(reverse("priorities:list"))


@_page
def priority_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a priority to a plan."""
    plan = queries.plan(request.viewer, key)
    form = forms.AimForm(request.POST or None, **_choices(request, plan))

    def add(**said: Any) -> str:
        aim = actions.Aim(**said)
        priority = actions.add_priority(**_who(request), plan=key, aim=aim)
        return f"{priority.title} is a priority of {plan.title}."

    back = reverse("priorities:list")
    return _asks(request, form, add, "Add a priority", "Add this priority", back)


@require_safe
def priority_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One priority: what it wants, how far it has come, and what shows it."""
    viewer, today = request.viewer, request.received_at.date()
    priority = queries.priority(viewer, key)
    words, tone = presenters.standing(priority)
    areas = (
        [priority.area] if priority.area else queries.areas_of(viewer, priority.plan)
    )
    first = next(iter(areas), None)
    about = {
        "priority": priority,
        "words": words,
        "looked": looked_at(viewer, "priorities", key),
        "tone": tone,
        "facts": presenters.facts(priority),
        "steps": presenters.next_steps(viewer, priority),
        "trends": presenters.trends(
            viewer, queries.measures(viewer, priority), first.code if first else None
        ),
        "lines": [
            action_line(one, today=today)
            for one in queries.linked_actions(viewer, priority)
        ],
        "notes": queries.notes(viewer, priority),
        "narratives": queries.narratives(viewer, priority),
    }
    return render(request, "priorities/detail.html", about)


@_page
def priority_edit(request: KithRequest, key: UUID) -> HttpResponse:
    """Change a priority."""
    priority = queries.priority(request.viewer, key)
    names = ("title", "outcome", "lead_organisation", "lead", "area", "is_published")
    form = forms.AimForm(
        request.POST or None,
        initial={name: getattr(priority, name) for name in names},
        **_choices(request, priority.plan),
    )

    def edit(**said: Any) -> str:
        aim = actions.Aim(**said)
        actions.edit_priority(**_who(request), key=key, aim=aim)
        return "The priority is changed."

    return _asks(request, form, edit, "Change this priority", "Save", _to(key))


@_page
def priority_note(request: KithRequest, key: UUID) -> HttpResponse:
    """Note how far it has come."""
    priority = queries.priority(request.viewer, key)
    form = forms.NoteForm(request.POST or None)

    def note(**said: Any) -> str:
        actions.note_priority(**_who(request), key=key, note=actions.Note(**said))
        return "How far it has come is noted."

    title = f"Note progress: {priority.title}"
    return _asks(request, form, note, title, "Save this note", _to(key))


@_page
def priority_narrative(request: KithRequest, key: UUID) -> HttpResponse:
    """Write what a report may say."""
    priority = queries.priority(request.viewer, key)
    form = forms.NarrativeForm(request.POST or None)

    def write(**said: Any) -> str:
        actions.write_narrative(**_who(request), key=key, **said)
        return "The text is kept for the report."

    title = f"Write for a report: {priority.title}"
    return _asks(request, form, write, title, "Save this text", _to(key))


@_page
def priority_measures(request: KithRequest, key: UUID) -> HttpResponse:
    """Choose the measures that watch it."""
    priority = queries.priority(request.viewer, key)
    held = queries.measures(request.viewer, priority)
    form = forms.MeasuresForm(
        request.POST or None,
        initial={"measures": held},
        choices=presenters.measure_choices(request.viewer, held),
    )

    def choose(*, measures: list[str]) -> str:
        actions.choose_measures(**_who(request), key=key, measures=tuple(measures))
        return "Its measures are chosen."

    return _asks(request, form, choose, "Choose its measures", "Save", _to(key))


@_page
def priority_link(request: KithRequest, key: UUID) -> HttpResponse:
    """Link an action that serves it."""
    priority = queries.priority(request.viewer, key)
    rows = queries.linkable_actions(request.viewer, priority)
    choices = [(str(one.pk), f"{one.reference}: {one.wording[:150]}") for one in rows]
    form = forms.LinkForm(request.POST or None, choices=choices)
    known = {str(one.pk): one for one in rows}

    def link(*, action: str) -> str:
        chosen = known[action]
        actions.link_action(**_who(request), key=key, action=chosen)
        return f"{chosen.reference} serves this priority."

    return _asks(request, form, link, "Link an action", "Link this action", _to(key))


@require_POST
def priority_unlink(request: KithRequest, key: UUID, action: UUID) -> HttpResponse:
    """An action does not serve it any more."""
    one = one_action(request.viewer, action)
    actions.unlink_action(**_who(request), key=key, action=one.pk)
    messages.success(request, f"{one.reference} does not serve this priority any more.")
    return HttpResponseRedirect(_to(key))


def _choices(request: KithRequest, plan: Any) -> dict[str, Any]:
    return {
        "organisations": queries.possible_lead_organisations(request.viewer),
        "people": queries.possible_leads(request.viewer),
        "areas": queries.areas_of(request.viewer, plan),
    }


def _who(request: KithRequest) -> dict[str, Any]:
    return {"viewer": request.viewer, "at": request.received_at}


def _to(key: UUID) -> str:
    return reverse("priorities:detail", args=[key])


def _asks(
    request: KithRequest,
    form: KithForm,
    act: Callable[..., str],
    title: str,
    button: str,
    back: str,
) -> HttpResponse:
    """The form, then what it asks for; a refusal is said where it can be put right."""
    if form.is_valid():
        try:
            done = act(**form.cleaned_data)
        except RefusedError as why_not:
            form.add_error(None, str(why_not))
        else:
            messages.success(request, done)
            return HttpResponseRedirect(back)
    about = {"form": form, "heading": title, "button": button, "back": back}
    return render(request, "priorities/form.html", about)
