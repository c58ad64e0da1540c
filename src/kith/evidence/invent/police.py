"""What the police see: domestic abuse with children, and police protection."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.records import Notification, Protection
from kith.evidence.invent.seasons import ANY_DAY
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.domain.vocabulary.periods import Period
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.world import World


RISKS = {"standard": 48, "medium": 38, "high": 14}
KNOWN_TO_COUNCIL = 0.3
AGAIN = 0.33
FIRST_NUMBER = 20_000
BETWEEN_LOOKS = 120
"""Notifications drawn before the months are looked at again."""


class PoliceDraw:
    """Draws incidents family by family until there are enough notifications."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pen = pen(world, "police")
        self.seasons = self.pen.seasons("domestic_abuse", weekend=ANY_DAY)
        self._incidents = FIRST_NUMBER
        self._notified = FIRST_NUMBER

    def draw(self) -> None:
        """The year before, then the period; then police protection in both."""
        totals, given = self.world.targets.totals, self.world.targets.given
        known = self._families_with_cases()
        before = given.domestic_abuse_notifications_in_history
        self._notify(before, self.world.history, known)
        self.seasons = self.pen.seasons("domestic_abuse", weekend=ANY_DAY)
        self._notify(totals.domestic_abuse_notifications, self.world.period, known)
        self.seasons = self.pen.seasons("domestic_abuse", weekend=ANY_DAY)
        self._protect(given.police_protections_in_history, self.world.history)
        self._protect(given.police_protections, self.world.period)

    def _families_with_cases(self) -> list[list[Child]]:
        families = [
            [case.child for case in family]
            for family in self.world.families
            if family[0].opened_on in self.world.span
        ]
        self.pen.rng.shuffle(families)
        return families

    def _notify(self, wanted: int, within: Period, known: list[list[Child]]) -> None:
        rng = self.pen.rng
        left = wanted
        refreshed = left
        while left > 0:
            if refreshed - left >= BETWEEN_LOOKS:
                self._look_at_the_months(wanted, within)
                refreshed = left
            family = self._family(within, known)
            left -= self._incident(family[:left], within)
            while left > 0 and rng.random() < AGAIN:
                left -= self._incident(family[:left], within)

    def _look_at_the_months(self, wanted: int, within: Period) -> None:
        """Siblings come in clumps, so the months need evening out as they fill."""
        drawn = [notification.on for notification in self.world.notifications]
        months = self.pen.seasons("domestic_abuse", weekend=ANY_DAY)
        self.seasons = months.less(drawn, of=wanted, within=within)

    def _family(self, within: Period, known: list[list[Child]]) -> list[Child]:
        if known and self.pen.rng.random() < KNOWN_TO_COUNCIL:
            family = [child for child in known.pop() if _is_child(child, within)]
            if family:
                return family
        size = next(self.world.cradle.families(4))
        day = self.seasons.day(within.first, within.last)
        young = self.world.cradle.family(
            size, within.first, "domestic_abuse", until=within.last
        )
        return [child for child in young if child.born_on <= day] or young

    def _incident(self, family: list[Child], within: Period) -> int:
        """The children of one incident, each in a notification of its own."""
        day = self.seasons.day(within.first, within.last)
        self._incidents += 1
        risk = self.pen.one_of(RISKS)
        for child in family:
            self._notified += 1
            self.world.notifications.append(
                Notification(
                    number=f"DA{self._notified}",
                    incident=f"INC{self._incidents}",
                    child=child,
                    on=day,
                    risk=risk,
                )
            )
        return len(family)

    def _protect(self, wanted: int, within: Period) -> None:
        families = self._families_with_cases()
        left = wanted
        while left > 0:
            family = [c for c in families.pop() if _is_child(c, within)][:left]
            day = self.seasons.day(within.first, within.last - timedelta(days=4))
            began = datetime.combine(day, time(self.pen.rng.randint(0, 23), 15))
            hours = self.pen.rng.triangular(4, 71, 30)
            ended = began + timedelta(minutes=round(hours * 60))
            for child in family:
                self.world.protections.append(Protection(child, began, ended))
            left -= len(family)


def _is_child(child: Child, within: Period) -> bool:
    return child.born_on <= within.first and child.birthday(18) > within.last
