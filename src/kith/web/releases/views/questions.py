"""Questions about figures: asked by anybody, answered in public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.domain.rules.question_due import question_due
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import known_names
from kith.web.published.queries import area, edition
from kith.web.published.queries import measure as published_measure
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.releases import forms, policies, queries
from kith.web.releases.actions import (
    answer_question,
    ask_about_figure,
    set_question_aside,
)
from kith.web.releases.presenters import words
from kith.web.releases.values import Answered, AskedAbout
from kith.web.releases.views.pace import TOO_FAST, is_too_fast
from kith.web.ui.paging import paged
from kith.web.ui.watched import watch_words


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])


# The form acts in nobody's name, so there is no authority that another site could
# borrow; a token would need a cookie, and public pages set none.
@csrf_exempt
@both
def ask(request: KithRequest, measure: str) -> HttpResponse:
    """Ask about a figure: no account, and no address unless it is given."""
    about = _about(request, measure)
    form = forms.AskForm(request.POST or None, known=())
    if form.is_valid():
        if is_too_fast(request):
            form.add_error(None, TOO_FAST)
        else:
            said = form.cleaned_data
            ask_about_figure(
                at=request.received_at,
                about=AskedAbout(
                    measure=measure,
                    area=about["area"].code,
                    edition=about["edition"].name,
                    words=said["words"],
                    email=said["email"],
                ),
            )
            sent = reverse("releases:ask_sent", args=[measure])
            return HttpResponseRedirect(f"{sent}?area={about['area'].code}")
    about |= {"form": form, "due": question_due(london_day(request.received_at))}
    return render(request, "releases/ask.html", about)


@require_safe
def ask_sent(request: KithRequest, measure: str) -> HttpResponse:
    """The question is there, and when it is answered."""
    about = _about(request, measure)
    about["due"] = question_due(london_day(request.received_at))
    return render(request, "releases/ask_sent.html", about)


@require_safe
def question_list(request: KithRequest) -> HttpResponse:
    """What was asked, those to be answered first."""
    shelf = paged(queries.visible_questions(request.viewer), request.GET)
    titles = dict(queries.measures_to_release(request.viewer))
    rows = [
        (one, titles.get(one.measure, one.measure), *words.question_standing(one))
        for one in shelf.rows
    ]
    about = {"shelf": shelf, "rows": rows}
    return render(request, "releases/questions.html", about)


@require_safe
def question_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One question, where it stands, and its answer."""
    viewer = request.viewer
    question = queries.question(viewer, key)
    titles = dict(queries.measures_to_release(viewer))
    state, tone = words.question_standing(question)
    about = {
        "question": question,
        "title": titles.get(question.measure, question.measure),
        "state": state,
        "tone": tone,
        "steps": words.question_steps(viewer, question),
        "sees_words": viewer.may(P.QUESTION_ANSWER, area=question.area_id),
    }
    return render(request, "releases/question.html", about)


@both
def question_answer(request: KithRequest, key: UUID) -> HttpResponse:
    """Answer it in public."""
    viewer = request.viewer
    question = queries.question(viewer, key)
    why = policies.why_not_answer(viewer, question)
    if why == policies.NOT_ANSWERER:
        raise Http404("not for this viewer")
    form = forms.AnswerForm(
        request.POST or None,
        known=known_names(viewer),
        initial={"shown_words": question.words},
    )
    if not why and form.is_valid():
        answer_question(
            viewer=viewer,
            at=request.received_at,
            key=key,
            answered=Answered(**form.cleaned_data),
        )
        messages.success(request, "The answer stands on the figure's page.")
        return HttpResponseRedirect(reverse("releases:question", args=[key]))
    about = {
        "question": question,
        "form": form,
        "watch": watch_words(form.known),
        "why_not": why,
    }
    return render(request, "releases/answer.html", about)


@require_POST
def question_set_aside(request: KithRequest, key: UUID) -> HttpResponse:
    """It is not for the public."""
    question = queries.question(request.viewer, key)
    if policies.why_not_set_aside(request.viewer, question) == policies.NOT_ANSWERER:
        raise Http404("not for this viewer")
    set_question_aside(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, "It is set aside, and no address is kept.")
    return HttpResponseRedirect(reverse("releases:questions"))


def _about(request: KithRequest, code: str) -> dict[str, Any]:
    """The figure that is asked about, as it is published."""
    viewer = request.viewer
    try:
        return {
            "measure": published_measure(viewer, code),
            "area": area(viewer, request.GET.get("area") or None),
            "edition": edition(viewer),
        }
    except (NothingPublishedError, NotPublishedError) as absent:
        raise Http404("no such figure is published") from absent
