"""Reads of seats: who sits where on a day, what is vacant, what ends soon."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from django.db.models import Prefetch, Q

from kith.domain.rules.rotation import Turn, next_turn, turn_on
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Body, Rotation, Seat, Seats, Substitution
from kith.web.bodies.policies import SOON
from kith.web.organisations.models import Employment


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Attendance:
    """How often a seat was asked to come, and how often somebody came."""

    asked: int
    came: int


class AttendanceOf(Protocol):
    """What each seat's attendance in a body was, up to a day."""

    def __call__(
        self, viewer: Viewer, *, body: UUID, on: date
    ) -> Mapping[UUID, Attendance]: ...


def _not_known(viewer: Viewer, *, body: UUID, on: date) -> Mapping[UUID, Attendance]:  # noqa: ARG001 - a protocol
    return {}


@dataclass
class AttendanceSource:
    """Filled by `site`: meetings stand above bodies."""

    of: AttendanceOf = field(default=_not_known)


ATTENDANCE = AttendanceSource()


def visible_seats(viewer: Viewer) -> Seats:
    """The seats of every body that this viewer may see, and their own."""
    return Seat.objects.filter(
        Q(body__in=viewer.bodies(P.BODY_SEE))
        | Q(person=viewer.person, person__isnull=False)
    ).select_related("body", "organisation", "person", "handed_on", "body__parent")


def seat(viewer: Viewer, key: UUID) -> Seat:
    """One seat.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_seats(viewer), key)


def seats_on(viewer: Viewer, of: Body, *, on: date) -> Seats:
    """The seats of a body on a day, the chair first, with who stands in."""
    standing = Substitution.objects.standing_on(on).select_related("person")
    return (
        visible_seats(viewer)
        .filter(body=of)
        .standing_on(on)
        .prefetch_related(Prefetch("substitutions", standing, "standing_in"))
        .order_by("role", "is_deputy", "organisation__name", "id")
    )


def seats_to_fill(viewer: Viewer) -> Seats:
    """The seats of open bodies where this viewer keeps the seats."""
    return visible_seats(viewer).filter(
        body__in=viewer.bodies(P.SEAT_FILL), body__closed_on__isnull=True
    )


def vacancies(viewer: Viewer, *, today: date) -> Seats:
    """The seats that nobody holds today and this viewer may fill."""
    return (
        seats_to_fill(viewer)
        .standing_on(today)
        .filter(person__isnull=True)
        .order_by("body__name", "first_on", "id")
    )


def left_behind(viewer: Viewer, *, today: date) -> Seats:
    """The seats of those whose account was closed, which nobody takes over yet."""
    return (
        seats_to_fill(viewer)
        .standing_on(today)
        .filter(person__left_at__isnull=False, followed_by__isnull=True)
        .order_by("body__name", "first_on", "id")
    )


def ending_soon(viewer: Viewer, *, today: date) -> Seats:
    """The held seats that end within ninety days and that nobody takes over yet."""
    return (
        seats_to_fill(viewer)
        .filter(
            person__isnull=False,
            person__left_at__isnull=True,
            followed_by__isnull=True,
            last_on__range=(today, today + timedelta(days=SOON)),
        )
        .order_by("last_on", "body__name", "id")
    )


def people_to_seat(viewer: Viewer, of: Body, *, on: date) -> QuerySet[Person]:
    """The people who can take a seat: who works in an area of the body, sits in any
    body here, or holds a role there."""
    codes = list(of.areas.values_list("code", flat=True))
    working = Employment.objects.standing_on(on).filter(
        organisation__footprints__area__in=codes
    )
    sitting = visible_seats(viewer).filter(person__isnull=False)
    return (
        Person.objects.filter(
            Q(pk__in=working.values("person"))
            | Q(pk__in=sitting.values("person"))
            | Q(holdings__area__in=codes)
        )
        .filter(is_active=True)
        .distinct()
        .order_by("name", "id")
    )


def successors(viewer: Viewer, of: Seat, *, on: date) -> QuerySet[Person]:
    """Who may take over a seat, but its holder: whoever speaks for its organisation.

    Whoever fills seats may choose among all who can be seated.
    """
    if viewer.may(P.SEAT_FILL, body=of.body_id):
        return people_to_seat(viewer, of.body, on=on).exclude(seats=of.pk)
    return of_the_same(viewer, of, on=on).exclude(seats=of.pk)


def of_the_same(viewer: Viewer, of: Seat, *, on: date) -> QuerySet[Person]:
    """Who works or sits for the seat's organisation; anybody, where it has none."""
    able = people_to_seat(viewer, of.body, on=on)
    if of.organisation_id is None:
        return able
    works = Employment.objects.standing_on(on).filter(organisation=of.organisation_id)
    sits = Seat.objects.standing_on(on).filter(organisation=of.organisation_id)
    return able.filter(
        Q(pk__in=works.values("person")) | Q(pk__in=sits.values("person"))
    )


@dataclass(frozen=True)
class Turns:
    """Whose turn it is to chair, whose is next, and from when."""

    now: Organisation | None
    until: date | None
    then: Organisation
    then_from: date


def rotation_of(
    viewer: Viewer,  # noqa: ARG001 - whoever may see the body may see whose turn it is
    of: Body,
    *,
    on: date,
) -> Turns | None:
    """The turns of a body's chair on a day; None where it has no plan."""
    plan = Rotation.objects.filter(body=of).first()
    if plan is None:
        return None
    places = plan.places.select_related("organisation").order_by("place")
    order = [one.organisation for one in places]
    if not order:
        return None
    options = {
        "first_from": plan.first_from,
        "months": plan.term_months,
        "partners": len(order),
    }
    turn: Turn | None = turn_on(on, **options)  # type: ignore[arg-type] # dates and numbers by their names
    if turn is None:
        return Turns(None, None, order[0], plan.first_from)
    after = next_turn(turn, **options)  # type: ignore[arg-type] # as above
    return Turns(order[turn.place], turn.last_on, order[after.place], after.first_on)


def turns_due(viewer: Viewer, *, today: date) -> list[tuple[Body, Turns]]:
    """The bodies whose chair passes on within ninety days, where this viewer keeps the
    seats."""
    kept = viewer.bodies(P.SEAT_FILL)
    bodies = Body.objects.filter(
        pk__in=kept, closed_on__isnull=True, rotation__isnull=False
    ).order_by("name", "id")
    found = ((one, rotation_of(viewer, one, on=today)) for one in bodies)
    return [
        (one, turns)
        for one, turns in found
        if turns is not None and (turns.then_from - today).days <= SOON
    ]


def substitutions(viewer: Viewer, of: Seat, *, today: date) -> QuerySet[Substitution]:
    """Who stands in for a seat, now and later."""
    shown = seat(viewer, of.pk)
    return (
        shown.substitutions.filter(last_on__gte=today)
        .select_related("person")
        .order_by("first_on", "id")
    )
