"""Every write of calendar feeds: one transaction, one audit event each."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.groups.calendars.queries import digest_of
from kith.web.groups.models import CalendarFeed


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.access.viewer import Viewer


def make_feed(*, viewer: Viewer, at: datetime) -> str:
    """The viewer has a feed at a new address; an older one is closed.

    The secret is told once, here, and cannot be told again.
    """
    with writing(viewer=viewer, at=at, verb="groups.calendar_made") as event:
        closed = _standing(viewer)
        for one in closed:
            _revoke(one, at)
        secret = secrets.token_urlsafe(32)
        feed = CalendarFeed.objects.create(
            person_id=viewer.who, digest=digest_of(secret), made_at=at
        )
        event.about(feed, closed=len(closed))
    return secret


def revoke_feed(*, viewer: Viewer, at: datetime) -> CalendarFeed:
    """The viewer's feed is closed: its address leads nowhere.

    Raises:
        RefusedError: there is none.
    """
    with writing(viewer=viewer, at=at, verb="groups.calendar_revoked") as event:
        standing = _standing(viewer)
        refuse_if("" if standing else "You have no calendar address.")
        _revoke(standing[0], at)
        event.about(standing[0])
    return standing[0]


def _standing(viewer: Viewer) -> list[CalendarFeed]:
    return list(
        CalendarFeed.objects.filter(
            person=viewer.who, revoked_at__isnull=True
        ).select_for_update()
    )


def _revoke(feed: CalendarFeed, at: datetime) -> None:
    feed.revoked_at = at
    feed.save(update_fields=["revoked_at"])
