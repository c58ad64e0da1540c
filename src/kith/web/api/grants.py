"""What a token gives: its issuer's own, as it stands now, and of that no more than the
token is for."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from kith.web.access.origins import BY_PROGRAM
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import Bearer
from kith.web.access.viewing import viewer_for
from kith.web.api.models import ApiToken
from kith.web.bodies.queries import spoken_for


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer


PATTERN = re.compile(r"kith_[0-9a-f]{8}_[A-Za-z0-9_-]{43}")
"""How every token looks, so that whoever scans texts for secrets finds it."""


def new_token() -> tuple[str, str]:
    """A token of 256 random bits, and its head, which opens nothing."""
    head = f"kith_{secrets.token_hex(4)}"
    return f"{head}_{secrets.token_urlsafe(32)}", head


def digest_of(token: str) -> str:
    """What is kept of a token. With 256 random bits there is nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()


def viewer_by_token(
    said: str, *, day: date, now: datetime, address: str
) -> Viewer | None:
    """Whoever issued this token, as far as it reaches; None where it opens nothing:
    nobody issued it, it is over or revoked, or its issuer keeps no tokens there now."""
    if not PATTERN.fullmatch(said):
        return None
    token = (
        ApiToken.objects.standing_at(now)
        .select_related("issued_by")
        .filter(digest=digest_of(said), issued_by__is_active=True)
        .first()
    )
    if token is None:
        return None
    origin = f"{BY_PROGRAM}{token.head} {address}"
    whole = viewer_for(token.issued_by, day=day, real_time_at=now, origin=origin)
    if not whole.may(P.API_TOKEN_KEEP) or token.organisation_id not in spoken_for(
        whole
    ):
        return None
    return _narrowed(whole, token)


def _narrowed(whole: Viewer, token: ApiToken) -> Viewer:
    """Its own organisation's returns, never an area's; nothing opened in an emergency."""
    given = {P.RETURN_SEE, P.RETURN_SEND} if token.may_send else {P.RETURN_SEE}
    grants = tuple(
        replace(one, permissions=one.permissions & given, cases=frozenset())
        for one in whole.grants
        if one.role is not None and one.permissions & given
    )
    bearer = Bearer(
        key=token.pk,
        head=token.head,
        organisation=token.organisation_id,
        feeds=frozenset(token.feeds),
        may_read=token.may_read,
        may_send=token.may_send and whole.may(P.RETURN_SEND),
    )
    # Nothing that is kept for the person in a browser may be given to a program.
    return replace(whole, grants=grants, emergencies=(), mark="", bearer=bearer)
