"""What the site refuses to start with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "testserver"}
"""This machine's own names, and the one that Django's test client uses."""


@register(Tags.security)
def the_role_chooser_stays_at_home(**_: Any) -> list[CheckMessage]:
    """The example's chooser asks for no password, so nobody from elsewhere may reach it."""
    if not settings.KITH_EXAMPLE or not settings.DEBUG:
        return []
    if set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        return []
    return [
        Error(
            "the example lets anybody look as one of its people, and answers to names "
            "of other machines",
            hint="Leave KITH_HOSTS unset, or set KITH_DEBUG=0 to take the chooser away.",
            id="kith.E001",
        )
    ]
