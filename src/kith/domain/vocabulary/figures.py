"""A figure: what a measure says about an area, a period and a breakdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from decimal import Decimal

    from kith.domain.vocabulary.periods import Period


class Status(StrEnum):
    """Why a value is there, or why it is not: no two of these may look alike."""

    SHOWN = "shown"
    SUPPRESSED = "suppressed"
    ZERO = "zero"
    NOT_APPLICABLE = "not_applicable"
    NOT_SUPPLIED = "not_supplied"
    LOW_RELIABILITY = "low_reliability"

    @property
    def has_value(self) -> bool:
        """Whether a figure of this status prints its value."""
        return self in {Status.SHOWN, Status.ZERO, Status.LOW_RELIABILITY}


class Unit(StrEnum):
    """What is counted: it stands in the title of every figure."""

    CHILD = "children"
    EPISODE = "episodes"
    EVENT = "events"
    PLAN = "plans"
    REFERRAL = "referrals"
    CONTACT = "contacts"
    ASSESSMENT = "assessments"
    DISCUSSION = "discussions"
    ENQUIRY = "enquiries"
    CONFERENCE = "conferences"
    NOTIFICATION = "notifications"
    INTERVIEW = "interviews"
    ALLEGATION = "allegations"
    PERSON = "people"
    PER_10_000 = "per 10,000"
    PER_100_000 = "per 100,000"
    PER_CENT = "per cent"
    WORKING_DAYS = "working days"
    DAYS = "days"
    POUNDS = "pounds"


class Kind(StrEnum):
    """How a measure relates to time; decides what may be done with it."""

    FLOW = "flow in period"
    EVER = "ever in period"
    SNAPSHOT = "snapshot at the last day"
    RATIO = "ratio"
    RATE = "rate"
    TIMELINESS = "timeliness"
    DURATION = "duration"


class Polarity(StrEnum):
    """Which way is better, where that can be said at all."""

    HIGHER_IS_BETTER = "higher"
    LOWER_IS_BETTER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, order=True)
class Cell:
    """One value of one breakdown: ``Cell("sex", "female")``."""

    dimension: str
    value: str


@dataclass(frozen=True)
class Figure:
    """A measure's value for an area, a period and a breakdown.

    ``breakdown`` is empty for the total, else one or two cells in the order
    asked for. ``value`` is a share in per cent, a rate, a median or the count
    itself; it is None unless the status has a value. ``reason`` says in a
    sentence why a value is missing or doubtful.
    """

    measure: str
    area: str
    period: Period
    breakdown: tuple[Cell, ...]
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    unit: Unit
    status: Status
    source: str = ""
    population_year: int | None = None
    reason: str = field(default="", compare=False)
