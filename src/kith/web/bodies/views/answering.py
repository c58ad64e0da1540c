"""What the pages of bodies share: a form that failed, and where a step leads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse


if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.ui.forms import KithForm


def ask(
    request: KithRequest, form: KithForm, heading: str, back: tuple[str, str]
) -> HttpResponse:
    """The page of a form: its heading, and where the way back leads."""
    about = {"form": form, "heading": heading, "back_words": back[0]}
    return render(request, "bodies/form.html", {**about, "back": back[1]})


def done(request: KithRequest, route: str, key: UUID, words: str) -> HttpResponse:
    """Say what is true now, on the record's page."""
    messages.success(request, words)
    return HttpResponseRedirect(reverse(f"bodies:{route}", args=[key]))


def day_asked(request: KithRequest) -> date:
    """The day that the address asks for (``on=2020-12-31``); else today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return request.received_at.date()
