"""What the frame of a signed-in page says of its viewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse

from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import Viewer


if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True)
class Place:
    """One link of the navigation."""

    words: str
    url: str


NAVIGATION: tuple[tuple[str, str, P | None], ...] = (
    ("home:home", "What needs you", None),
    ("groups:meetings", "Meetings", P.MEETING_SEE),
    ("actions:list", "Actions", P.ACTION_SEE),
    ("risks:list", "Risks", P.RISK_SEE),
    ("priorities:list", "Priorities", P.PRIORITY_SEE),
    ("bodies:list", "Groups", P.BODY_SEE),
    ("organisations:list", "Organisations", P.ORGANISATION_SEE),
)
"""What stands in the navigation, and for whom."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer and their navigation; never fails, errors use it."""
    viewer: Viewer = getattr(request, "viewer", None) or Viewer.public()
    return {"viewer": viewer, "places": tuple(_places(viewer))}


def _places(viewer: Viewer) -> list[Place]:
    if not viewer.is_signed_in:
        return []
    found = []
    for route, words, needed in NAVIGATION:
        if needed is None or viewer.may(needed):
            try:
                found.append(Place(words, reverse(route)))
            except NoReverseMatch:
                continue
    return found
