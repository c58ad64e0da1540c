"""Browsers in which a person signed in before; a new one is told to its person."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from kith.domain.vocabulary.actors import Actor
from kith.web.access.entry.post import nudge
from kith.web.access.models import KnownDevice
from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.models import Person
    from kith.web.access.requests import KithRequest


COOKIE = "kith_device"
KEPT = timedelta(days=365)


def note_device(request: KithRequest, person: Person, answer: HttpResponse) -> None:
    """The browser is known from now on; its person is told where it was not.

    The first browser of all is the one in which they accepted: that is no news.
    """
    mark = request.COOKIES.get(COOKIE) or secrets.token_urlsafe(24)
    digest = _digest(person, mark)
    if not person.devices.filter(digest=digest).exists():
        others = person.devices.exists()
        actor = Actor(person.name, person.pk, origin="web")
        with recorded(
            actor=actor, at=request.received_at, verb="access.device_noted"
        ) as event:
            KnownDevice.objects.get_or_create(
                person=person,
                digest=digest,
                defaults={"first_seen_at": request.real_time_at},
            )
            event.about(person, told=others)
            if others:
                where = request.build_absolute_uri(reverse("access:account"))
                nudge(person, "new_device", where=where)
    answer.set_cookie(
        COOKIE,
        mark,
        max_age=KEPT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _digest(person: Person, mark: str) -> str:
    return hashlib.sha256(f"{person.pk} {mark}".encode()).hexdigest()
