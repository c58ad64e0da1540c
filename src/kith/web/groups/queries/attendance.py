"""Reads of who came: the register of a meeting, its quorum, and engagement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kith.domain.vocabulary.moments import london_day
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.bodies.models import Seat
from kith.web.groups.models import Attendance, Guest, Meeting
from kith.web.groups.models.attendance import THERE
from kith.web.groups.policies.quorum import RegisterLine
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body


@dataclass(frozen=True)
class Engagement:
    """How often an organisation's seats were filled at meetings that took place."""

    organisation: str
    sittings: int
    filled: int
    by_substitute: int
    apologies: int
    absent: int
    unrecorded: int

    @property
    def share(self) -> int | None:
        """Filled seats in a hundred of those recorded; none where nothing was."""
        recorded = self.sittings - self.unrecorded
        return round(100 * self.filled / recorded) if recorded else None


def seats_on(viewer: Viewer, body: Body, day: date) -> QuerySet[Seat]:
    """The seats of a body on a day, chair first, for those who see its meetings."""
    if body.pk not in viewer.bodies(P.MEETING_SEE):
        return Seat.objects.none()
    return (
        Seat.objects.standing_on(day)
        .filter(body=body)
        .select_related("person", "organisation")
        .order_by("-is_voting", "organisation__name", "id")
    )


def register(viewer: Viewer, of: Meeting) -> list[RegisterLine]:
    """Every seat of the meeting's day with its attendance."""
    day = of.day
    known = {
        one.seat_id: one
        for one in Attendance.objects.filter(meeting=of).select_related("substitute")
    }
    return [
        RegisterLine(seat, known.get(seat.pk))
        for seat in seats_on(viewer, of.body, day)
    ]


def guests(viewer: Viewer, of: Meeting) -> QuerySet[Guest]:
    """Who was there without a seat."""
    return Guest.objects.filter(
        meeting=of, meeting__body__in=viewer.bodies(P.MEETING_SEE)
    ).order_by("name", "id")


def engagement(
    viewer: Viewer, *, first: date, last: date, body: UUID | None = None
) -> list[Engagement]:
    """How each organisation filled its seats at the meetings of a period.

    Two queries, whatever the number of meetings.
    """
    meetings = Meeting.objects.visible_to(viewer).taken_place()
    meetings = meetings.filter(starts__date__gte=first, starts__date__lte=last)
    if body is not None:
        meetings = meetings.filter(body=body)
    days = list(meetings.values_list("pk", "body", "starts"))
    seats = Seat.objects.filter(
        Q(last_on__isnull=True) | Q(last_on__gte=first),
        body__in={one[1] for one in days},
        first_on__lte=last,
        organisation__isnull=False,
    ).select_related("organisation")
    recorded = {
        (one.meeting_id, one.seat_id): one
        for one in Attendance.objects.filter(meeting__in=meetings.values("pk"))
    }
    of_body = defaultdict(list)
    for seat in seats:
        of_body[seat.body_id].append(seat)
    found: dict[str, list[Attendance | None]] = defaultdict(list)
    for key, its_body, starts in days:
        for seat in of_body[its_body]:
            if _stands(seat, london_day(starts)) and seat.organisation:
                found[seat.organisation.name].append(recorded.get((key, seat.pk)))
    return [_engaged(name, rows) for name, rows in sorted(found.items())]


def filled_by_seat(
    viewer: Viewer, *, body: UUID, on: date
) -> dict[UUID, tuple[int, int]]:
    """Of each seat: at how many meetings attendance was recorded, and how often filled."""
    rows = Attendance.objects.filter(
        meeting__in=Meeting.objects.visible_to(viewer).taken_place(),
        meeting__body=body,
        meeting__starts__date__lte=on,
    )
    found: defaultdict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for seat, presence in rows.values_list("seat", "presence"):
        asked, came = found[seat]
        found[seat] = (asked + 1, came + (presence in THERE))
    return dict(found)


def possible_substitutes(viewer: Viewer, body: UUID) -> QuerySet[Person]:
    """The active people who hold a seat in any body where this viewer works."""
    known = Seat.objects.filter(body__in=viewer.bodies(P.MEETING_SEE) | {body})
    return Person.objects.filter(
        pk__in=known.values("person"), is_active=True
    ).order_by("name", "id")


def organisations_in(viewer: Viewer, body: UUID, day: date) -> QuerySet[Organisation]:
    """The organisations with a seat in the body on the day."""
    seats = Seat.objects.standing_on(day).filter(
        body=body, body__in=viewer.bodies(P.MEETING_SEE)
    )
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def _stands(seat: Seat, day: date) -> bool:
    return seat.first_on <= day and (seat.last_on is None or seat.last_on >= day)


def _engaged(name: str, rows: Sequence[Attendance | None]) -> Engagement:
    known = [one for one in rows if one is not None]
    there = [one for one in known if one.presence in THERE]
    return Engagement(
        organisation=name,
        sittings=len(rows),
        filled=len(there),
        by_substitute=sum(one.has_substitute for one in there),
        apologies=sum(one.presence == "APOLOGY" for one in known),
        absent=sum(one.presence == "ABSENT" for one in known),
        unrecorded=len(rows) - len(known),
    )
