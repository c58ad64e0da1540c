"""The invented world: everything that happened, and what draws it.

One world is one draw. Every subject draws from a stream of its own, named after it,
so that more of one thing leaves the others as they were.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import Period
from kith.evidence.invent.children import Cradle, Likeness
from kith.evidence.invent.seasons import OFFICE_DAYS, Seasons


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.evidence.invent.records import (
        Allegation,
        Assessment,
        CareSpell,
        Case,
        Contact,
        Discussion,
        EarlyHelp,
        Leaver,
        Missing,
        Notification,
        Plan,
        Protection,
        Referral,
        SchoolSpell,
    )
    from kith.evidence.invent.targets import Targets


Family = list["Case"]
"""The cases of siblings, opened on one day."""


@dataclass
class World:
    """All that happened, in the order in which it was drawn."""

    targets: Targets
    cradle: Cradle
    contacts: list[Contact] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    discussions: list[Discussion] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    leavers: list[Leaver] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    early_help: list[EarlyHelp] = field(default_factory=list)
    ehc_plans: list[SchoolSpell] = field(default_factory=list)
    home_education: list[SchoolSpell] = field(default_factory=list)
    notifications: list[Notification] = field(default_factory=list)
    protections: list[Protection] = field(default_factory=list)
    allegations: list[Allegation] = field(default_factory=list)

    @property
    def period(self) -> Period:
        """The period the partnership reports."""
        return self.targets.period

    @property
    def history(self) -> Period:
        """The year before it."""
        return Period(self.targets.history_from, self.period.first - timedelta(days=1))

    @property
    def span(self) -> Period:
        """History and period together."""
        return Period(self.targets.history_from, self.period.last)

    @property
    def cases(self) -> list[Case]:
        """Every case, plans and care included."""
        return [case for family in self.families for case in family]

    @property
    def plans(self) -> list[Plan]:
        """Every child protection plan."""
        return [plan for case in self.cases for plan in case.plans]

    @property
    def care(self) -> list[CareSpell]:
        """Every period of being looked after."""
        return [spell for case in self.cases for spell in case.care]


@dataclass(frozen=True)
class Pen:
    """What one subject draws with: its own stream of chance, and the seasons."""

    world: World
    rng: random.Random

    def seasons(self, months: str, *, weekend: float = OFFICE_DAYS) -> Seasons:
        """Days by the months' weights of that name."""
        weights = self.world.targets.months[months]
        return Seasons(self.rng, self.world.span, weights, weekend=weekend)

    def one_of(self, weights: Mapping[str, float]) -> str:
        """One of the keys, by weight."""
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def happens(self, percent: str) -> bool:
        """Whether something so likely happens; see ``percent`` in the targets."""
        return self.rng.random() * 100 < self.world.targets.percent[percent]

    def later(self, day: date, least: int, most: int) -> date:
        """A day so many days after."""
        return day + timedelta(days=self.rng.randint(least, most))

    def earlier(self, day: date, least: int, most: int) -> date:
        """A day so many days before."""
        return day - timedelta(days=self.rng.randint(least, most))


def empty_world(targets: Targets) -> World:
    """A world in which nothing has happened yet."""
    likeness = Likeness(
        sex=targets.sex,
        ethnicity=targets.ethnicity,
        ages=targets.ages,
        families=targets.families,
        disabled_percent=targets.percent["disabled"],
    )
    return World(targets, Cradle(chance(targets.seed, "children"), likeness))


def pen(world: World, subject: str) -> Pen:
    """The pen of a subject."""
    return Pen(world, chance(world.targets.seed, subject))


def chance(seed: int, subject: str) -> random.Random:
    """A subject's stream: the same seed and name always give the same draws."""
    return random.Random(f"{seed}/{subject}")  # noqa: S311 - invented data, no secret
