"""Whether a sign-in is whole: a second factor, or a tenant that asks for its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings


if TYPE_CHECKING:
    from django.http import HttpRequest


METHODS_KEY = "account_authentication_methods"
"""Where allauth keeps how this session was signed in."""

WHOLE = {"mfa", "socialaccount"}
CHOSEN_KEY = "chosen_in_the_example"
"""Set by the example's role chooser, and believed nowhere else."""


def is_whole(request: HttpRequest) -> bool:
    """Whether this session passed a second factor, here or at its own tenant."""
    if settings.KITH_EXAMPLE and request.session.get(CHOSEN_KEY):
        return True
    used = request.session.get(METHODS_KEY, [])
    return any(one.get("method") in WHOLE for one in used)
