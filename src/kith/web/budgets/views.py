"""One page each: the years, one budget, and what is set in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.budget_sums import year_words
from kith.web.access.refusals import RefusedError
from kith.web.access.trail.presenters import looked_at
from kith.web.approvals.queries import approvals_of
from kith.web.budgets import actions, forms, presenters, queries


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.ui.forms import KithForm


_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def budget_list(request: KithRequest) -> HttpResponse:
    """Every year's budget this viewer may see, the latest first."""
    rows = list(
        queries.visible_budgets(request.viewer).order_by("-first_year", "body__name")
    )
    given = queries.given_by_budget(request.viewer, rows)
    about = {
        "lines": [presenters.line(one, given[one.pk]) for one in rows],
        "may_draft": queries.bodies_to_budget_for(request.viewer).exists(),
    }
    return render(request, "budgets/list.html", about)


@_page
def budget_new(request: KithRequest) -> HttpResponse:
    """Draft a year's budget."""
    bodies = queries.bodies_to_budget_for(request.viewer)
    form = forms.BudgetForm(request.POST or None, bodies=bodies)

    def draft(**said: Any) -> str:
        budget = actions.draft_budget(**_who(request), **said)
        return f"The budget for {year_words(budget.first_year)} is drafted."

    back = reverse("budgets:list")
    return _asks(request, form, draft, "Draft a budget", "Draft this budget", back)


@require_safe
def budget_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One year: who gives what, what it is spent on, and who has signed."""
    viewer = request.viewer
    budget = queries.budget(viewer, key)
    given, spends = (
        queries.contributions(viewer, budget),
        queries.spends(viewer, budget),
    )
    last = queries.year_before(viewer, budget)
    given_before = queries.contributions(viewer, last) if last else None
    spends_before = queries.spends(viewer, last) if last else None
    sent = queries.latest_sending(viewer, budget)
    asked = approvals_of(viewer, "budgets", sent.pk) if sent else ()
    words, tone = presenters.standing(budget)
    about = {
        "budget": budget,
        "looked": looked_at(viewer, "budgets", key),
        "year": year_words(budget.first_year),
        "words": words,
        "tone": tone,
        "sentence": presenters.sentence(given, given_before),
        "given": presenters.given_lines(given, given_before),
        "spends": presenters.spend_lines(spends, spends_before),
        "balance": presenters.balance(given, spends),
        "chart": presenters.spend_chart(budget, spends),
        "signatures": presenters.signatures(asked),
        "steps": presenters.next_steps(viewer, budget, is_empty=not given),
        "story": presenters.story(queries.story(viewer, budget)),
    }
    return render(request, "budgets/detail.html", about)


@_page
def budget_contribution(request: KithRequest, key: UUID) -> HttpResponse:
    """Set what one organisation gives."""
    budget = queries.budget(request.viewer, key)
    givers = queries.possible_givers(request.viewer, budget)
    form = forms.ContributionForm(request.POST or None, organisations=givers)

    def put(**said: Any) -> str:
        given = actions.Given(**said)
        actions.set_contribution(**_who(request), key=key, given=given)
        return f"What {given.organisation.name} gives is set."

    return _asks(request, form, put, "Set a contribution", "Save", _to(key))


@_page
def budget_heading(request: KithRequest, key: UUID) -> HttpResponse:
    """Set what is planned for one heading."""
    queries.budget(request.viewer, key)
    form = forms.HeadingForm(request.POST or None)

    def put(**said: Any) -> str:
        heading = actions.Heading(**said)
        actions.set_heading(**_who(request), key=key, heading=heading)
        return f"{heading.heading} is set."

    return _asks(request, form, put, "Set a heading", "Save", _to(key))


@_page
def budget_spent(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what was spent under a heading."""
    budget = queries.budget(request.viewer, key)
    headings = [one.heading for one in queries.spends(request.viewer, budget)]
    form = forms.SpentForm(request.POST or None, headings=headings)

    def put(**said: Any) -> str:
        actions.say_spent(**_who(request), key=key, **said)
        return "What was spent is written down."

    return _asks(request, form, put, "Say what was spent", "Save", _to(key))


@_page
def budget_value(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what value the money had."""
    budget = queries.budget(request.viewer, key)
    form = forms.WordsForm(request.POST or None, initial={"words": budget.value_note})

    def put(*, words: str) -> str:
        actions.note_value(**_who(request), key=key, words=words)
        return "What value the money had is written down."

    return _asks(request, form, put, "Say what value it had", "Save", _to(key))


@_page
def budget_send(request: KithRequest, key: UUID) -> HttpResponse:
    """Send it to the three partners."""
    budget = queries.budget(request.viewer, key)
    day = request.received_at.date()
    people = queries.possible_signers(request.viewer, budget, day=day)
    form = forms.SignersForm(request.POST or None, people=people)

    def send(**said: Any) -> str:
        actions.send_to_sign(
            **_who(request),
            key=key,
            signers=form.signers,
            url=_to(key),
            due_on=said["due_on"],
        )
        return "The three partners are asked to sign."

    title = "Send to the three partners"
    return _asks(request, form, send, title, "Ask for three signatures", _to(key))


@_page
def budget_take_back(request: KithRequest, key: UUID) -> HttpResponse:
    """Take it back to change it."""
    queries.budget(request.viewer, key)
    form = forms.ReasonForm(request.POST or None)

    def back(*, reason: str) -> str:
        actions.take_back(**_who(request), key=key, reason=reason)
        return "The budget is a draft again."

    return _asks(request, form, back, "Take the budget back", "Take it back", _to(key))


def _who(request: KithRequest) -> dict[str, Any]:
    return {"viewer": request.viewer, "at": request.received_at}


def _to(key: UUID) -> str:
    return reverse("budgets:detail", args=[key])


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
    return render(request, "budgets/form.html", about)
