"""Every read of people. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch, Q

from kith.web.access.grants import SOURCES
from kith.web.access.models import FactorReset, Invitation, Person, RoleHolding
from kith.web.access.permissions import Permission as P
from kith.web.access.places import PLACES
from kith.web.access.refusals import one_or_404


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.models import Dated
    from kith.web.access.viewer import Viewer


LEAVING, WAITING, LEFT = "leaving", "invited", "left"
SOON = timedelta(days=60)
"""Who leaves within two months is worth knowing now: seats take that long to fill."""


def visible_people(viewer: Viewer, permission: P = P.PEOPLE_SEE) -> QuerySet[Person]:
    """Whom this viewer sees: who serves their areas, sits in their groups, or was
    invited for their areas; and themselves."""
    areas = viewer.areas(permission)
    held = RoleHolding.objects.filter(area__in=areas).values("person")
    invited = Invitation.objects.filter(area__in=areas).values("person")
    seated = PLACES.seated(viewer.bodies(permission))
    found = Q(pk__in=held) | Q(pk__in=invited) | Q(pk__in=seated)
    if permission is P.PEOPLE_SEE:
        found |= Q(pk=viewer.person)
    return Person.objects.filter(found)


def person(viewer: Viewer, key: UUID, permission: P = P.PEOPLE_SEE) -> Person:
    """One person.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_people(viewer, permission), key)


@dataclass(frozen=True)
class Asked:
    """What the list was asked for: part of a name, and which of the people."""

    name: str = ""
    show: str = ""


def people_to_list(
    viewer: Viewer, *, day: date, now: datetime, asked: Asked
) -> QuerySet[Person]:
    """The people with what a list shows: roles of the day, and an open invitation."""
    standing = RoleHolding.objects.standing_on(day).order_by("role", "area", "id")
    waiting = Invitation.objects.filter(
        person=OuterRef("pk"), accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    found = visible_people(viewer).filter(is_active=asked.show != LEFT)
    if asked.name:
        # PostgreSQL faults at a NUL, which anybody can write into an address.
        found = found.filter(name__icontains=asked.name.replace("\0", ""))
    if asked.show == LEAVING:
        found = leaving_soon(viewer, found, day=day)
    if asked.show == WAITING:
        found = found.filter(Exists(waiting))
    return (
        found.prefetch_related(Prefetch("holdings", standing, to_attr="standing"))
        .annotate(
            is_invited=Exists(waiting.filter(open_until__gt=now)),
            has_lapsed=Exists(waiting.filter(open_until__lte=now)),
        )
        .order_by("name", "id")
    )


def leaving_soon(
    viewer: Viewer, people: QuerySet[Person], *, day: date
) -> QuerySet[Person]:
    """Those with a role that ends by itself within two months."""
    ending = (
        RoleHolding.objects.standing_on(day)
        .filter(last_on__lte=day + SOON, area__in=viewer.areas(P.PEOPLE_SEE))
        .values("person")
    )
    return people.filter(pk__in=ending)


def holdings(viewer: Viewer, of: Person) -> Dated:
    """The person's roles, those that stand first, then the newest."""
    shown = person(viewer, of.pk)
    return RoleHolding.objects.filter(person=shown).select_related("given_by")


def holding(viewer: Viewer, key: UUID) -> RoleHolding:
    """One role of a person whom this viewer sees.

    Raises:
        Http404: not there, or not this viewer's.
    """
    found = RoleHolding.objects.filter(person__in=visible_people(viewer))
    return one_or_404(found.select_related("person"), key)


def bodies_served(viewer: Viewer, of: Person, *, day: date) -> frozenset[UUID]:
    """The bodies in which the person sits on the day, those of other areas too."""
    shown = person(viewer, of.pk)
    return frozenset().union(*(one.bodies for one in SOURCES.seats(shown.pk, day)))


def resets_waiting(viewer: Viewer, *, now: datetime) -> QuerySet[FactorReset]:
    """The resets that wait for a second person, of people whom this viewer may reset."""
    people = visible_people(viewer, P.PEOPLE_FACTOR_RESET)
    return (
        FactorReset.objects.filter(
            person__in=people,
            confirmed_at__isnull=True,
            refused_at__isnull=True,
            open_until__gt=now,
        )
        .select_related("person", "asked_by")
        .order_by("asked_at", "id")
    )


def visible_resets(viewer: Viewer) -> QuerySet[FactorReset]:
    """Every reset of people whom this viewer may reset, settled ones too."""
    people = visible_people(viewer, P.PEOPLE_FACTOR_RESET)
    return FactorReset.objects.filter(person__in=people).select_related(
        "person", "asked_by"
    )


def own(viewer: Viewer) -> Person:
    """The viewer's own account."""
    return one_or_404(Person.objects.all(), viewer.who)


def own_holdings(viewer: Viewer, *, day: date) -> Dated:
    """The roles that the viewer holds on the day."""
    return (
        RoleHolding.objects.standing_on(day)
        .filter(person=viewer.who)
        .order_by("role", "area", "id")
    )


def everybody_in_the_example(viewer: Viewer, *, day: date) -> QuerySet[Person]:  # noqa: ARG001 - nobody is a viewer too
    """Every person of the example who can sign in, for its role chooser alone.

    The people are invented, and the chooser shows itself to this machine only.
    """
    standing = RoleHolding.objects.standing_on(day).order_by("role", "area", "id")
    return (
        Person.objects.filter(is_active=True)
        .prefetch_related(Prefetch("holdings", standing, to_attr="standing"))
        .order_by("name", "id")
    )
