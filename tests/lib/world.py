"""Two areas with a body each, and people to look with: the least that access needs.

``here`` and ``there`` are drawn alike, so that a test can ask the same of both: what is
refused there is refused for the right reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kith.web.access.models import Person, RoleHolding
from kith.web.access.roles import ROLES, Role, Scope
from kith.web.access.viewing import viewer_for
from kith.web.bodies.models import Body, BodyKind, Seat
from kith.web.organisations.models import Area, Footprint, Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


TODAY = date(2021, 1, 15)
NOW = datetime(2021, 1, 15, 12, tzinfo=UTC)
REAL_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LONG_AGO = date(2019, 9, 29)


@dataclass
class Side:
    """One area, its council, its body."""

    area: Area
    council: Organisation
    body: Body


@dataclass
class World:
    """What a test stands on. Every name is invented; addresses end in example.org."""

    here: Side
    there: Side
    people: dict[tuple[Role, str], Person] = field(default_factory=dict)

    def person(self, role: Role, side: Side | None = None) -> Person:
        """Somebody with this role in the area or body of this side (here unless said)."""
        at = side or self.here
        known = self.people.get((role, at.area.code))
        if known is None:
            known = self.people[role, at.area.code] = holder(role, at)
        return known

    def viewer(self, role: Role, side: Side | None = None) -> Viewer:
        """The same person as a viewer of today."""
        return viewer_of(self.person(role, side))


def person(name: str) -> Person:
    """A person with no role at all."""
    mailbox = name.lower().replace(" ", ".")
    return Person.objects.create(
        email=f"{mailbox}@example.org", name=name, added_at=NOW
    )


def viewer_of(someone: Person) -> Viewer:
    """A person as a viewer of today."""
    return viewer_for(someone, day=TODAY, real_time_at=REAL_NOW, origin="test")


def holder(role: Role, side: Side, name: str = "") -> Person:
    """A new person who holds the role there: by a seat, or for the area."""
    duty = ROLES[role]
    someone = person(name or f"{role.value.replace('_', ' ')} of {side.area.name}")
    if duty.scope is Scope.BODY:
        seat(side, someone, role)
    else:
        RoleHolding.objects.create(
            person=someone,
            role=role,
            area="" if duty.scope is Scope.SYSTEM else side.area.code,
            first_on=LONG_AGO,
            given_at=NOW,
        )
    return someone


def deputy_of(role: Role, side: Side) -> Person:
    """A new person who deputises for the role there."""
    duty = ROLES[role]
    someone = person(f"deputy {role.value.replace('_', ' ')} of {side.area.name}")
    if duty.scope is Scope.BODY:
        seat(side, someone, role, is_deputy=True)
    else:
        RoleHolding.objects.create(
            person=someone,
            role=role,
            area="" if duty.scope is Scope.SYSTEM else side.area.code,
            is_deputy=True,
            first_on=LONG_AGO,
            given_at=NOW,
        )
    return someone


def seat(
    side: Side,
    someone: Person | None,
    role: Role = Role.MEMBER,
    *,
    is_deputy: bool = False,
) -> Seat:
    """A seat of the side's council in its body."""
    return Seat.objects.create(
        is_deputy=is_deputy,
        body=side.body,
        organisation=side.council,
        role=role,
        person=someone,
        first_on=LONG_AGO,
    )


def make_world() -> World:
    """Two areas, drawn alike."""
    return World(
        here=_side("E06000024", "North Somerset"),
        there=_side("E06000023", "Bristol"),
    )


def _side(code: str, name: str) -> Side:
    slug = name.lower().replace(" ", "-")
    area = Area.objects.create(code=code, name=name)
    council = Organisation.objects.create(
        code=f"{slug}-council", name=f"{name} Council"
    )
    Footprint.objects.create(organisation=council, area=area)
    body = Body.objects.create(
        code=f"{slug}-executive",
        name=f"{name} Executive",
        kind=BodyKind.EXECUTIVE,
        opened_on=LONG_AGO,
    )
    body.areas.add(area)
    return Side(area, council, body)
