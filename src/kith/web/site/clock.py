"""The one place of this half that reads the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, cast

from django.conf import settings

from kith.domain.vocabulary.moments import LONDON


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


NOON = time(12)


def real_time() -> datetime:
    """The world's time, with its zone."""
    return datetime.now(UTC)  # noqa: TID251 - the edge where the clock is read


def site_time(real: datetime) -> datetime:
    """The time the site stands at: noon of KITH_CLOCK where that is set.

    In London's zone, so that its ``date()`` is the day people live in: in summer, the
    hour after midnight still belongs to yesterday in UTC.
    """
    if not settings.KITH_CLOCK:
        return real.astimezone(LONDON)
    day = date.fromisoformat(settings.KITH_CLOCK)
    return datetime.combine(day, NOON, tzinfo=LONDON)


class ClockMiddleware:
    """Stamps each request, so that nothing behind it reads a clock."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stamped = cast("KithRequest", request)
        stamped.real_time_at = real_time()
        stamped.received_at = site_time(stamped.real_time_at)
        return self.get_response(request)
