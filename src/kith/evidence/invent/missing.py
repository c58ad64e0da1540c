"""Children reported missing, and the interviews offered when they came back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.records import Missing
from kith.evidence.invent.seasons import ANY_DAY
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.domain.vocabulary.periods import Period
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.records import CareSpell
    from kith.evidence.invent.world import World


RISKS = {"no_apparent": 6, "low": 30, "medium": 52, "high": 12}
LONGEST_HOURS = 90
YOUNGEST = 11
AGAIN = 6
"""How much likelier a child already missing twice or more is to be missing again."""


class MissingChildren:
    """Draws each missing child at least once, then the episodes that are left."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "missing")
        self.seasons = self.pen.seasons("missing", weekend=ANY_DAY)
        self._last_return: dict[int, list[tuple[datetime, datetime]]] = {}

    def draw(self) -> None:
        """The year before, then the period."""
        totals, given = self.world.targets.totals, self.world.targets.given
        children = totals.children_missing
        self._draw(self.world.period, children, given.missing_episodes)
        before = given.missing_episodes_in_history
        self._draw(self.world.history, round(before * 0.55), before)

    def _draw(self, within: Period, children: int, episodes: int) -> None:
        settings = self._settings(within, children)
        weights = [1.0] * len(settings)
        for child, setting in settings:
            self._episode(child, setting, within)
        for _ in range(episodes - children):
            index = self.pen.rng.choices(range(len(settings)), weights)[0]
            weights[index] += AGAIN
            self._episode(*settings[index], within)

    def _settings(self, within: Period, children: int) -> list[tuple[Child, str]]:
        """The children, each with where they go missing from."""
        share = children / self.world.targets.totals.children_missing
        counts = self.world.targets.given.missing_from
        own_care = self._looked_after(within, round(counts["own_care"] * share))
        placed = round(counts["placed_in"] * share)
        at_home = self._known(within, (children - len(own_care) - placed) // 3)
        strangers = children - len(own_care) - len(at_home) - placed
        born = [
            self.world.cradle.child(within.first, "missing", until=within.last)
            for _ in range(placed + strangers)
        ]
        return [
            *((child, "own_care") for child in own_care),
            *((child, "home") for child in at_home),
            *((child, "placed_in") for child in born[:placed]),
            *((child, "home") for child in born[placed:]),
        ]

    def _looked_after(self, within: Period, wanted: int) -> list[Child]:
        fitting = [
            spell.child
            for spell in self.world.care
            if _days_in_care(spell, within) > 60
            and spell.child.birthday(YOUNGEST) <= within.first
        ]
        return self.pen.rng.sample(sorted(set(fitting), key=_by_number), wanted)

    def _known(self, within: Period, wanted: int) -> list[Child]:
        in_care = {spell.child.number for spell in self.world.care}
        fitting = {
            referral.child
            for referral in self.world.referrals
            if referral.on in within
            and referral.child.number not in in_care
            and referral.child.birthday(YOUNGEST) <= within.first
            and referral.child.birthday(18) > within.last
        }
        return self.pen.rng.sample(sorted(fitting, key=_by_number), wanted)

    def _episode(self, child: Child, setting: str, within: Period) -> None:
        rng = self.pen.rng
        reported, returned = self._times(child, setting, within)
        offered = self.pen.happens("interview_offered")
        accepted = offered and self.pen.happens("interview_accepted")
        hours = rng.uniform(5, 71) if self.pen.happens("interview_in_time") else None
        held = returned + timedelta(hours=hours or rng.uniform(75, 330))
        held = held.replace(
            hour=min(max(held.hour, 9), 18), minute=held.minute // 5 * 5
        )
        self.world.missing.append(
            Missing(
                child=child,
                reported_at=reported,
                returned_at=returned,
                setting=setting,
                risk=self.pen.one_of(RISKS),
                offered_on=returned.date() if offered else None,
                accepted=accepted,
                interviewed_at=max(held, returned) if accepted else None,
            )
        )

    def _times(
        self, child: Child, setting: str, within: Period
    ) -> tuple[datetime, datetime]:
        """An episode that overlaps no other of the child, nor the period's ends."""
        known = self._last_return.setdefault(child.number, [])
        while True:
            reported = self._reported(child, setting, within)
            hours = min(self.pen.rng.lognormvariate(2.2, 0.9), LONGEST_HOURS)
            returned = reported + timedelta(minutes=round(hours * 60))
            gap = timedelta(hours=12)
            if all(reported > b + gap or returned + gap < a for a, b in known):
                known.append((reported, returned))
                return reported, returned

    def _reported(self, child: Child, setting: str, within: Period) -> datetime:
        first, last = within.first, within.last - timedelta(days=6)
        if setting == "own_care":
            first, last = self._in_care(child, first, last)
        day = self.seasons.day(first, last)
        minutes = round(self.pen.rng.triangular(9 * 60, 23 * 60 + 50, 21 * 60))
        return datetime.combine(day, time(minutes // 60, minutes % 60))

    def _in_care(self, child: Child, first: date, last: date) -> tuple[date, date]:
        spell = max(
            (s for s in self.world.care if s.child == child),
            key=lambda s: (min(s.end_on or last, last) - max(s.start_on, first)).days,
        )
        ends = (spell.end_on or last) - timedelta(days=5)
        return max(spell.start_on, first), min(ends, last)


def _days_in_care(spell: CareSpell, within: Period) -> int:
    last = min(spell.end_on or within.last, within.last)
    return (last - max(spell.start_on, within.first)).days


def _by_number(child: Child) -> int:
    return child.number
