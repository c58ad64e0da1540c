"""What one Annex A extract knows: the world's events by child, as of its last day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import months_before
from kith.evidence.invent.writing.codings import ETHNICITY, sex, yes_no


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.evidence.invent.children import Child
    from kith.evidence.invent.records import Missing
    from kith.evidence.invent.world import World
    from kith.evidence.invent.writing.extracts import Extract
    from kith.evidence.invent.writing.untidy import Row


DAYS_IN_A_YEAR = 365.25


@dataclass(frozen=True)
class Workers:
    """The invented teams and workers whose names stand in the lists."""

    teams: Sequence[str]
    leaving_care_team: str
    names: Sequence[str]

    def of(self, child: Child) -> Row:
        """Team and worker of a child, with the odd no-break space of the wild."""
        team = self.teams[child.number % len(self.teams)]
        return [team, self._name(child)]

    def leaving_care(self, child: Child) -> Row:
        """Team and worker of a care leaver."""
        return [self.leaving_care_team, self._name(child)]

    def _name(self, child: Child) -> str:
        return self.names[child.number % len(self.names)].replace(" ", "\N{NBSP}")


class Register:
    """The world as the council's system shows it to one extract.

    ``not_yet`` are children whose ethnic group this extract does not hold.
    """

    def __init__(
        self,
        world: World,
        extract: Extract,
        workers: Workers,
        *,
        not_yet_percent: int,
    ) -> None:
        self.world = world
        self.extract = extract
        self.workers = workers
        self._not_yet = not_yet_percent
        self.referred = _days((r.child, r.on) for r in world.referrals)
        enquiries = [d for d in world.discussions if d.led_to_enquiry]
        self.enquired = _days((d.child, d.on) for d in enquiries)
        self.conferenced = _days(
            (d.child, d.conference_on) for d in enquiries if d.conference_on
        )
        self.protected = _days(
            (p.child, p.started_at.date()) for p in world.protections
        )
        self.left_care = _days((c.child, c.end_on) for c in world.care if c.end_on)
        self.missing: dict[int, list[Missing]] = defaultdict(list)
        for episode in world.missing:
            self.missing[episode.child.number].append(episode)

    def child(self, child: Child) -> Row:
        """Number, gender, ethnicity, date of birth, age."""
        return [
            child.number,
            sex(child),
            self.ethnicity(child),
            child.born_on,
            self.age(child),
        ]

    def child_and_disability(self, child: Child) -> Row:
        """The same, and whether a disability is recorded."""
        return [*self.child(child), yes_no(child.disabled)]

    def ethnicity(self, child: Child) -> str:
        """As recorded by the day of the extract."""
        turn = (child.number + self.extract.window.first.month * 31) % 100
        return ETHNICITY["NOBT" if turn < self._not_yet else child.ethnicity]

    def age(self, child: Child) -> float:
        """In years on the day of the extract; below nought before birth."""
        return (self.extract.taken_on - child.born_on).days / DAYS_IN_A_YEAR

    def in_year_before(self, days: dict[int, list[date]], of: Child, on: date) -> int:
        """How many of the child's days lie in the twelve months before."""
        since = months_before(on, 12)
        return sum(since <= day < on for day in days[of.number])

    def recently(self, child: Child, start: date, every: int) -> date | None:
        """The last of visits that come every so many days, at the window's end."""
        last = self.extract.window.last
        offset = child.number % every
        seen = last - timedelta(days=offset)
        return seen if seen >= start else None


def _days(pairs: Iterable[tuple[Child, date]]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    for child, day in pairs:
        found[child.number].append(day)
    return found
