"""Writes of attendance: who came, who stood in, and what interests they declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.groups import policies
from kith.web.groups.models import (
    Attendance,
    Guest,
)
from kith.web.groups.queries.attendance import seats_on
from kith.web.groups.queries.meetings import visible_meetings


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Seat
    from kith.web.groups.models import Meeting
    from kith.web.groups.values import Came, Visitor


def record_attendance(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    came: Sequence[Came],
    visitors: Sequence[Visitor] = (),
) -> Meeting:
    """The register says of these seats how they were filled; of others as before.

    Visitors are written anew as given.
    """
    with writing(viewer=viewer, at=at, verb="groups.attendance_recorded") as event:
        meeting = locked(visible_meetings(viewer), key)
        refuse_if(policies.why_not_record_attendance(viewer, meeting))
        seats = {one.pk: one for one in seats_on(viewer, meeting.body, meeting.day)}
        for one in came:
            refuse_if(_why_not_seat(one, seats))
            Attendance.objects.update_or_create(
                meeting=meeting,
                seat=seats[one.seat],
                defaults={
                    "presence": one.presence,
                    "substitute": one.substitute,
                    "substitute_name": one.substitute_name,
                    "recorded_by_id": viewer.who,
                    "recorded_at": at,
                },
            )
        Guest.objects.filter(meeting=meeting).delete()
        Guest.objects.bulk_create(
            Guest(
                meeting=meeting,
                name=one.name,
                comes_from=one.comes_from,
                presence=one.presence,
                recorded_by_id=viewer.who,
                recorded_at=at,
            )
            for one in visitors
        )
        event.about(
            meeting, body=meeting.body_id, seats=len(came), visitors=len(visitors)
        )
    return meeting


def _why_not_seat(one: Came, seats: Mapping[UUID, Seat]) -> str:
    if one.seat not in seats:
        return "That seat is not in this group."
    sends = one.substitute or one.substitute_name
    if sends and not seats[one.seat].may_send_substitute:
        return "This seat sends no substitute."
    return ""
