"""Early help episodes: before a case, after one, and for most children neither."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.records import EarlyHelp
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.evidence.invent.children import Child
    from kith.evidence.invent.records import Case
    from kith.evidence.invent.world import World


REASONS = {"needs_met": 56, "partly_met": 18, "disengaged": 14, "moved": 6,
           "transferred": 4, "not_known": 2}  # fmt: skip
STEPPED_UP, STEPPED_DOWN = 0.17, 0.15
"""Share of new cases that early help came before, and of closed ones it followed."""

LONGEST_OPEN = 420


class EarlyHelpDraw:
    """Draws until as many children as the target says had an episode."""

    def __init__(self, world: World, leads: Sequence[str]) -> None:
        self.world = world
        self.leads = leads
        self.pen = pen(world, "early help")
        self.seasons = self.pen.seasons("early_help")
        self.first, self.last = world.period.first, world.period.last

    def draw(self) -> None:
        """Children with a case first, then the many without."""
        reached = self._around_cases()
        wanted = self.world.targets.totals.children_with_early_help - reached
        for size in self.world.cradle.families(wanted):
            self._family(size)
        for size in self.world.cradle.families(
            self.world.targets.given.history_only_early_help
        ):
            self._done_before(size)

    def _around_cases(self) -> int:
        reached: set[int] = set()
        for case in self._opened_in_period():
            if case.child.number in reached or case.child.born_on > case.opened_on:
                continue
            drawn = self.pen.rng.random()
            if drawn < STEPPED_UP:
                start = self.pen.earlier(case.opened_on, 30, 220)
                start = max(start, case.child.born_on)
                self._add(case.child, start, case.opened_on, "stepped_up")
                reached.add(case.child.number)
            elif drawn < STEPPED_UP + STEPPED_DOWN and self._closed_in_period(case):
                assert case.closed_on is not None
                self._open_ended(case.child, self.pen.later(case.closed_on, 0, 9))
                reached.add(case.child.number)
        return len(reached)

    def _opened_in_period(self) -> list[Case]:
        seen: set[int] = set()
        cases = []
        for case in self.world.cases:
            again = case.child.number in seen
            seen.add(case.child.number)
            if case.opened_on in self.world.period and not case.care and not again:
                cases.append(case)
        return cases

    def _closed_in_period(self, case: Case) -> bool:
        latest = self.last - timedelta(days=12)
        return case.closed_on is not None and self.first <= case.closed_on <= latest

    def _family(self, size: int) -> None:
        earliest = self.first - timedelta(days=270)
        start = self.seasons.day(earliest, self.last)
        family = self.world.cradle.family(size, start, "early_help", until=self.last)
        for child in family:
            self._open_ended(child, start)
        again = self.last - timedelta(days=150)
        episodes = self.world.early_help[-size:]
        ended = max(episode.end_on or self.last for episode in episodes)
        if self.first < ended < again and self.pen.rng.random() < 0.13:
            second = self.pen.later(ended, 30, 140)
            for child in family:
                self._open_ended(child, second)

    def _open_ended(self, child: Child, start: date) -> None:
        """An episode that is open in the period, ended or not."""
        lasts = round(self.pen.rng.triangular(40, LONGEST_OPEN, 150))
        ended = start + timedelta(days=lasts)
        if ended <= self.first:
            ended = self.pen.later(self.first, 3, 120)
        self._add(child, start, ended, self.pen.one_of(REASONS))

    def _done_before(self, size: int) -> None:
        history = self.world.history
        start = self.seasons.day(history.first, history.last - timedelta(days=60))
        ended = self.pen.later(start, 40, 150)
        ended = min(ended, history.last - timedelta(days=3))
        for child in self.world.cradle.family(size, start, "early_help", until=ended):
            self._add(child, start, ended, self.pen.one_of(REASONS))

    def _add(self, child: Child, start: date, ended: date, reason: str) -> None:
        lead = self.pen.rng.choice(list(self.leads))
        self.world.early_help.append(EarlyHelp(child, start, ended, lead, reason))
