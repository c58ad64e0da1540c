"""Every read of calendar feeds. The viewer comes first, always."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Q
from django.http import Http404

from kith.web.bodies.models import Seat, Substitution
from kith.web.groups.models import CalendarFeed, Meetings
from kith.web.groups.queries.meetings import visible_meetings


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


KEPT_BEHIND = timedelta(days=180)
"""How long a meeting that is over stays in the calendar: Kith's own choice."""


def digest_of(secret: str) -> str:
    """What is kept of a secret; it is long and random, so it needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def standing_feed(viewer: Viewer) -> CalendarFeed | None:
    """The viewer's own feed, where they have one."""
    return CalendarFeed.objects.filter(
        person=viewer.person, revoked_at__isnull=True
    ).first()


def person_of(viewer: Viewer, secret: str) -> Person:  # noqa: ARG001 - whoever holds the secret may read
    """Whose feed it is.

    Raises:
        Http404: there is no such feed, it is revoked, or its person has left.
    """
    found = (
        CalendarFeed.objects.filter(
            digest=digest_of(secret),
            revoked_at__isnull=True,
            person__is_active=True,
        )
        .select_related("person")
        .first()
    )
    if found is None:
        raise Http404("no such calendar")
    return found.person


def meetings_to_show(viewer: Viewer, *, at: datetime) -> Meetings:
    """The meetings of every body in which this person sits, cancelled ones too.

    ``changes`` and ``changed_at`` tell a calendar which of two versions is newer.
    """
    seats = _seats(viewer, at.date())
    return (
        visible_meetings(viewer)
        .filter(body__in=seats, ends__gte=at - KEPT_BEHIND)
        .annotate(changes=Count("steps"), changed_at=Max("steps__taken_at"))
        .order_by("starts", "id")
    )


def _seats(viewer: Viewer, day: date) -> set[object]:
    own = Seat.objects.standing_on(day).filter(person=viewer.person)
    lent = Substitution.objects.standing_on(day).filter(person=viewer.person)
    return set(own.values_list("body", flat=True)) | set(
        lent.filter(
            Q(seat__last_on__isnull=True) | Q(seat__last_on__gte=day)
        ).values_list("seat__body", flat=True)
    )
