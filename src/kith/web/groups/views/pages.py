"""What many pages of groups share: one form on a page, and where to go afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
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


def to(route: str, key: UUID, anchor: str = "") -> HttpResponseRedirect:
    """Over to a record's page."""
    there = reverse(f"groups:{route}", args=[key])
    return HttpResponseRedirect(f"{there}#{anchor}" if anchor else there)
