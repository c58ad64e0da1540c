"""What happens in cases once they are open: care, second plans, discussions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import add_working_days
from kith.evidence.invent.care import look_after
from kith.evidence.invent.case_work import CaseWork
from kith.evidence.invent.records import Discussion
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.invent.records import Case
    from kith.evidence.invent.world import Family, World


class LaterSteps:
    """Draws what follows in cases that are open."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "later steps")
        self.work = CaseWork(self.pen)
        self.seasons = self.pen.seasons("referrals")
        self.first, self.last = world.period.first, world.period.last

    def draw(self) -> None:
        """Care after plans, care again, second plans, then all other discussions."""
        given = self.world.targets.given
        for family in self._take(given.second_plans, self._on_plan_at_start):
            self._second_plan(family)
        for family in self._take(given.care_from_open_plans, self._on_plan_at_start):
            self._care_from_plan(family)
        for family in self._take(given.care_from_new_plans, self._on_new_plan):
            self._care_from_plan(family)
        for family in self._take(given.care_again, self._entered_care):
            self._care_again(family)
        for family in self._take(given.conferences_pending, self._newly_open):
            self._conference_pending(family)
        self._discussions()

    def _take(self, children: int, fits: Callable[[Case], bool]) -> Iterator[Family]:
        """Families, or parts of them, that together have so many fitting children."""
        families = [[c for c in family if fits(c)] for family in self.world.families]
        families = [family for family in families if family]
        self.pen.rng.shuffle(families)
        left = children
        for family in families:
            part = family[:left]
            left -= len(part)
            if part:
                yield part
        if left:
            raise TooFewCases(f"{left} more cases are needed for a step that is drawn")

    def _on_plan_at_start(self, case: Case) -> bool:
        return (
            len(case.plans) == 1
            and not case.care
            and case.plans[0].start_on < self.first - timedelta(days=20)
            and (case.plans[0].end_on or self.last) > self.first
        )

    def _on_new_plan(self, case: Case) -> bool:
        return (
            len(case.plans) == 1
            and not case.care
            and self.first < case.plans[0].start_on < self.last - timedelta(days=50)
            and case.child.born_on < case.plans[0].start_on
        )

    def _entered_care(self, case: Case) -> bool:
        return (
            len(case.care) == 1
            and not case.plans
            and not case.care[0].alone
            and self.first < case.care[0].start_on < self.last - timedelta(days=160)
        )

    def _newly_open(self, case: Case) -> bool:
        earliest = self.last - timedelta(days=45)
        return (
            earliest < case.opened_on < self.last - timedelta(days=8)
            and not case.plans
            and not case.care
        )

    def _second_plan(self, family: Family) -> None:
        ended = self.pen.later(self.first, 5, 110)
        on = self.seasons.day(
            self.first + timedelta(days=270), self.last - timedelta(days=5)
        )
        for case in family:
            case.plans = [replace(plan, end_on=ended) for plan in case.plans]
        discussed = self.work.discuss_before(on, not_before=ended)
        self.work.conference(family, on, discussed_on=discussed, plan=True)
        ends = max(plan.end_on or on for case in family for plan in case.plans)
        self.work.close(family, self.pen.later(ends, 30, 150))

    def _care_from_plan(self, family: Family) -> None:
        started = family[0].plans[0].start_on
        earliest = max(self.first + timedelta(days=5), started + timedelta(days=15))
        entered = self.seasons.day(
            earliest, min(earliest + timedelta(days=150), self.last)
        )
        for case in family:
            on = max(entered, case.child.born_on)
            ends = self.pen.later(on, 0, 10)
            case.plans = [replace(plan, end_on=ends) for plan in case.plans]
            look_after(self.pen, case, on, until=self._maybe_leaves(on))

    def _maybe_leaves(self, on: date) -> date | None:
        return self.pen.later(on, 25, 300) if self.pen.rng.random() < 0.3 else None

    def _care_again(self, family: Family) -> None:
        for case in family:
            spell = case.care[0]
            left = self.pen.later(spell.start_on, 30, 80)
            case.care = [replace(spell, end_on=left, ceased_reason="E4A")]
            look_after(self.pen, case, self.pen.later(left, 20, 70), until=None)

    def _conference_pending(self, family: Family) -> None:
        on = min(
            self.pen.later(family[0].opened_on, 2, 12), self.last - timedelta(days=1)
        )
        due = add_working_days(self.last, self.pen.rng.randint(2, 8))
        self.world.discussions += [
            Discussion(case.child, on, conference_on=due, led_to_plan=True)
            for case in family
        ]

    def _discussions(self) -> None:
        """Every other discussion, until the totals are met."""
        totals, given = self.world.targets.totals, self.world.targets.given
        period, history = self.world.period, self.world.history
        held = sum(d.on in period for d in self.world.discussions)
        told = {(d.child.number, d.on) for d in self.world.discussions}
        self._discuss(totals.strategy_discussions - held, period, told)
        self._discuss(given.history_only_discussions, history, told)

    def _discuss(
        self, wanted: int, within: Period, told: set[tuple[int, date]]
    ) -> None:
        while wanted > 0:
            family = self.pen.rng.choice(self.world.families)
            on = self._day_of_discussion(family, within)
            followed = self.pen.happens("enquiry_follows")
            for case in family[:wanted]:
                if (case.child.number, on) in told or not _may_discuss(
                    case, on, within
                ):
                    continue
                told.add((case.child.number, on))
                self.world.discussions.append(
                    Discussion(case.child, on, led_to_enquiry=followed)
                )
                wanted -= 1

    def _day_of_discussion(self, family: Family, within: Period) -> date:
        opened = family[0].opened_on
        if opened in within and self.pen.rng.random() < 0.6:
            return add_working_days(opened, self.pen.rng.randint(1, 12))
        earliest = max(opened, within.first)
        latest = min(family[0].closed_on or within.last, within.last)
        return self.seasons.day(earliest, latest)


class TooFewCases(ValueError):  # noqa: N818 (says what has happened)
    """The targets ask for more of a step than there are cases for it."""


def _may_discuss(case: Case, on: date, within: Period) -> bool:
    return on in within and case.is_open(on)
