"""Writes of seats: added, filled, vacated, ended; a substitute for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies import policies
from kith.web.bodies.models import Body, Seat, Substitution
from kith.web.bodies.queries import visible_seats


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SeatDetails:
    """A place in a body; without a person it is vacant."""

    role: str
    first_on: date
    organisation: Organisation | None = None
    person: Person | None = None
    last_on: date | None = None
    is_deputy: bool = False
    is_voting: bool = True
    may_send_substitute: bool = True
    may_be_named_publicly: bool = False


def add_seat(*, viewer: Viewer, at: datetime, body: Body, details: SeatDetails) -> Seat:
    """The body has a new seat, held or vacant."""
    with writing(viewer=viewer, at=at, verb="bodies.seat_added") as event:
        place = locked(Body.objects.visible_to(viewer), body.pk)
        refuse_if(policies.why_not_seat(viewer, place))
        if details.first_on < place.opened_on:
            refuse_if("A seat cannot begin before its group opened.")
        seat = Seat.objects.create(
            body=place,
            role=details.role,
            organisation=details.organisation,
            person=details.person,
            first_on=details.first_on,
            last_on=details.last_on,
            is_deputy=details.is_deputy,
            is_voting=details.is_voting,
            may_send_substitute=details.may_send_substitute,
            may_be_named_publicly=details.may_be_named_publicly,
        )
        event.about(place, body=place.pk, seat=str(seat.pk), role=details.role)
    return seat


def fill_seat(
    *, viewer: Viewer, at: datetime, key: UUID, person: Person, first_on: date
) -> Seat:
    """The vacant seat is the person's from the day on; before, it was vacant.

    Raises:
        RefusedError: somebody took it first.
    """
    with writing(viewer=viewer, at=at, verb="bodies.seat_filled") as event:
        seat = locked(visible_seats(viewer), key)
        refuse_if(policies.why_not_fill(viewer, seat))
        if seat.last_on is not None and seat.last_on < first_on:
            refuse_if("This seat is not vacant on that day any more.")
        if _sits(seat.body, person, first_on):
            refuse_if("This person has a seat in this group already.")
        filled = _from(seat, max(first_on, seat.first_on), person)
        event.about(seat.body, body=seat.body_id, seat=str(filled.pk))
    return filled


def vacate_seat(
    *, viewer: Viewer, at: datetime, key: UUID, on: date, reason: str
) -> Seat:
    """The holder leaves after the day; the seat stands vacant until it is filled."""
    with writing(viewer=viewer, at=at, verb="bodies.seat_vacated") as event:
        seat = locked(visible_seats(viewer), key)
        refuse_if(policies.why_not_vacate(viewer, seat))
        _check_end(seat, on)
        ends = seat.last_on
        seat.last_on, seat.ended_because = on, reason
        seat.save()
        vacant = _copy(seat, on + ONE_DAY, None)
        # A term that had an end of its own is vacant for what was left of it.
        vacant.last_on = ends if ends is not None and ends > on else None
        vacant.save()
        event.about(seat.body, body=seat.body_id, seat=str(seat.pk))
    return vacant


def end_seat(*, viewer: Viewer, at: datetime, key: UUID, on: date, reason: str) -> Seat:
    """The seat itself ends after the day, held or vacant."""
    with writing(viewer=viewer, at=at, verb="bodies.seat_ended") as event:
        seat = locked(visible_seats(viewer), key)
        refuse_if(policies.why_not_end(viewer, seat))
        _check_end(seat, on)
        seat.last_on, seat.ended_because = on, reason
        seat.save(update_fields=["last_on", "ended_because"])
        event.about(seat.body, body=seat.body_id, seat=str(seat.pk))
    return seat


def name_substitute(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    person: Person,
    days: tuple[date, date],
) -> Substitution:
    """Somebody sits in the seat between the two days, and may do there what a deputy
    may."""
    with writing(viewer=viewer, at=at, verb="bodies.substitute_named") as event:
        seat = locked(visible_seats(viewer), key)
        refuse_if(policies.why_not_substitute(viewer, seat))
        if person.pk == seat.person_id:
            refuse_if("The holder cannot stand in for themselves.")
        if days[1] < days[0]:
            refuse_if("The last day cannot be before the first.")
        made = Substitution.objects.create(
            seat=seat,
            person=person,
            first_on=days[0],
            last_on=days[1],
            named_by_id=viewer.who,
            named_at=at,
        )
        event.about(seat.body, body=seat.body_id, seat=str(seat.pk))
    return made


def give_up_seats(person: UUID, day: date) -> None:
    """From the day on, no seat is the person's, and they stand in for nobody.

    Part of the action by which somebody who left is invited anew (`access`): their
    seats would otherwise open to them again, in groups that never asked them back.
    """
    held = Seat.objects.select_for_update(of=("self",)).filter(
        Q(last_on__isnull=True) | Q(last_on__gte=day), person=person
    )
    for seat in held.select_related("body", "organisation"):
        _give_up(seat, day)
    lent = Substitution.objects.filter(person=person, last_on__gte=day)
    lent.filter(first_on__gte=day).delete()
    lent.update(last_on=day - ONE_DAY)


def _give_up(seat: Seat, day: date) -> None:
    if seat.first_on >= day:
        seat.person = None
        seat.save(update_fields=["person"])
        return
    is_followed = hasattr(seat, "followed_by")
    vacant = _copy(seat, day, None)
    seat.last_on, seat.ended_because = day - ONE_DAY, "Left"
    seat.save(update_fields=["last_on", "ended_because"])
    # A seat that was handed over already is its successor's from their own first day.
    if not is_followed:
        vacant.save()


def _check_end(seat: Seat, on: date) -> None:
    if on < seat.first_on:
        refuse_if("A seat cannot end before it began.")
    if seat.last_on is not None and seat.last_on < on:
        refuse_if("This seat ends before that day already.")


def _sits(body: Body, person: Person, on: date) -> bool:
    return body.seats.standing_on(on).filter(person=person).exists()


def _from(seat: Seat, day: date, person: Person) -> Seat:
    """The vacant row keeps the days on which nobody sat there."""
    if day <= seat.first_on:
        seat.person = person
        seat.save(update_fields=["person"])
        return seat
    filled = _copy(seat, day, person)
    seat.last_on = day - ONE_DAY
    seat.save(update_fields=["last_on"])
    filled.save()
    return filled


def _copy(seat: Seat, first_on: date, person: Person | None) -> Seat:
    return Seat(
        body=seat.body,
        organisation=seat.organisation,
        role=seat.role,
        is_deputy=seat.is_deputy,
        is_voting=seat.is_voting,
        may_send_substitute=seat.may_send_substitute,
        person=person,
        first_on=first_on,
        last_on=seat.last_on,
        follows=seat,
    )
