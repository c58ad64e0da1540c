"""What the rooms above tell of people: where they sit, and who may be named.

Lower rooms never import higher ones, so `site` fills this in when it starts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True)
class SeatHeld:
    """A seat of a person, in words."""

    role: str
    body: str
    url: str
    first_on: date
    last_on: date | None


class PeopleSeated(Protocol):
    """Who sits, or sat, in any of these bodies."""

    def __call__(self, bodies: frozenset[UUID]) -> Iterable[UUID]: ...


class SeatsHeld(Protocol):
    """The seats that each of these people holds on the day or will hold later."""

    def __call__(
        self, people: Iterable[UUID], day: date
    ) -> dict[UUID, list[SeatHeld]]: ...


class SeatsGivenUp(Protocol):
    """From the day on the person's seats are vacant; a part of another action."""

    def __call__(self, person: UUID, day: date) -> None: ...


class OrganisationsThere(Protocol):
    """Code and name of each organisation that serves one of these areas on the day."""

    def __call__(
        self, areas: frozenset[str], day: date
    ) -> Iterable[tuple[str, str]]: ...


def _nobody(bodies: frozenset[UUID]) -> Iterable[UUID]:  # noqa: ARG001 - a protocol
    return ()


def _no_seats(
    people: Iterable[UUID],  # noqa: ARG001 - a protocol
    day: date,  # noqa: ARG001 - a protocol
) -> dict[UUID, list[SeatHeld]]:
    return {}


def _none_to_give_up(person: UUID, day: date) -> None:
    """Where no room of seats is there."""


def _no_organisations(
    areas: frozenset[str],  # noqa: ARG001 - a protocol
    day: date,  # noqa: ARG001 - a protocol
) -> Iterable[tuple[str, str]]:
    return ()


@dataclass
class Places:
    """Filled once, when the site starts."""

    seated: PeopleSeated = field(default=_nobody)
    seats: SeatsHeld = field(default=_no_seats)
    give_up: SeatsGivenUp = field(default=_none_to_give_up)
    organisations: OrganisationsThere = field(default=_no_organisations)


PLACES = Places()
