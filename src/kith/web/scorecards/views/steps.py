"""What is done to a scorecard: a page, or a button, for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.bodies.queries import known_names
from kith.web.scorecards import actions, forms, policies, queries
from kith.web.scorecards.presenters.records import about_choices
from kith.web.ui.watched import WatchedForm, watch_words


if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.scorecards.models import Scorecard
    from kith.web.ui.forms import KithForm


_page = require_http_methods(["GET", "HEAD", "POST"])


@_page
def heading_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Change what it is called and what it is about."""
    one = queries.scorecard(request.viewer, key)
    form = forms.HeadingForm(
        request.POST or None,
        initial={
            "title": one.title,
            "area": one.area_id,
            "period": forms.period_code(Period(one.first_on, one.last_on)),
        },
        areas=queries.areas_to_draft_for(request.viewer),
        periods=queries.periods_on_offer(request.viewer),
    )

    def change(**said: Any) -> str:
        actions.change_heading(
            **_who(request), key=key, heading=actions.Heading(**said)
        )
        return "The heading is changed."

    return _asks(request, one, form, change, ("Change the heading", "Save"))


@_page
def question_new(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a question."""
    one = queries.scorecard(request.viewer, key)
    form = forms.QuestionForm(request.POST or None, measures=_measures(request))

    def add(**said: Any) -> str:
        actions.add_question(**_who(request), key=key, asked=actions.Asked(**said))
        return "The question is added."

    return _asks(request, one, form, add, ("Add a question", "Add this question"))


@_page
def question_change(request: KithRequest, key: UUID, question: UUID) -> HttpResponse:
    """Change a question and its measures."""
    one = queries.scorecard(request.viewer, key)
    part = queries.part(request.viewer, one, question)
    held = [row.measure for row in part.measures]
    form = forms.QuestionForm(
        request.POST or None,
        initial={"words": part.question.words, "measures": held},
        measures=_measures(request, held),
    )

    def change(**said: Any) -> str:
        actions.change_question(
            **_who(request), key=key, question=question, asked=actions.Asked(**said)
        )
        return "The question is changed."

    return _asks(request, one, form, change, ("Change this question", "Save"))


@require_POST
def question_remove(request: KithRequest, key: UUID, question: UUID) -> HttpResponse:
    """Take a question away."""
    actions.remove_question(**_who(request), key=key, question=question)
    return _done(request, key, "The question is taken away.")


@require_POST
def measure_up(request: KithRequest, key: UUID, measure: UUID) -> HttpResponse:
    """Put a measure one place higher."""
    actions.move_up(**_who(request), key=key, measure=measure)
    return _done(request, key, "The figure stands one place higher.")


@_page
def comment_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Write commentary for an agency."""
    one = queries.scorecard(request.viewer, key)
    mine = queries.speaking_agencies(request.viewer)
    only = mine[0].pk if len(mine) == 1 else None
    form = forms.CommentForm(
        request.POST or None,
        initial={"about": request.GET.get("about", ""), "organisation": only},
        known=known_names(request.viewer),
        about=_about(request, one),
        organisations=mine,
    )

    def comment(**said: Any) -> str:
        words = actions.Said(**said, is_confirmed=form.is_confirmed)
        actions.comment(**_who(request), key=key, said=words)
        return "The commentary stands on the scorecard."

    why = policies.why_not_comment(request.viewer, one, [two.pk for two in mine])
    titles = ("Write commentary", "Save this commentary")
    return _asks(request, one, form, comment, titles, why_not=why)


@_page
def ask_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask an agency for commentary."""
    one = queries.scorecard(request.viewer, key)
    form = forms.AskForm(
        request.POST or None,
        about=_about(request, one),
        organisations=queries.agencies_of(request.viewer, one),
    )

    def ask(**said: Any) -> str:
        made = actions.ask_commentary(**_who(request), key=key, **said)
        return f"{made.organisation.name} is asked."

    titles = ("Ask an agency for commentary", "Ask this agency")
    return _asks(request, one, form, ask, titles)


@_page
def target_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Set a target or a comparator."""
    one = queries.scorecard(request.viewer, key)
    form = forms.TargetForm(request.POST or None, measures=_own(request, one))

    def put(**said: Any) -> str:
        actions.set_target(**_who(request), key=key, target=actions.Target(**said))
        return "The value stands beside the figure."

    titles = ("Set a target or a comparator", "Save this value")
    return _asks(request, one, form, put, titles)


@require_POST
def target_remove(request: KithRequest, key: UUID, target: UUID) -> HttpResponse:
    """Take a target or a comparator away."""
    actions.remove_target(**_who(request), key=key, target=target)
    return _done(request, key, "The value is taken away.")


@_page
def annotate_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Write on the charts what happened."""
    one = queries.scorecard(request.viewer, key)
    form = forms.AnnotateForm(
        request.POST or None,
        measures=_own(request, one),
        period=Period(one.first_on, one.last_on),
    )

    def put(**said: Any) -> str:
        annotation = actions.Annotation(**said)
        actions.annotate(**_who(request), key=key, annotation=annotation)
        return "It stands on the charts."

    titles = ("Write on the charts what happened", "Write it on the charts")
    return _asks(request, one, form, put, titles)


@require_POST
def step_change_remove(request: KithRequest, key: UUID, change: UUID) -> HttpResponse:
    """Take what was written on the charts away."""
    actions.remove_step_change(**_who(request), key=key, change=change)
    return _done(request, key, "It is taken off the charts.")


@_page
def priorities_page(request: KithRequest, key: UUID) -> HttpResponse:
    """Choose the priorities that it shows."""
    one = queries.scorecard(request.viewer, key)
    rows = queries.linkable_priorities(request.viewer)
    form = forms.PrioritiesForm(
        request.POST if request.method == "POST" else None,
        initial={
            "priorities": [
                str(two.pk) for two in queries.priorities_of(request.viewer, one)
            ]
        },
        priorities=[(str(two.pk), f"{two.title}, {two.plan.title}") for two in rows],
    )

    def link(**said: Any) -> str:
        actions.link_priorities(**_who(request), key=key, **said)
        return "Its priorities are chosen."

    return _asks(request, one, form, link, ("Choose its priorities", "Save"))


def _measures(
    request: KithRequest, held: list[str] | None = None
) -> list[tuple[str, str]]:
    """The measures of the edition; those held that it has no longer stay on offer."""
    titles = queries.measure_titles(request.viewer)
    lost = [code for code in held or [] if code not in titles]
    return [*titles.items(), *((code, f"{code} (not published now)") for code in lost)]


def _own(request: KithRequest, one: Scorecard) -> list[tuple[str, str]]:
    titles = queries.measure_titles(request.viewer)
    codes = [row.measure for row in queries.measures(request.viewer, one)]
    return [(code, titles.get(code, code)) for code in codes]


def _about(request: KithRequest, one: Scorecard) -> list[tuple[str, str]]:
    titles = queries.measure_titles(request.viewer)
    return about_choices(queries.parts(request.viewer, one), titles)


def _who(request: KithRequest) -> dict[str, Any]:
    return {"viewer": request.viewer, "at": request.received_at}


def _asks(
    request: KithRequest,
    one: Scorecard,
    form: KithForm,
    act: Callable[..., str],
    titles: tuple[str, str],
    why_not: str | None = None,
) -> HttpResponse:
    """The form, then what it asks for; a refusal is said where it can be put right."""
    why = policies.why_not_change(request.viewer, one) if why_not is None else why_not
    if not why and form.is_valid():
        try:
            done = act(**form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _done(request, one.pk, done)
    about = {
        "form": form,
        "heading": titles[0],
        "button": titles[1],
        "back": reverse("scorecards:detail", args=[one.pk]),
        "caption": f"{one.reference}, {one.title}",
        "why_not": why,
        "hint": "",
        "watch": watch_words(form.known) if isinstance(form, WatchedForm) else None,
    }
    return render(request, "scorecards/form.html", about)


def _done(request: KithRequest, key: UUID, words: str) -> HttpResponseRedirect:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("scorecards:detail", args=[key]))
