"""Writes of handovers: the seat moves in one step, and the successor says it is read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies import policies
from kith.web.bodies.models import Handover, Seat
from kith.web.bodies.queries import of_the_same, visible_handovers, visible_seats


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


def hand_over_seat(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    to: Person,
    on: date,
    words: str = "",
) -> Handover:
    """From the day on the seat is the successor's; the day before is the giver's last.

    Raises:
        RefusedError: the seat was handed over already, or the day or person is wrong.
    """
    with writing(viewer=viewer, at=at, verb="bodies.seat_handed_over") as event:
        seat = locked(visible_seats(viewer), key)
        refuse_if(policies.why_not_hand_over(viewer, seat, at.date()))
        if to.pk == seat.person_id:
            refuse_if("Choose somebody other than who holds the seat.")
        refuse_if(policies.why_not_from_day(viewer, seat, on, at.date()))
        same = of_the_same(viewer, seat, on=at.date()).filter(pk=to.pk).exists()
        refuse_if(policies.why_not_to(viewer, seat, is_of_the_same=same))
        if seat.body.seats.standing_on(on).filter(person=to, role=seat.role).exists():
            refuse_if("The successor has this role in this group already.")
        giver = seat.person_id
        assert giver is not None
        after = _follow(seat, to, on)
        handover = Handover.objects.create(
            before=seat,
            after=after,
            giver_id=giver,
            taker=to,
            on=on,
            words=words,
            made_by_id=viewer.who,
            made_at=at,
        )
        event.about(seat.body, body=seat.body_id, seat=str(seat.pk), on=on.isoformat())
    return handover


def acknowledge_handover(*, viewer: Viewer, at: datetime, key: UUID) -> Handover:
    """The successor has read what comes with the seat; it needs them no more."""
    with writing(viewer=viewer, at=at, verb="bodies.handover_acknowledged") as event:
        handover = locked(visible_handovers(viewer), key)
        refuse_if(policies.why_not_acknowledge(viewer, handover))
        handover.acknowledged_by_id, handover.acknowledged_at = viewer.who, at
        handover.save(update_fields=["acknowledged_by", "acknowledged_at"])
        event.about(handover, body=handover.before.body_id)
    return handover


def _follow(seat: Seat, to: Person, on: date) -> Seat:
    ends = seat.last_on
    seat.last_on, seat.ended_because = on - timedelta(days=1), "Handed over"
    seat.save(update_fields=["last_on", "ended_because"])
    return Seat.objects.create(
        body=seat.body,
        organisation=seat.organisation,
        role=seat.role,
        is_deputy=seat.is_deputy,
        is_voting=seat.is_voting,
        may_send_substitute=seat.may_send_substitute,
        person=to,
        first_on=on,
        last_on=ends if ends is not None and ends > on else None,
        follows=seat,
    )
