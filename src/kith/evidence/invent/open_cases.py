"""Cases already open when the period starts, and cases done with before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import subtract_working_days
from kith.evidence.invent.care import enter_care, look_after
from kith.evidence.invent.case_work import CaseWork
from kith.evidence.invent.new_cases import WITHIN_A_YEAR
from kith.evidence.invent.records import Case
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.world import Family, World


LONG_AGO = date(2016, 1, 4)
"""No referral older than this is drawn, whatever is still open."""


class OpenCases:
    """Draws the families whose case is open on the period's first day."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "open cases")
        self.work = CaseWork(self.pen)
        self.seasons = self.pen.seasons("referrals")
        self.first, self.last = world.period.first, world.period.last

    def draw(self) -> None:
        """Children on plans, children in need only, children looked after."""
        self._on_plans()
        self._in_need()
        self._looked_after()

    def _on_plans(self) -> None:
        given = self.world.targets.given
        old = given.plans_open_since_before_history
        both = given.both_at_start
        history = self.world.history
        for size in self.world.cradle.families(old):
            self._planned(size, date(2018, 2, 5), history.first - timedelta(days=1))
        rest = given.plans_open_at_start - old - both
        for size in self.world.cradle.families(rest):
            self._planned(size, history.first + timedelta(days=40), history.last)
        for size in self.world.cradle.families(both):
            self._planned_then_looked_after(size)

    def _planned(self, size: int, earliest: date, latest: date) -> Family:
        on = self.seasons.day(earliest, latest)
        family = self._conferenced(size, on, "protected")
        for case in family:
            case.plans = [
                replace(plan, end_on=self._end_within_reach(plan.end_on or on))
                for plan in case.plans
            ]
        ended = max(p.end_on or on for case in family for p in case.plans)
        self.work.close(family, self.pen.later(ended, 30, 150))
        return family

    def _conferenced(self, size: int, on: date, ages: str) -> Family:
        children = self.world.cradle.family(size, on, ages, until=self.last)
        discussed = self.work.discuss_before(on, not_before=LONG_AGO)
        opened = subtract_working_days(discussed, self.pen.rng.randint(1, 15))
        family = self.work.open(children, opened)
        self.work.assess(family, support=True)
        self.work.conference(family, on, discussed_on=discussed, plan=True)
        return family

    def _end_within_reach(self, end_on: date) -> date:
        """The plan's end, moved into the period where it lay before it."""
        if end_on > self.first:
            return end_on
        return self.pen.later(self.first, 4, 200)

    def _planned_then_looked_after(self, size: int) -> None:
        latest = self.first - timedelta(days=20)
        on = self.seasons.day(latest - timedelta(days=160), latest)
        family = self._conferenced(size, on, "looked_after")
        ends = self.pen.later(self.first, 4, 60)
        entered = self.pen.later(on, 2, 12)
        for case in family:
            case.plans = [replace(plan, end_on=ends) for plan in case.plans]
            look_after(self.pen, case, entered, until=None)

    def _in_need(self) -> None:
        given = self.world.targets.given
        cradle = self.world.cradle
        for size in cradle.families(given.reopened_open_at_start):
            self._reopened(size)
        for size in cradle.families(given.plans_from_open_cases):
            self._need_then_plan(size)
        for size in cradle.families(given.care_from_open_cases):
            self._need_then_care(size)
        rest = given.need_only_at_start - (
            given.reopened_open_at_start
            + given.plans_from_open_cases
            + given.care_from_open_cases
        )
        for size in cradle.families(rest):
            self._need(size, "referred")

    def _need(self, size: int, ages: str) -> Family:
        on = self.seasons.day(self.world.history.first, self.first - timedelta(days=1))
        children = self.world.cradle.family(size, on, ages, until=self.last)
        family = self.work.open(children, on)
        assessed, _ = self.work.assess(family, support=True)
        floor = max(assessed, self.first)
        self.work.close(family, self.pen.later(floor, 5, 300))
        return family

    def _reopened(self, size: int) -> None:
        first = self.seasons.day(
            self.first - timedelta(days=245), self.first - timedelta(days=35)
        )
        children = self.world.cradle.family(size, first, "referred", until=self.last)
        family = self.work.open(children, first)
        assessed, _ = self.work.assess(family, most=45)
        latest = first + timedelta(days=WITHIN_A_YEAR - 30)
        floor = max(assessed, self.first + timedelta(days=4))
        closed = self.pen.later(floor, 0, max((latest - floor).days, 0) // 2)
        self.work.close(family, closed)
        again = self.seasons.day(
            closed + timedelta(days=14), first + timedelta(days=WITHIN_A_YEAR)
        )
        family = self.work.open(children, again)
        assessed, _ = self.work.assess(family, support=True)
        self.work.close(family, self.pen.later(assessed, 60, 300))

    def _need_then_plan(self, size: int) -> None:
        on = self.seasons.day(
            self.first + timedelta(days=4), self.first + timedelta(days=200)
        )
        latest = self.first - timedelta(days=1)
        opened = self.seasons.day(latest - timedelta(days=80), latest)
        children = self.world.cradle.family(size, on, "protected", until=self.last)
        family = self.work.open(children, opened)
        self.work.assess(family, support=True)
        discussed = self.work.discuss_before(on, not_before=opened)
        self.work.conference(family, on, discussed_on=discussed, plan=True)
        ended = max(p.end_on or on for case in family for p in case.plans)
        self.work.close(family, self.pen.later(ended, 30, 150))

    def _need_then_care(self, size: int) -> None:
        family = self._need(size, "looked_after")
        on = self.seasons.day(self.first, self.last - timedelta(days=20))
        enter_care(self.pen, family, on)

    def _looked_after(self) -> None:
        given = self.world.targets.given
        count = given.looked_after_at_start - given.both_at_start
        for size in self.world.cradle.families(count):
            children = self.world.cradle.family(size, self.first, "looked_after")
            self._long_looked_after(children)

    def _long_looked_after(self, children: list[Child]) -> None:
        youngest = max(child.born_on for child in children)
        rng = self.pen.rng
        days = rng.triangular(10, 2900, 300)
        entered = self.first - timedelta(days=round(days))
        entered = min(max(entered, youngest), self.first - timedelta(days=1))
        opened = max(entered - timedelta(days=rng.randint(0, 400)), LONG_AGO)
        opened = min(self.seasons.day(opened, entered), entered)
        family = self._cases(children, opened)
        leaves = None
        if rng.random() < 0.24:
            leaves = self.pen.later(self.first, 5, 420)
        for case in family:
            look_after(self.pen, case, entered, until=leaves)

    def _cases(self, children: list[Child], opened: date) -> Family:
        """Cases as they stand; only those within memory have a referral to tell."""
        if opened >= self.world.history.first:
            family = self.work.open(children, opened)
            self.work.assess(family, support=True)
            return family
        family = [Case(child, opened, "N1", "6") for child in children]
        self.world.families.append(family)
        return family


class DoneBefore:
    """Draws the referrals, cases and plans of the year before that were over by then."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "history")
        self.work = CaseWork(self.pen)
        self.history = world.history
        self.seasons = self.pen.seasons("referrals")

    def draw(self) -> None:
        """Referrals without action or soon closed; plans that ended in time."""
        given = self.world.targets.given
        drawn = [referral.on for referral in self.world.referrals]
        before = sum(day in self.history for day in drawn)
        total = before + given.history_only_referrals
        self.seasons = self.seasons.less(drawn, of=total, within=self.history)
        for size in self.world.cradle.families(given.history_only_referrals):
            self._referred(size)
        for size in self.world.cradle.families(given.history_only_plans):
            self._planned(size)

    def _referred(self, size: int) -> None:
        last = self.history.last
        on = self.seasons.day(self.history.first, last - timedelta(days=5))
        children = self.world.cradle.family(size, on, "referred", until=last)
        time_to_work = (last - on).days > 90
        if not time_to_work or self.pen.rng.random() < 0.36:
            self.work.refer(children, on, no_further_action=True)
            return
        family = self.work.open(children, on)
        assessed, _ = self.work.assess(family, most=50)
        most = (last - assessed).days - 4
        self.work.close(family, self.pen.later(assessed, 0, max(min(most, 150), 0)))

    def _planned(self, size: int) -> None:
        on = self.seasons.day(
            self.history.first + timedelta(days=45),
            self.history.last - timedelta(days=170),
        )
        children = self.world.cradle.family(size, on, "protected", until=on)
        discussed = self.work.discuss_before(on, not_before=LONG_AGO)
        family = self.work.open(children, subtract_working_days(discussed, 6))
        self.work.assess(family, most=45, support=True)
        self.work.conference(family, on, discussed_on=discussed, plan=True)
        ended = self.pen.later(on, 84, 130)
        for case in family:
            case.plans = [replace(plan, end_on=ended) for plan in case.plans]
        self.work.close(family, self.pen.later(ended, 0, 30))
