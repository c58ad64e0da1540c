"""Cases opened in the period, each along one of the paths that a child may take.

A path decides all its referrals, so that it is known of each whether the child had
been referred in the twelve months before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import subtract_working_days
from kith.evidence.invent.care import enter_care
from kith.evidence.invent.case_work import CaseWork
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kith.evidence.invent.children import Child, Cradle
    from kith.evidence.invent.seasons import Seasons
    from kith.evidence.invent.world import Family, World


WITHIN_A_YEAR = 355
"""Days after which a second referral still falls within twelve months."""


@dataclass(frozen=True)
class Siblings:
    """Children yet to be drawn: their ages are those on the day something happens."""

    cradle: Cradle
    size: int
    ages: str
    minors_until: date

    def on(self, day: date) -> list[Child]:
        """The children, as old as they should be on the day."""
        return self.cradle.family(self.size, day, self.ages, until=self.minors_until)


class NewCases:
    """Draws the families whose case is opened in the period."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "new cases")
        self.work = CaseWork(self.pen)
        self.seasons = self.pen.seasons("referrals")
        self.first, self.last = world.period.first, world.period.last

    def draw(self) -> None:
        """All paths; the plain ones last, so that the months come out as they should."""
        given, paths = self.world.targets.given, self.world.targets.paths
        self._each(paths.plans_from_new_cases, "protected", self._plan)
        self._each(paths.conferences_without_plan, "protected", self._no_plan)
        self._each(given.unaccompanied, "unaccompanied", self._alone, together=False)
        into_care = paths.care_from_new_cases - given.unaccompanied
        self._each(into_care, "looked_after", self._into_care)
        self._each(given.reopened_new, "referred", self._reopened)
        self._each(given.nothing_then_opened, "referred", self._nothing_then_opened)
        self._each(given.history_then_opened, "referred", self._history_then_opened)
        self._each(given.opened_then_nothing, "referred", self._opened_then_nothing)
        self._each(given.referred_long_before, "referred", self._long_before)
        self._each(paths.nothing_twice, "referred", self._nothing_twice)
        self.seasons = self._seasons_for_the_rest()
        self._each(paths.plain_new_cases, "referred", self._plain)
        self._each(paths.nothing_once, "referred", self._nothing_once)

    def _each(
        self,
        children: int,
        ages: str,
        path: Callable[[Siblings], None],
        *,
        together: bool = True,
    ) -> None:
        cradle = self.world.cradle
        sizes = cradle.families(children) if together else [1] * children
        for size in sizes:
            path(Siblings(cradle, size, ages, self.last))

    def _seasons_for_the_rest(self) -> Seasons:
        drawn = [referral.on for referral in self.world.referrals]
        total = self.world.targets.totals.referrals
        return self.seasons.less(drawn, of=total, within=self.world.period)

    def _plan(self, siblings: Siblings) -> None:
        self._conferenced(siblings, plan=True)

    def _no_plan(self, siblings: Siblings) -> None:
        self._conferenced(siblings, plan=False)

    def _conferenced(self, siblings: Siblings, *, plan: bool) -> None:
        earliest = self.first + timedelta(days=50)
        on = self.seasons.day(earliest, self.last)
        discussed = self.work.discuss_before(on, not_before=self.first)
        gap = self.pen.rng.choice([0, 0, 1, 2, 4, 8, 15, 22])
        opened = subtract_working_days(discussed, gap) if gap else discussed
        family = self.work.open(siblings.on(on), max(opened, self.first))
        assessed, _ = self.work.assess(family, support=True)
        self.work.conference(family, on, discussed_on=discussed, plan=plan)
        ended = max([assessed, *(p.end_on or on for c in family for p in c.plans)])
        self.work.close(family, self.pen.later(ended, 30, 150))

    def _alone(self, siblings: Siblings) -> None:
        on = self.seasons.day(self.first, self.last)
        family = self.work.open(siblings.on(on), on)
        family[0].need = "N8"
        self.work.assess(family, support=True)
        enter_care(self.pen, family, on, alone=True)

    def _into_care(self, siblings: Siblings) -> None:
        on = self.seasons.day(self.first, self.last - timedelta(days=10))
        family = self.work.open(siblings.on(on), on)
        self.work.assess(family, support=True)
        latest = (self.last - on).days
        enter_care(self.pen, family, self.pen.later(on, 0, min(90, latest)))

    def _reopened(self, siblings: Siblings) -> None:
        first = self.seasons.day(self.first, self.last - timedelta(days=135))
        children = siblings.on(first)
        closed = self._open_and_close(children, first, longest=35, lingers=30)
        again = self._day_again(closed, since=first)
        self._open_and_stay(children, again)

    def _nothing_then_opened(self, siblings: Siblings) -> None:
        first = self.seasons.day(self.first, self.last - timedelta(days=40))
        children = siblings.on(first)
        self.work.refer(children, first, no_further_action=True)
        self._open_and_stay(children, self._day_again(first, since=first))

    def _history_then_opened(self, siblings: Siblings) -> None:
        history = self.world.history
        first = self.seasons.day(
            history.first + timedelta(days=90), history.last - timedelta(days=95)
        )
        children = siblings.on(first)
        if self.pen.rng.random() < 0.6:
            self.work.refer(children, first, no_further_action=True)
        else:
            self._open_and_close(children, first, longest=35, lingers=15)
        self._open_and_stay(children, self._day_again(history.last, since=first))

    def _opened_then_nothing(self, siblings: Siblings) -> None:
        first = self.seasons.day(self.first, self.last - timedelta(days=110))
        children = siblings.on(first)
        closed = self._open_and_close(children, first, longest=35, lingers=20)
        again = self._day_again(closed, since=first)
        self.work.refer(children, again, no_further_action=True)

    def _long_before(self, siblings: Siblings) -> None:
        start = self.world.history.first
        long_ago = self.seasons.day(start, start + timedelta(days=50))
        children = siblings.on(long_ago)
        self.work.refer(children, long_ago, no_further_action=True)
        earliest = long_ago + timedelta(days=380)
        self._open_and_stay(children, self.seasons.day(earliest, self.last))

    def _nothing_twice(self, siblings: Siblings) -> None:
        first = self.seasons.day(self.first, self.last - timedelta(days=60))
        children = siblings.on(first)
        self.work.refer(children, first, no_further_action=True)
        again = self._day_again(first, since=first)
        self.work.refer(children, again, no_further_action=True)

    def _plain(self, siblings: Siblings) -> None:
        on = self.seasons.day(self.first, self.last)
        self._open_and_stay(siblings.on(on), on)

    def _nothing_once(self, siblings: Siblings) -> None:
        on = self.seasons.day(self.first, self.last)
        self.work.refer(siblings.on(on), on, no_further_action=True)

    def _day_again(self, after: date, *, since: date) -> date:
        """A day at least a fortnight on, within twelve months of ``since``."""
        latest = min(self.last, since + timedelta(days=WITHIN_A_YEAR))
        return self.seasons.day(after + timedelta(days=14), latest)

    def _open_and_close(
        self, children: Sequence[Child], on: date, *, longest: int, lingers: int
    ) -> date:
        family = self.work.open(children, on)
        assessed, _ = self.work.assess(family, most=longest)
        closed = self.pen.later(assessed, 0, lingers)
        self.work.close(family, closed)
        return closed

    def _open_and_stay(self, children: Sequence[Child], on: date) -> Family:
        family = self.work.open(children, on)
        assessed, supported = self.work.assess(family)
        least, most = (60, 330) if supported else (0, 6)
        self.work.close(family, self.pen.later(assessed, least, most))
        return family
