"""Who lets figures stand beside others', the question, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.domain.rules.figure_consent import Answer
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.benchmarks import forms, presenters, queries
from kith.web.benchmarks.actions import (
    Asked,
    Said,
    ask_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from kith.web.bodies.queries import known_names
from kith.web.ui.paging import paged
from kith.web.ui.watched import WatchedForm, watch_words


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


both = require_http_methods(["GET", "HEAD", "POST"])
_ANSWERS = {
    Answer.GIVEN: give_consent,
    Answer.REFUSED: refuse_consent,
    Answer.WITHDRAWN: withdraw_consent,
}


@require_safe
def consent_list(request: KithRequest) -> HttpResponse:
    """What stands, what is asked, and everything that was said."""
    viewer, day = request.viewer, london_day(request.received_at)
    titles = {one.code: one.title for one in queries.catalogue(viewer)}
    mine = [one.code for one in queries.parties_to_answer_for(viewer, day)]
    shelf = paged(queries.answers(viewer), request.GET)
    about = {
        "standing": presenters.standing_lines(
            queries.standing(viewer, day), titles, day, mine
        ),
        "asks": presenters.consent_needs(queries.open_asks(viewer), titles),
        "shelf": shelf,
        "said": presenters.answer_lines(shelf.rows, titles),
        "may_ask": viewer.may(P.BENCHMARK_KEEP),
    }
    return render(request, "benchmarks/consents.html", about)


@both
def consent_ask(request: KithRequest) -> HttpResponse:
    """Ask an owner to let figures stand beside others'."""
    viewer, day = request.viewer, london_day(request.received_at)
    form = forms.AskForm(
        request.POST or None,
        initial={"measure": request.GET.get("measure", "")},
        known=known_names(viewer),
        parties=queries.parties(viewer, day),
        measures=queries.catalogue(viewer),
    )
    if form.is_valid():
        asked = Asked(**form.cleaned_data)
        ask_consent(viewer=viewer, at=request.received_at, asked=asked)
        messages.success(request, f"{asked.party.name} is asked.")
        return HttpResponseRedirect(reverse("benchmarks:consents"))
    return _form(request, form, ("Ask for consent", "Ask"))


@both
def consent_answer(request: KithRequest) -> HttpResponse:
    """Say whether one's figures may stand beside others'."""
    viewer, day = request.viewer, london_day(request.received_at)
    form = forms.AnswerForm(
        request.POST or None,
        initial={name: request.GET.get(name, "") for name in ("party", "measure")},
        known=known_names(viewer),
        parties=queries.parties_to_answer_for(viewer, day),
        measures=queries.catalogue(viewer),
    )
    if form.is_valid():
        told = dict(form.cleaned_data)
        act = _ANSWERS[told.pop("answer")]
        try:
            act(viewer=viewer, at=request.received_at, said=Said(**told))
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Your answer is kept, and holds from now on.")
            return HttpResponseRedirect(reverse("benchmarks:consents"))
    return _form(
        request, form, ("May figures stand beside others'?", "Keep this answer")
    )


def _form(
    request: KithRequest, form: WatchedForm, titles: tuple[str, str]
) -> HttpResponse:
    about = {
        "form": form,
        "heading": titles[0],
        "button": titles[1],
        "watch": watch_words(form.known),
    }
    return render(request, "benchmarks/consent_form.html", about)
