"""What is asked of returns, as values that forms make and actions take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kith.domain.rules.return_calendar import Cadence
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.models import Person
    from kith.web.organisations.models import Area, Organisation


@dataclass(frozen=True)
class Owed:
    """What an agency is to send, how often, and from when."""

    area: Area
    organisation: Organisation
    feed: str
    cadence: Cadence
    first_on: date
    days_to_send: int = 15
    measures: Sequence[str] = ()
    steward: Person | None = None


@dataclass(frozen=True)
class Typed:
    """A count typed into the form."""

    measure: str
    numerator: int | None
    denominator: int | None = None


@dataclass(frozen=True)
class Shape:
    """How a file is read: its header's row, its columns, and what its labels mean."""

    header: int
    columns: Mapping[str, int]
    meanings: Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """A figure that was sent before with another value."""

    measure: str
    days: Period
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Slip:
    """A figure that does not follow from its own parts, with the arithmetic."""

    measure: str
    words: str
