"""What may be done with tokens, and how fast programs may ask."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import spoken_for


if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from kith.web.access.viewer import Viewer
    from kith.web.api.models import ApiToken
    from kith.web.api.values import WantedToken


MOST_DAYS = 366
"""No token lasts longer than a year: what nobody renews, nobody uses."""
SOON = timedelta(days=14)
"""How long before its end a token that is used needs another."""
MOST_STANDING = 20
"""Tokens of one organisation that work at the same time."""

A_MINUTE, MOST_A_MINUTE = 60, 120
"""How often one token may ask."""
A_QUARTER_HOUR, MOST_WRONG = 900, 30
"""How many wrong tokens may come from one address."""

NOT_KEEPER = "The agency's data steward or lead keeps its tokens."
NOT_OWED = "Choose feeds that the organisation owes."
FOR_NOTHING = "Say whether the token may read, or send, or both."
NOT_SENDER = (
    "A token never may more than whoever issues it, and you do not send returns. The "
    "agency's data steward can issue one that sends."
)
TOO_LONG = "A token works for a year at most."
TOO_MANY = "Twenty tokens work already. Revoke those that nobody uses."
OVER = "This token works no longer."


def why_not_issue(
    viewer: Viewer, wanted: WantedToken, owed: Collection[str], standing: int
) -> str:
    """Why this viewer cannot issue this token."""
    if not viewer.may(P.API_TOKEN_KEEP):
        return NOT_KEEPER
    if wanted.organisation.pk not in spoken_for(viewer):
        return NOT_KEEPER
    if not wanted.feeds or not set(wanted.feeds) <= set(owed):
        return NOT_OWED
    if not (wanted.may_read or wanted.may_send):
        return FOR_NOTHING
    if wanted.may_send and not viewer.may(P.RETURN_SEND):
        return NOT_SENDER
    if not 0 < wanted.days <= MOST_DAYS:
        return TOO_LONG
    return TOO_MANY if standing >= MOST_STANDING else ""


def why_not_revoke(viewer: Viewer, token: ApiToken, now: datetime) -> str:
    """Why this viewer cannot revoke it."""
    if not viewer.may(P.API_TOKEN_KEEP):
        return NOT_KEEPER
    is_over = token.revoked_at is not None or token.open_until <= now
    return OVER if is_over else ""
