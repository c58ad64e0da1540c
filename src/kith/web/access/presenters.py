"""What the frame of a signed-in page says of its viewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError
from django.urls import reverse

from kith.domain.vocabulary.moments import LONDON
from kith.web.access.choosing import is_offered
from kith.web.access.entry.sessions import IDLE, WARNED_BEFORE, ends_at
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import Viewer


if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True)
class Place:
    """One link of the navigation."""

    words: str
    url: str


@dataclass(frozen=True)
class Session:
    """When this session ends, by the world's clock, and what the script counts with."""

    at: str
    left: int
    idle: int
    warn: int


NAVIGATION: tuple[tuple[str, str, P | None], ...] = (
    ("home:home", "What needs you", None),
    ("groups:meetings", "Meetings", P.MEETING_SEE),
    ("actions:list", "Actions", P.ACTION_SEE),
    ("risks:list", "Risks", P.RISK_SEE),
    ("challenges:list", "Challenges", P.CHALLENGE_SEE),
    ("priorities:list", "Priorities", P.PRIORITY_SEE),
    ("scorecards:list", "Scorecards", P.SCORECARD_SEE),
    ("explorations:list", "Explore", P.EXPLORATION_ASK),
    ("budgets:list", "Budgets", P.BUDGET_SEE),
    ("returns:wall", "Returns", P.RETURN_SEE),
    ("releases:list", "Releases", P.RELEASE_SEE),
    ("agreements:list", "Sharing", P.AGREEMENT_SEE),
    ("benchmarks:list", "Benchmarks", P.BENCHMARK_SEE),
    ("indicators:list", "Indicators", P.INDICATOR_KEEP),
    ("documents:list", "Documents", P.DOCUMENT_SEE),
    ("bodies:list", "Groups", P.BODY_SEE),
    ("organisations:list", "Organisations", P.ORGANISATION_SEE),
    ("notices:tasks", "Background work", P.TASKS_SEE),
    ("access:people", "People", P.PEOPLE_INVITE),
    ("arrivals:list", "Moving in", P.ARRIVAL_IMPORT),
    ("audit:area", "Audit", P.AUDIT_SEE),
)
"""What stands in the navigation, and for whom."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer and their navigation; never fails, errors use it."""
    viewer: Viewer = getattr(request, "viewer", None) or Viewer.public()
    known = getattr(request, "user", None)
    return {
        "viewer": viewer,
        "places": tuple(_places(viewer)),
        "may_sign_in": not (viewer.is_signed_in or _is_known(known)),
        "session": _session(request) if viewer.is_signed_in else None,
        "may_choose": is_offered(request),
    }


def _is_known(user: object) -> bool:
    """Whether a password was given, the second step done or not."""
    try:
        return bool(getattr(user, "is_authenticated", False))
    except DatabaseError:
        return False


def _session(request: Any) -> Session | None:
    ends = ends_at(request)
    if ends is None:
        return None
    return Session(
        at=f"{ends.astimezone(LONDON):%H:%M}",
        left=int((ends - request.real_time_at).total_seconds()),
        idle=int(IDLE.total_seconds()),
        warn=int(WARNED_BEFORE.total_seconds()),
    )


def _places(viewer: Viewer) -> list[Place]:
    if not viewer.is_signed_in:
        return []
    return [
        Place(words, reverse(route))
        for route, words, needed in NAVIGATION
        if needed is None or viewer.may(needed)
    ]
