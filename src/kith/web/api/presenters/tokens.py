"""A token as its own program sees it, and as a list on a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from pydantic import Field

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.api import policies
from kith.web.api.values import Shape


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.access.viewer import Viewer
    from kith.web.api.models import ApiToken


class TokenOut(Shape):
    """What the token may, and until when."""

    head: str = Field(description="Its beginning, by which the trail names it.")
    organisation: str = Field(description="The organisation's code.")
    feeds: list[str]
    may_read: bool
    may_send: bool
    last_day: date = Field(description="The day on which it ends.")


def token_out(viewer: Viewer, token: ApiToken) -> TokenOut:
    """The token as it reaches now, its issuer's own reach being what it is."""
    bearer = viewer.bearer
    return TokenOut(
        head=token.head,
        organisation=token.organisation.code,
        feeds=sorted(token.feeds),
        may_read=bool(bearer and bearer.may_read),
        may_send=bool(bearer and bearer.may_send),
        last_day=london_day(token.open_until),
    )


@dataclass(frozen=True)
class TokenLine:
    """A token in the list."""

    name: str
    head: str
    organisation: str
    feeds: str
    rights: str
    issued: str
    used: str
    state: str
    tone: str
    revoke_url: str


def token_line(viewer: Viewer, token: ApiToken, now: datetime) -> TokenLine:
    """The token in words, and where it is revoked, if it can be."""
    words, tone = _standing(token, now)
    why_not = policies.why_not_revoke(viewer, token, now)
    rights = [("reads", token.may_read), ("sends", token.may_send)]
    return TokenLine(
        name=token.name,
        head=f"{token.head}_…",
        organisation=token.organisation.name,
        feeds=", ".join(feed_title(one) for one in token.feeds),
        rights=" and ".join(words for words, is_so in rights if is_so).capitalize(),
        issued=f"{token.issued_by.name}, {say_day(london_day(token.issued_at))}",
        used=say_day(token.last_used_on) if token.last_used_on else "Not used yet",
        state=words,
        tone=tone,
        revoke_url="" if why_not else reverse("api:token_revoke", args=[token.pk]),
    )


def feed_title(code: str) -> str:
    """A feed in words."""
    return FEEDS[code].title if code in FEEDS else code


def _standing(token: ApiToken, now: datetime) -> tuple[str, str]:
    if token.revoked_at is not None and token.revoked_by is not None:
        on = say_day(london_day(token.revoked_at))
        return f"Revoked by {token.revoked_by.name}, {on}", ""
    last = say_day(london_day(token.open_until))
    if token.open_until <= now:
        return f"Over since {last}", ""
    return f"Works until {last}", "done"
