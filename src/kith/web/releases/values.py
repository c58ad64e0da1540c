"""What is asked of releases, as values that forms make and actions take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kith.contracts.commands.releases import ReleaseRequest
    from kith.domain.vocabulary.periods import Period
    from kith.web.organisations.models import Area, Organisation


@dataclass(frozen=True)
class Wanted:
    """A candidate edition: of which areas, about which days, and whether its figures
    may still change."""

    areas: Sequence[str]
    period: Period
    is_provisional: bool = False


@dataclass(frozen=True)
class Proposal:
    """A table for the public, and what it is called."""

    title: str
    request: ReleaseRequest
    areas: Sequence[str]


@dataclass(frozen=True)
class Judged:
    """What the ledger said of a release, and the table as it would be printed.

    ``state`` is where the ledger has it: ``approved`` where it is released already,
    from the command line maybe; then ``approver`` is who the ledger names.
    """

    ledger: str
    state: str
    answer: Mapping[str, object]
    asked: Mapping[str, object]
    rule_set: str
    figures: int
    table: Sequence[Mapping[str, object]] = ()
    titles: Mapping[str, object] = field(default_factory=dict)
    approver: str = ""


@dataclass(frozen=True)
class AskedAbout:
    """A question of anybody's about a published figure."""

    measure: str
    area: str
    edition: str
    words: str
    email: str = ""


@dataclass(frozen=True)
class Answered:
    """The question as the public reads it, and its answer."""

    shown_words: str
    answer: str
    is_correction: bool = False


@dataclass(frozen=True)
class Received:
    """A request for information: for which area, who received it, when, what it asks."""

    area: Area
    authority: Organisation
    received_on: date
    words: str
