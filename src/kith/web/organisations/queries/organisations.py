"""Reads of organisations: which there are, where, when, and who is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from django.db.models import Prefetch, Q
from django.http import Http404

from kith.web.access.people.queries import visible_people
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.organisations.models import (
    Area,
    Employment,
    Footprint,
    Organisation,
    Organisations,
    Partnership,
    SafeguardingLead,
    Succession,
)


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


class AreasOfBodies(Protocol):
    """The areas that own any of these bodies."""

    def __call__(self, bodies: frozenset[UUID]) -> frozenset[str]: ...


def _no_areas(bodies: frozenset[UUID]) -> frozenset[str]:  # noqa: ARG001 - a protocol
    return frozenset()


@dataclass
class Places:
    """What the rooms above know of places; filled by `site` when it starts."""

    areas_of_bodies: AreasOfBodies = field(default=_no_areas)


PLACES = Places()


def areas_seen(viewer: Viewer, permission: P) -> frozenset[str]:
    """The areas for which a viewer holds a permission, by a role there or by a seat in
    one of their bodies."""
    return viewer.areas(permission) | PLACES.areas_of_bodies(viewer.bodies(permission))


@dataclass(frozen=True)
class Wanted:
    """Which organisations a list asks for; an empty field asks for all."""

    words: str = ""
    kind: str = ""
    area: str = ""
    ended: bool = False


def all_organisations(viewer: Viewer) -> Organisations:
    """Every organisation that serves, or ever served, an area of this viewer's.

    One that serves no area yet is seen by those who keep the register.
    """
    if not viewer.may(P.ORGANISATION_SEE):
        return Organisation.objects.none()
    here = Footprint.objects.filter(area__in=areas_seen(viewer, P.ORGANISATION_SEE))
    found = Q(pk__in=here.values("organisation"))
    if viewer.may(P.ORGANISATION_EDIT):
        found |= Q(footprints__isnull=True)
    return Organisation.objects.filter(found)


def organisations_shown(viewer: Viewer, wanted: Wanted, *, on: date) -> Organisations:
    """The list: those that stand on the day, narrowed by words, kind and area."""
    found = all_organisations(viewer)
    if not wanted.ended:
        found = found.standing_on(on)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.area:
        found = found.covering([wanted.area], on)
    for word in wanted.words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(names__name__icontains=word)
            | Q(numbers__value__iexact=word)
        )
    now = Footprint.objects.standing_on(on).select_related("area").order_by("area_id")
    return (
        found.distinct()
        .prefetch_related("names", "numbers", Prefetch("footprints", now, "served"))
        .order_by("name", "id")
    )


def organisation(viewer: Viewer, key: UUID) -> Organisation:
    """One organisation with its names and numbers.

    Raises:
        Http404: not there, or not for this viewer.
    """
    found = all_organisations(viewer).select_related("trust")
    return one_or_404(
        found.prefetch_related("names", "numbers", "footprints__area"), key
    )


def covering(viewer: Viewer, area: str, *, on: date) -> Organisations:
    """Who covers an area on a day."""
    return (
        all_organisations(viewer)
        .covering([area], on)
        .prefetch_related("names")
        .order_by("name", "id")
    )


def areas_covered(
    viewer: Viewer,  # noqa: ARG001 - which area an organisation serves is public
    of: Organisation,
    *,
    on: date,
) -> frozenset[str]:
    """The areas that the organisation serves on the day."""
    standing = of.footprints.standing_on(on)
    return frozenset(standing.values_list("area_id", flat=True))


def history(viewer: Viewer, of: Organisation) -> QuerySet[Succession]:
    """What came before the organisation and what after, the oldest first."""
    shown = organisation(viewer, of.pk)
    return (
        Succession.objects.filter(Q(before=shown) | Q(after=shown))
        .select_related("before", "after")
        .order_by("on", "id")
    )


def name_on(viewer: Viewer, key: UUID, *, on: date) -> str:
    """What the organisation was called on the day."""
    return organisation(viewer, key).name_on(on)


def leads(viewer: Viewer, of: Organisation, *, on: date) -> QuerySet[SafeguardingLead]:
    """Whom to ask there about safeguarding; for those who may see people."""
    if not viewer.may(P.PEOPLE_SEE):
        return SafeguardingLead.objects.none()
    standing = Q(last_on__isnull=True) | Q(last_on__gte=on)
    return of.leads.filter(standing).order_by("first_on", "name", "id")


def people_who_work(
    viewer: Viewer, of: Organisation, *, on: date
) -> QuerySet[Employment]:
    """Who with a sign-in works there on the day; for those who may see people."""
    if not viewer.may(P.PEOPLE_SEE):
        return Employment.objects.none()
    return (
        Employment.objects.standing_on(on)
        .filter(organisation=of, person__is_active=True)
        .select_related("person")
        .order_by("person__name", "id")
    )


def visible_employments(viewer: Viewer) -> QuerySet[Employment]:
    """Who works for any organisation of this viewer's; for those who may see people."""
    if not viewer.may(P.PEOPLE_SEE):
        return Employment.objects.none()
    shown = all_organisations(viewer)
    return Employment.objects.filter(
        organisation__in=shown.values("pk")
    ).select_related("person", "organisation")


def employment(viewer: Viewer, key: UUID) -> Employment:
    """One person's work for one organisation.

    Raises:
        Http404: not there, or not for this viewer.
    """
    return one_or_404(visible_employments(viewer), key)


def possible_workers(viewer: Viewer, of: Organisation, *, on: date) -> QuerySet[Person]:
    """Whom this viewer knows and who does not work there on the day."""
    there = Employment.objects.standing_on(on).filter(organisation=of)
    return (
        visible_people(viewer)
        .filter(is_active=True)
        .exclude(pk__in=there.values("person"))
        .order_by("name", "id")
    )


def employers(viewer: Viewer, *, on: date) -> frozenset[UUID]:
    """The organisations that this viewer works for on the day."""
    mine = Employment.objects.standing_on(on).filter(person=viewer.person)
    return frozenset(mine.values_list("organisation_id", flat=True))


def areas(viewer: Viewer, codes: Iterable[str] | None = None) -> QuerySet[Area]:
    """The areas by name: all, or those of these codes; for those signed in."""
    if not viewer.is_signed_in:
        return Area.objects.none()
    found = Area.objects.all() if codes is None else Area.objects.filter(pk__in=codes)
    return found.order_by("name", "code")


def own_areas(viewer: Viewer) -> QuerySet[Area]:
    """The areas whose organisations this viewer sees."""
    seen = areas_seen(viewer, P.ORGANISATION_SEE)
    return Area.objects.filter(pk__in=seen).order_by("name", "code")


def own_area(viewer: Viewer, code: str) -> Area:
    """One of them.

    Raises:
        Http404: not there, or not this viewer's.
    """
    found = own_areas(viewer).filter(pk=code).first()
    if found is None:
        raise Http404("nothing here for this viewer")
    return found


def partnerships(viewer: Viewer) -> QuerySet[Partnership]:
    """Every partnership with its areas; which there are is public knowledge."""
    if not viewer.may(P.ORGANISATION_SEE):
        return Partnership.objects.none()
    return (
        Partnership.objects.select_related("above")
        .prefetch_related("areas")
        .order_by("name", "id")
    )
