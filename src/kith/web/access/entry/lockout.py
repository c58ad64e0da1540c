"""What happens after too many wrong passwords, and how they are counted.

Counted by the address that was typed, known here or not: so the answer never tells
whether somebody has an account. A passkey still signs in, so that nobody can keep a
chair out by typing wrong passwords for them.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.crypto import salted_hmac


if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


COOL_OFF = timedelta(minutes=15)
TOO_MANY = 429


def counted_under(
    request: HttpRequest, credentials: Mapping[str, Any] | None = None
) -> str:
    """A digest in place of what was typed: a wrong field may hold a password."""
    said = credentials or {}
    typed = said.get("email") or said.get("login") or request.POST.get("login") or ""
    plain = str(typed).strip().lower()
    return salted_hmac("kith.web.access.entry.lockout", plain).hexdigest()[:40]


def unnamed(*_: object) -> str:
    """What the log says of a client: that there was one."""
    return "a client"


def locked_out(
    request: KithRequest,
    answer: HttpResponse | None = None,  # noqa: ARG001 - the library passes it
    credentials: Mapping[str, Any] | None = None,  # noqa: ARG001 - the library passes it
) -> HttpResponse:
    """The page that says when to try again."""
    again = request.real_time_at + COOL_OFF
    return render(request, "account/locked.html", {"again": again}, status=TOO_MANY)
