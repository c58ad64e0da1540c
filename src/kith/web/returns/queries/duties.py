"""What is owed, and what it can be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Organisation
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError
from kith.web.returns.models import Duty


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


def visible_duties(viewer: Viewer) -> QuerySet[Duty]:
    """What is owed by the agencies the viewer speaks for, or in the areas overseen."""
    held = viewer.areas(P.RETURN_SEE)
    mine = spoken_for(viewer) if held else frozenset()
    return (
        Duty.objects.filter(
            Q(organisation__in=mine, area__in=held)
            | Q(area__in=viewer.areas(P.RETURN_OVERSEE))
        )
        .select_related("area", "organisation", "steward")
        .order_by("area__name", "organisation__name", "feed", "first_on", "id")
    )


def duty(viewer: Viewer, key: UUID) -> Duty:
    """One duty.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_duties(viewer), key)


def areas_to_plan_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas for which this viewer plans what is owed."""
    return Area.objects.filter(code__in=viewer.areas(P.RETURN_PLAN)).order_by(
        "name", "code"
    )


def areas_seen(viewer: Viewer) -> list[Area]:
    """The areas whose returns this viewer sees, all of them or their own agency's."""
    seen = Area.objects.filter(code__in=viewer.areas(P.RETURN_SEE))
    return list(seen.order_by("name", "code"))


def organisations_that_owe(viewer: Viewer, on: date) -> QuerySet[Organisation]:
    """The organisations that serve those areas on the day."""
    return Organisation.objects.covering(viewer.areas(P.RETURN_PLAN), on).order_by(
        "name", "id"
    )


def stewards_of(viewer: Viewer, on: date) -> QuerySet[Person]:
    """Who may be named as the steward: whoever works for an organisation that serves."""
    return (
        Person.objects.filter(
            Q(employments__last_on__isnull=True) | Q(employments__last_on__gte=on),
            employments__organisation__in=organisations_that_owe(viewer, on),
            is_active=True,
        )
        .distinct()
        .order_by("name", "id")
    )


def measures_to_owe(viewer: Viewer) -> tuple[PublishedMeasure, ...]:
    """The measures whose counts an agency may send; none before a first edition."""
    try:
        return published.catalogue(viewer)
    except NothingPublishedError:
        return ()
