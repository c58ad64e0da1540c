"""Whether a register or a vote makes a quorum under the body's own rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.quorum import (
    LOCAL,
    STATUTORY,
    Attender,
    Quorum,
    QuorumRule,
    Sector,
    quorum_of,
)
from kith.web.access.roles import Role


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.web.bodies.models import Body, Seat
    from kith.web.groups.models import Attendance, Meeting


CHAIRS = (Role.GROUP_CHAIR, Role.PARTNERSHIP_CHAIR)


@dataclass(frozen=True)
class RegisterLine:
    """A seat of the body on the meeting's day, and whether it was filled."""

    seat: Seat
    attendance: Attendance | None


def quorum_rule(body: Body) -> QuorumRule:
    """The body's rule as a value."""
    return QuorumRule(
        sectors=frozenset(Sector) if body.quorum_all_sectors else frozenset(),
        number=body.quorum_number or 0,
        needs_chair=body.quorum_chair,
        authority=STATUTORY if body.quorum_all_sectors else LOCAL,
    )


def quorum(of: Meeting, lines: Sequence[RegisterLine]) -> Quorum:
    """Whether those recorded so far make a quorum."""
    there = [
        _attender(one.seat, one.attendance)
        for one in lines
        if one.attendance is not None and one.attendance.is_there
    ]
    return quorum_of(quorum_rule(of.body), there)


def quorum_of_seats(body: Body, seats: Iterable[Seat]) -> Quorum:
    """Whether these seats, who answered in writing, make a quorum."""
    return quorum_of(quorum_rule(body), [_attender(one, None) for one in seats])


def _attender(seat: Seat, attendance: Attendance | None) -> Attender:
    sector = seat.organisation.sector if seat.organisation else ""
    return Attender(
        sector=Sector(sector) if sector else None,
        is_voting=seat.is_voting,
        is_chair=seat.role in CHAIRS,
        is_substitute=attendance is not None and attendance.has_substitute,
    )
