"""What somebody asks of groups, as values: forms make them, actions take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.circulated_votes import VotingRule
from kith.domain.vocabulary.markings import Marking
from kith.web.groups.models import InterestNature, Presence, Purpose


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Sitting:
    """When and where a meeting is."""

    starts: datetime
    ends: datetime
    place: str = ""
    link: str = ""
    is_hybrid: bool = False


@dataclass(frozen=True)
class Entry:
    """What an agenda says of an item."""

    title: str
    purpose: str = Purpose.DISCUSS
    marking: str = Marking.PARTNER
    cover: str = ""
    sponsor: Person | None = None
    sponsor_organisation: Organisation | None = None
    minutes_allowed: int = 10
    paper_from: Person | None = None


@dataclass(frozen=True)
class Came:
    """How one seat was filled; with a substitute, how the substitute came."""

    seat: UUID
    presence: str
    substitute: Person | None = None
    substitute_name: str = ""


@dataclass(frozen=True)
class Visitor:
    """Somebody who was there without a seat."""

    name: str
    comes_from: str = ""
    presence: str = Presence.ROOM


@dataclass(frozen=True)
class Declared:
    """An interest as somebody declares it; without an item, in the whole meeting."""

    person: Person
    nature: str = InterestNature.OTHER
    words: str = ""
    item: UUID | None = None


@dataclass(frozen=True)
class Note:
    """What is written of an item, over the version that the writer had open."""

    words: str
    over_version: int
    is_unfinished: bool = False


@dataclass(frozen=True)
class PutRight:
    """What a later meeting puts right in agreed minutes."""

    noted_in: UUID
    words: str
    item: UUID | None = None


@dataclass(frozen=True)
class Against:
    """Somebody who was against it, and what they wished to have written down."""

    who: str
    words: str = ""


@dataclass(frozen=True)
class Decided:
    """A decision as it is written down.

    ``wording_for_all`` makes it publishable; publishing is a step of its own.
    """

    wording: str
    decided_on: date
    options: str = ""
    reasons: str = ""
    decided_by: str = ""
    marking: str = Marking.PARTNER
    review_on: date | None = None
    dissent: Sequence[Against] = ()
    wording_for_all: str = ""


@dataclass(frozen=True)
class Proposal:
    """What is put to a vote, and how long voters have."""

    wording: str
    closes_on: date
    background: str = ""
    options: str = ""
    marking: str = Marking.PARTNER
    rule: str = VotingRule.MAJORITY
