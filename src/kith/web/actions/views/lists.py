"""Many actions: the list, its file, its print, and one step for several."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.web.access.permissions import Permission as P
from kith.web.access.reading import read_recorded
from kith.web.access.refusals import RefusedError
from kith.web.actions import queries
from kith.web.actions.actions import agree_action, extend_action
from kith.web.actions.forms import SeveralForm
from kith.web.actions.presenters import lists
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text
from kith.web.ui.paging import PER_PAGE, paged


if TYPE_CHECKING:
    from django.http import QueryDict

    from kith.web.access.requests import KithRequest
    from kith.web.actions.models import Action


MOST_PRINTED = 500


@require_safe
def action_list(request: KithRequest) -> HttpResponse:
    """The actions this viewer may see and asks for."""
    today = request.received_at.date()
    asked = lists.asked_for(request.GET)
    shelf = paged(queries.filtered(request.viewer, asked, today=today), request.GET)
    shown = lists.filters(asked, **queries.choices_of_filters(request.viewer))
    about = {
        "asked": asked,
        "filters": shown,
        "shelf": shelf,
        "lines": lists.lines(shelf.rows, today=today),
        "sentence": lists.sentence(asked, shelf.total, shown),
        "kept": _kept(request.GET),
        "may_propose": request.viewer.may(P.ACTION_PROPOSE),
        "may_choose": request.viewer.may(P.ACTION_AGREE)
        or request.viewer.may(P.ACTION_EXTEND),
        "is_narrowed": bool(request.GET),
    }
    return render(request, "actions/list.html", about)


@require_safe
def action_file(request: KithRequest) -> HttpResponse:
    """The same list as a file for a spreadsheet; that it left is recorded."""
    rows = _all_asked(request, "actions.exported")
    today = request.received_at.date()
    text = csv_text(lists.HEADER, lists.file_rows(rows, today=today))
    return attached(text, f"actions-{today}.csv")


@require_safe
def action_print(request: KithRequest) -> HttpResponse:
    """The same list whole, on paper; that it was printed is recorded."""
    rows = _all_asked(request, "actions.printed")
    today = request.received_at.date()
    asked = lists.asked_for(request.GET)
    shown = lists.filters(asked, **queries.choices_of_filters(request.viewer))
    about = {
        "lines": lists.lines(rows[:MOST_PRINTED], today=today),
        "sentence": lists.sentence(asked, len(rows), shown),
        "left_out": max(0, len(rows) - MOST_PRINTED),
        "today": today,
        "kept": _kept(request.GET),
    }
    return render(request, "actions/print.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def action_several(request: KithRequest) -> HttpResponse:
    """One step for each of several actions; a refused one is named, and changes nothing."""
    chosen = _chosen(request)
    if not chosen:
        messages.info(request, "Choose one action or more first.")
        return HttpResponseRedirect(reverse("actions:list"))
    form = SeveralForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        today = request.received_at.date()
        rows = lists.lines(chosen, today=today)
        about = {"form": form, "lines": rows}
        return render(request, "actions/several.html", about)
    done, refused = _each(request, chosen, form.cleaned_data)
    if done:
        noun = "action is" if done == 1 else "actions are"
        word = "agreed" if form.cleaned_data["step"] == "agree" else "given more time"
        messages.success(request, f"{done} {noun} {word}.")
    for words in refused:
        messages.warning(request, words)
    return HttpResponseRedirect(reverse("actions:list"))


def _each(
    request: KithRequest, chosen: list[Action], said: dict[str, object]
) -> tuple[int, list[str]]:
    done, refused = 0, []
    who = {"viewer": request.viewer, "at": request.received_at}
    for one in chosen:
        try:
            if said["step"] == "agree":
                agree_action(**who, key=one.pk)  # type: ignore[arg-type] # two plain values
            else:
                extend_action(**who, key=one.pk, to=said["to"], reason=said["words"])  # type: ignore[arg-type] # the form's values
        except RefusedError as why_not:
            refused.append(f"{one.reference} stays as it was. {why_not}")
        except Http404:
            refused.append(f"{one.reference} is not there any more.")
        else:
            done += 1
    return done, refused


def _chosen(request: KithRequest) -> list[Action]:
    said = request.POST if request.method == "POST" else request.GET
    keys = set()
    for one in said.getlist("key")[:PER_PAGE]:
        try:
            keys.add(UUID(one))
        except ValueError:
            continue
    return list(
        queries.visible_actions(request.viewer)
        .filter(pk__in=keys)
        .order_by("due_on", "id")
    )


def _all_asked(request: KithRequest, verb: str) -> list[Action]:
    asked = lists.asked_for(request.GET)
    today = request.received_at.date()
    rows = list(queries.filtered(request.viewer, asked, today=today))
    read_recorded(
        request.viewer,
        request.received_at,
        verb,
        rows,
        noun="actions",
        filters=list(lists.named_filters(asked)),
    )
    return rows


def _kept(asked: QueryDict) -> str:
    kept = asked.copy()
    kept.pop("page", None)
    return f"?{kept.urlencode()}" if kept else ""
