"""The pages of the house: home, worried about a child, and what a site must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.access.viewer import Viewer
from kith.web.bodies.presenters import structure_chart
from kith.web.bodies.queries import public_structure
from kith.web.public import presenters, queries
from kith.web.ui.charts import figure


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_safe
def home(request: KithRequest) -> HttpResponse:
    """What this partnership is, and the three things people come for."""
    edition = presenters.published_or_none(request.viewer)
    return render(request, "public/home.html", {"edition": edition})


@require_safe
def worried(request: KithRequest) -> HttpResponse:
    """Whom to ring about a child, and which number is open now.

    What is open uses the real time even in the example: somebody may need it.
    """
    response = _numbers(request, at_now=True)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def worried_print(request: KithRequest) -> HttpResponse:
    """The same to print or to keep: it lists hours and never says now."""
    return _numbers(request, at_now=False)


def _numbers(request: KithRequest, *, at_now: bool) -> HttpResponse:
    contacts = queries.contacts(request.viewer)
    at = request.real_time_at if at_now else None
    context = {
        "contacts": contacts,
        "lines": presenters.ringing(contacts, at) if contacts else (),
        "is_live": at_now,
        "is_checked": contacts is None
        or contacts.is_checked_lately(request.real_time_at),
    }
    return render(request, "public/worried.html", context)


@require_safe
def about(request: KithRequest) -> HttpResponse:
    """What the partnership is, and how its figures come about."""
    edition = presenters.published_or_none(request.viewer)
    return render(request, "public/about.html", {"edition": edition})


@require_safe
def accessibility(request: KithRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "public/accessibility.html")


@require_safe
def privacy(request: KithRequest) -> HttpResponse:
    """What is known of visitors, which is next to nothing."""
    return render(request, "public/privacy.html")


@require_safe
def cookies(request: KithRequest) -> HttpResponse:
    """That there are none."""
    return render(request, "public/cookies.html")


@require_safe
def glossary(request: KithRequest) -> HttpResponse:
    """The field's words, explained."""
    words = presenters.prose(queries.glossary(request.viewer))
    return render(request, "public/glossary.html", {"words": words})


@require_safe
def structure(request: KithRequest) -> HttpResponse:
    """The partnership's groups and who reports to whom, as on a day; no person."""
    on = presenters.day_asked(request.GET.get("on", ""), request.received_at.date())
    roots = public_structure(Viewer.public(), on=on)
    edition = presenters.published_or_none(request.viewer)
    place = presenters.partnership_name(request.viewer, edition)
    chart = structure_chart(roots, place=place, on=on)
    about = {"roots": roots, "chart": figure(chart) if chart else "", "on": on}
    return render(request, "public/structure.html", about)
