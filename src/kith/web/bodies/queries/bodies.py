"""Reads of bodies: which there are on a day, and one with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Body
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import BodyStep
    from kith.web.bodies.models.bodies import Bodies


def visible_bodies(viewer: Viewer) -> Bodies:
    """Every body that this viewer may see, with what a list shows of each."""
    return (
        Body.objects.visible_to(viewer)
        .select_related("parent")
        .prefetch_related("areas")
    )


def body(viewer: Viewer, key: UUID) -> Body:
    """One body.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_bodies(viewer), key)


def story(viewer: Viewer, of: Body) -> QuerySet[BodyStep]:
    """The body's steps, oldest first."""
    steps = body(viewer, of.pk).steps
    return steps.select_related("taken_by").order_by("taken_at", "id")


def bodies_to_open_under(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies under which this viewer may open another."""
    mine = viewer.bodies(P.BODY_EDIT)
    return Body.objects.filter(pk__in=mine, closed_on__isnull=True).order_by(
        "name", "id"
    )


def areas_to_open_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas; a body belongs to at least one of this viewer's own."""
    if not viewer.areas(P.BODY_EDIT):
        return Area.objects.none()
    return Area.objects.order_by("name", "code")


def organisations_of(viewer: Viewer, of: Body, *, on: date) -> QuerySet[Organisation]:
    """The organisations that serve an area of the body: who can have a seat."""
    codes = body(viewer, of.pk).areas.values_list("code", flat=True)
    return Organisation.objects.covering(codes, on).order_by("name", "id")
