"""Reads of the structure as on a day: who reports to whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.bodies.models import Body, BodyKind, Seat
from kith.web.bodies.queries.bodies import visible_bodies


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models.bodies import Bodies


CHAIRS = (Role.GROUP_CHAIR.value, Role.PARTNERSHIP_CHAIR.value)
ORDER = tuple(BodyKind.values)


@dataclass(frozen=True)
class Node:
    """A body in the structure: no person, only which organisation chairs it."""

    key: UUID
    name: str
    kind: str
    purpose: str
    areas: tuple[str, ...]
    chaired_by: str
    members: tuple[Node, ...] = ()


def structure(viewer: Viewer, *, on: date) -> tuple[Node, ...]:
    """The bodies that this viewer may see, as they stood on the day."""
    return _tree(visible_bodies(viewer).standing_on(on), on)


def public_structure(viewer: Viewer, *, on: date) -> tuple[Node, ...]:
    """Every body as it stood on the day, for anybody: bodies and the organisations of
    their chairs; no person is named."""
    if not viewer.may_see_published:
        return ()
    return _tree(Body.objects.standing_on(on).prefetch_related("areas"), on)


def _tree(found: Bodies, on: date) -> tuple[Node, ...]:
    bodies = sorted(found, key=lambda one: (ORDER.index(one.kind), one.name))
    chairs = _chairs([one.pk for one in bodies], on)
    under: dict[UUID | None, list[Body]] = defaultdict(list)
    known = {one.pk for one in bodies}
    for one in bodies:
        under[one.parent_id if one.parent_id in known else None].append(one)

    def node(one: Body) -> Node:
        return Node(
            key=one.pk,
            name=one.name,
            kind=one.get_kind_display(),
            purpose=one.purpose,
            areas=tuple(sorted(area.name for area in one.areas.all())),
            chaired_by=chairs.get(one.pk, ""),
            members=tuple(node(child) for child in under[one.pk]),
        )

    return tuple(node(one) for one in under[None])


def _chairs(bodies: Iterable[UUID], on: date) -> dict[UUID, str]:
    held = (
        Seat.objects.standing_on(on)
        .filter(body__in=list(bodies), role__in=CHAIRS, is_deputy=False)
        .filter(organisation__isnull=False, person__isnull=False)
        .select_related("organisation")
        .prefetch_related("organisation__names")
        .order_by("-first_on", "id")
    )
    chairs: dict[UUID, str] = {}
    for seat in held:
        if seat.organisation is not None:
            chairs.setdefault(seat.body_id, seat.organisation.name_on(on))
    return chairs
