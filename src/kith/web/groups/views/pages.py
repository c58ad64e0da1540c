"""What many pages of groups share: one form on a page, and where to go afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.domain.vocabulary.markings import Marking
from kith.web.access.reading import read_recorded


if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.groups.models import AgendaItem, Circulation, Decision
    from kith.web.groups.queries.agendas import AgendaLine
    from kith.web.ui.forms import KithForm


@dataclass(frozen=True)
class Asking:
    """A page that asks one thing: its title, its button, the way back."""

    title: str
    button: str
    back: str
    back_words: str = "Back"
    caption: str = ""
    lead: str = ""
    is_warning: bool = False


def ask(request: KithRequest, form: KithForm, asking: Asking) -> HttpResponse:
    """The page with its form."""
    status = 422 if form.is_bound else 200
    return render(
        request, "groups/ask.html", {"form": form, "asking": asking}, status=status
    )


def reading(
    request: KithRequest,
    body: UUID,
    records: Iterable[AgendaItem | Decision | Circulation],
) -> None:
    """The trail knows of every restricted record that the page shows; one event."""
    restricted = [one for one in records if one.marking == Marking.RESTRICTED]
    if restricted:
        read_recorded(
            request.viewer, request.received_at, "groups.read", restricted, body=body
        )


def reading_agenda(
    request: KithRequest, body: UUID, lines: Iterable[AgendaLine]
) -> None:
    """The same, of an agenda's items."""
    reading(
        request,
        body,
        [one.item for one in lines if one.item and not one.is_conflicted],
    )


def to(route: str, key: UUID, anchor: str = "") -> HttpResponseRedirect:
    """Over to a record's page."""
    there = reverse(f"groups:{route}", args=[key])
    return HttpResponseRedirect(f"{there}#{anchor}" if anchor else there)
