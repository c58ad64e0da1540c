"""How long a session lasts: thirty minutes without a page, twelve hours in all.

Both run by the world's clock, since a laptop left open stands in the real world even
where the site's own day stands still (docs/adr/0009).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.db import DatabaseError
from django.http import HttpResponseRedirect
from django.urls import reverse


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)
WARNED_BEFORE = timedelta(minutes=3)
BEGAN_KEY, SEEN_KEY = "began_at", "seen_at"
WRITTEN_EVERY = 60.0
"""Seconds between two notes of having been seen: not every page writes a session."""


class SessionTimesMiddleware:
    """Ends a session that has been quiet, or has lasted, for too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: KithRequest) -> HttpResponse:
        # Without the cookie there is no session: a public page must not ask for one.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            try:
                if _is_over(request):
                    return _signed_out(request)
            except DatabaseError:
                # The viewer's middleware, which comes next, meets the same and says so.
                pass
        return self.get_response(request)


def begin(request: HttpRequest, at: datetime) -> None:
    """This session begins, or is seen for the first time."""
    request.session[BEGAN_KEY] = request.session[SEEN_KEY] = at.timestamp()


def ends_at(request: KithRequest) -> datetime | None:
    """When this session ends if nothing more is opened; None without a session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if not request.user.is_authenticated:
        return None
    now = request.real_time_at
    began = request.session.get(BEGAN_KEY, now.timestamp())
    left = began + WHOLE.total_seconds() - now.timestamp()
    return now + min(IDLE, timedelta(seconds=left))


def _is_over(request: KithRequest) -> bool:
    if not request.user.is_authenticated:
        return False
    now = request.real_time_at.timestamp()
    began, seen = (request.session.get(key) for key in (BEGAN_KEY, SEEN_KEY))
    if began is None or seen is None:
        begin(request, request.real_time_at)
        return False
    quiet = IDLE.total_seconds() + WRITTEN_EVERY
    if now - seen > quiet or now - began > WHOLE.total_seconds():
        return True
    if now - seen > WRITTEN_EVERY:
        request.session[SEEN_KEY] = now
    return False


def _signed_out(request: KithRequest) -> HttpResponse:
    logout(request)
    back = request.get_full_path() if request.method == "GET" else ""
    to = f"{reverse('access:signed_out')}?{urlencode({'next': back})}"
    return HttpResponseRedirect(to)
