"""Whether a sign-in is whole: a second factor, or a tenant that asks for its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings


if TYPE_CHECKING:
    from django.http import HttpRequest


WHOLE = {"mfa", "socialaccount"}
"""A second factor passed here, or a sign-in at an organisation's own tenant, which the
partnership let in because it asks for a second factor itself."""

CHOSEN_KEY = "chosen_in_the_example"
"""Set by the example's role chooser, and believed nowhere else."""


def is_whole(request: HttpRequest) -> bool:
    """Whether this session passed a second factor, here or at its own tenant.

    Only what this very person passed counts: the library keeps steps of a sign-in that
    came to nothing in the same session.
    """
    if not request.user.is_authenticated:
        return False
    if settings.KITH_EXAMPLE and request.session.get(CHOSEN_KEY):
        return True
    used = get_authentication_records(request, request.user)
    return any(one.get("method") in WHOLE for one in used)
