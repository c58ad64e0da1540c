"""Who is looking: one frozen value, built once a request."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.markings import Marking
from kith.web.access.permissions import Permission


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.roles import Role


MARKING_READ = {
    Marking.PARTNER: Permission.MARKING_PARTNER_READ,
    Marking.EXECUTIVE: Permission.MARKING_EXECUTIVE_READ,
    Marking.RESTRICTED: Permission.MARKING_RESTRICTED_READ,
}
"""What is needed to read each marking; the public one needs nothing."""


@dataclass(frozen=True)
class CaseKey:
    """One record by its noun and its key: what a block or an emergency is about."""

    noun: str
    key: UUID


@dataclass(frozen=True)
class Grant:
    """What one role, seat, deputyship or emergency gives, and where.

    ``areas`` are ONS codes. ``bodies`` are the bodies in which it holds: one body for
    a seat, every body of the areas for a role that covers them. ``cases`` are single
    records, for emergencies and named cases. ``acting_for`` names whose place is taken.
    """

    role: Role | None
    permissions: frozenset[Permission]
    areas: frozenset[str] = frozenset()
    bodies: frozenset[UUID] = frozenset()
    cases: frozenset[CaseKey] = frozenset()
    because: str = ""
    acting_for: str = ""
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Emergency:
    """A glass that was broken: what is open, and until when."""

    case: CaseKey
    until: datetime


@dataclass(frozen=True)
class Bearer:
    """The token by which a program asks in somebody's name, and how far it reaches.

    ``head`` is the part of the token that may be shown: the trail names it by that.
    """

    key: UUID
    head: str
    organisation: UUID
    feeds: frozenset[str]
    may_read: bool
    may_send: bool


@dataclass(frozen=True)
class Viewer:
    """A person, or nobody in particular, with what they may see and do, and where.

    Every read takes the viewer first. Nobody is a viewer too: the public, who may
    see what has been published and nothing else. ``day`` is the day on which what they
    hold was looked up, for rooms that ask something dated of their own. ``mark`` is what
    stood for all of it then (`kith.web.access.marks`); empty, nothing may be kept of it.
    With a ``bearer`` a program asks in this person's name, and never for more than both
    the person and the token may.
    """

    may_see_published: bool = True
    name: str = ""
    person: UUID | None = None
    grants: tuple[Grant, ...] = ()
    blocked: frozenset[CaseKey] = frozenset()
    emergencies: tuple[Emergency, ...] = ()
    origin: str = field(default="", compare=False)
    day: date | None = None
    mark: str = field(default="", compare=False)
    bearer: Bearer | None = None

    @classmethod
    def public(cls) -> Viewer:
        """Anybody at all, not signed in."""
        return cls()

    @property
    def is_signed_in(self) -> bool:
        """Whether this is a person who has signed in."""
        return self.person is not None

    @property
    def who(self) -> UUID:
        """The person's key, for what is done in their name.

        Raises:
            ValueError: nobody is signed in.
        """
        if self.person is None:
            raise ValueError("nobody is signed in")
        return self.person

    @property
    def actor(self) -> Actor:
        """This viewer as the audit trail names them.

        Raises:
            ValueError: nobody is signed in; nothing is done by nobody.
        """
        acting = sorted({one.acting_for for one in self.grants if one.acting_for})
        return Actor(self.name, self.person, ", ".join(acting), self.origin)

    def may(
        self,
        permission: Permission,
        *,
        area: str | None = None,
        body: UUID | None = None,
        case: CaseKey | None = None,
    ) -> bool:
        """Whether any grant allows it there. Without a place: anywhere at all.

        A record that belongs to a body is asked for by its body; one that belongs to
        an area, by its area. A conflict on the case wins over every grant.
        """
        if case is not None and case in self.blocked:
            return False
        return any(
            permission in one.permissions and _covers(one, area, body, case)
            for one in self.grants
        )

    def bodies(self, permission: Permission) -> frozenset[UUID]:
        """The bodies in which this viewer holds the permission."""
        held = (one.bodies for one in self.grants if permission in one.permissions)
        return frozenset().union(*held)

    def areas(self, permission: Permission) -> frozenset[str]:
        """The areas for which this viewer holds the permission."""
        held = (one.areas for one in self.grants if permission in one.permissions)
        return frozenset().union(*held)

    def cases(self, noun: str, permission: Permission) -> frozenset[UUID]:
        """Single records of a noun opened to this viewer, by name or in emergency."""
        return frozenset(
            case.key
            for one in self.grants
            if permission in one.permissions
            for case in one.cases
            if case.noun == noun
        )

    def blocked_keys(self, noun: str) -> frozenset[UUID]:
        """Records of a noun that a conflict of interest closes to this viewer."""
        return frozenset(case.key for case in self.blocked if case.noun == noun)

    def markings(
        self, *, area: str | None = None, body: UUID | None = None
    ) -> tuple[Marking, ...]:
        """The markings this viewer may read there; always the public one."""
        return (
            Marking.PUBLIC,
            *(
                marking
                for marking, needed in MARKING_READ.items()
                if self.may(needed, area=area, body=body)
            ),
        )


def _covers(
    grant: Grant, area: str | None, body: UUID | None, case: CaseKey | None
) -> bool:
    if case is not None and case in grant.cases:
        return True
    if body is not None:
        return body in grant.bodies
    if area is not None:
        return area in grant.areas
    return True
