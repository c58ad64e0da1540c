"""What happens in the invented partnership, one value an event or a spell.

These are the world's truth. A return tells the part of it that its agency knew on
the day of its extract.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.evidence.invent.children import Child


@dataclass(frozen=True)
class Contact:
    """A contact to the front door."""

    child: Child
    on: date
    source: str


@dataclass(frozen=True)
class Referral:
    """A request for services for a child who is not open."""

    child: Child
    on: date
    source: str
    no_further_action: bool


@dataclass(frozen=True)
class Assessment:
    """From its actual start to its authorisation."""

    child: Child
    start_on: date
    authorised_on: date
    support_required: bool


@dataclass(frozen=True)
class Discussion:
    """A strategy discussion about one child, and what came of it."""

    child: Child
    on: date
    led_to_enquiry: bool = True
    conference_on: date | None = None
    led_to_plan: bool = False


@dataclass(frozen=True)
class Plan:
    """A child protection plan; it starts on the day of its conference."""

    child: Child
    start_on: date
    end_on: date | None
    category: str
    latest_category: str
    previous: int


@dataclass(frozen=True)
class CareSpell:
    """A period of being looked after."""

    child: Child
    start_on: date
    end_on: date | None
    need: str
    ceased_reason: str
    legal_status: str
    placement: str
    provider: str
    alone: bool = False


@dataclass
class Case:
    """A child's case open to social care, from its referral to its closure."""

    child: Child
    opened_on: date
    need: str
    source: str
    closed_on: date | None = None
    plans: list[Plan] = field(default_factory=list)
    care: list[CareSpell] = field(default_factory=list)

    def is_open(self, day: date) -> bool:
        """Open on the day, as the seams count a spell."""
        return self.opened_on <= day and (
            self.closed_on is None or self.closed_on > day
        )


@dataclass(frozen=True)
class Leaver:
    """A care leaver, and the days between which the council served them."""

    child: Child
    served_from: date
    served_to: date
    eligibility: str
    in_touch: bool
    suitable_home: bool


@dataclass(frozen=True)
class Missing:
    """A missing episode and its return interview."""

    child: Child
    reported_at: datetime
    returned_at: datetime
    setting: str
    risk: str
    offered_on: date | None
    accepted: bool
    interviewed_at: datetime | None


@dataclass(frozen=True)
class EarlyHelp:
    """An early help episode."""

    child: Child
    start_on: date
    end_on: date | None
    lead: str
    closure_reason: str


@dataclass(frozen=True)
class SchoolSpell:
    """An education, health and care plan, or a time of home education."""

    child: Child
    start_on: date
    end_on: date | None
    requested_on: date | None = None
    has_exception: bool = False


@dataclass(frozen=True)
class Notification:
    """A domestic abuse notification about one child."""

    number: str
    incident: str
    child: Child
    on: date
    risk: str


@dataclass(frozen=True)
class Protection:
    """A use of police protection."""

    child: Child
    started_at: datetime
    ended_at: datetime


@dataclass(frozen=True)
class Allegation:
    """A contact with the designated officer: coded fields only."""

    number: str
    on: date
    kind: str
    sector: str
    category: str
    outcome: str
