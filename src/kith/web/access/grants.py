"""Where a viewer's grants come from: roles here, seats from the nouns above.

Lower rooms never import higher ones, so what gives grants is registered by `site`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kith.web.access.roles import NOT_BY_DEPUTY, ROLES, Role
from kith.web.access.viewer import Grant


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from kith.web.access.models import RoleHolding


class SeatGrants(Protocol):
    """What the person's seats give them on a day."""

    def __call__(self, person: UUID, day: date) -> Iterable[Grant]: ...


class BodiesOfAreas(Protocol):
    """The bodies that belong to each of these areas, closed ones included."""

    def __call__(self, areas: frozenset[str]) -> Mapping[str, frozenset[UUID]]: ...


def _no_seats(person: UUID, day: date) -> Iterable[Grant]:  # noqa: ARG001 - a protocol
    return ()


def _no_bodies(areas: frozenset[str]) -> Mapping[str, frozenset[UUID]]:  # noqa: ARG001 - a protocol
    return {}


@dataclass
class GrantSources:
    """Filled once, when the site starts."""

    seats: SeatGrants = field(default=_no_seats)
    bodies: BodiesOfAreas = field(default=_no_bodies)


SOURCES = GrantSources()


def role_grant(
    role: Role,
    *,
    areas: frozenset[str] = frozenset(),
    bodies: frozenset[UUID] = frozenset(),
    is_deputy: bool = False,
    because: str = "",
) -> Grant:
    """What a role allows in these places; a deputy cannot take on what is personal."""
    duty = ROLES[role]
    allowed = duty.permissions - NOT_BY_DEPUTY if is_deputy else duty.permissions
    return Grant(role, allowed, areas, bodies, because=because or duty.name)


def grants_of_holdings(holdings: Iterable[RoleHolding]) -> tuple[Grant, ...]:
    """What each role for an area gives: the area itself, and every body of it."""
    held = tuple(holdings)
    areas = frozenset(one.area for one in held if one.area)
    bodies = SOURCES.bodies(areas) if areas else {}
    return tuple(
        role_grant(
            Role(one.role),
            areas=frozenset({one.area} - {""}),
            bodies=bodies.get(one.area, frozenset()),
            is_deputy=one.is_deputy,
            because=str(one),
        )
        for one in held
    )
