"""The example's past as steps, taken in the order in which they happened."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.moments import LONDON
from kith.web.access.viewing import viewer_for


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


MORNING = time(9, 30)
TODAY = date(2021, 1, 15)
"""Where the example stands; nothing of it lies later."""


def moment(day: date, at: time = MORNING) -> datetime:
    """A time of a day by the clocks of London."""
    return datetime.combine(day, at, tzinfo=LONDON)


@dataclass(frozen=True)
class Step:
    """Something that happened: when, and the actions that record it."""

    at: datetime
    run: Callable[[datetime], None]


@dataclass
class Timeline:
    """What happened, gathered from every noun, and what the steps made on the way.

    ``made`` keeps records by kind and code, so that a later step finds an earlier one's.
    """

    folder: Path
    steps: list[Step] = field(default_factory=list)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    viewers: dict[tuple[str, date], Viewer] = field(default_factory=dict)
    until: datetime = field(default_factory=lambda: moment(TODAY, time(9)))
    taken: int = 0
    _ahead: list[Step] = field(default_factory=list)

    def add(
        self, day: date, run: Callable[[datetime], None], *, minutes: int = 0
    ) -> None:
        """A step on a day, so many minutes into its morning."""
        self.steps.append(Step(moment(day) + timedelta(minutes=minutes), run))

    def keep(self, kind: str, code: str, record: Any) -> None:
        """Keep what a step made."""
        self.made.setdefault(kind, {})[code] = record

    def find(self, kind: str, code: str) -> Any:
        """What an earlier step made."""
        return self.made[kind][code]

    def viewer(self, mailbox: str, at: datetime) -> Viewer:
        """The person of a mailbox as they stood on that day."""
        person: Person = self.find("person", mailbox)
        key = (mailbox, at.date())
        if key not in self.viewers:
            self.viewers[key] = viewer_for(
                person, day=at.date(), real_time_at=at, origin="example"
            )
        return self.viewers[key]

    def chair_of(self, body: str, at: datetime) -> str:
        """The mailbox of whoever chaired the body on that day."""
        for chair, first, last in self.find("chairs", body):
            if first <= at.date() and (last is None or at.date() <= last):
                found: str = chair
                return found
        raise KeyError(f"nobody chaired {body} on {at.date()}")

    def forget_viewers(self) -> None:
        """Seats or roles changed: everybody is looked up anew."""
        self.viewers.clear()

    def later(
        self, day: date, run: Callable[[datetime], None], *, minutes: int = 0
    ) -> None:
        """A step that another step adds while the past is running."""
        at = moment(day) + timedelta(minutes=minutes)
        insort(self._ahead, Step(at, run), key=lambda one: one.at)

    def run(self) -> None:
        """Take every step in the order of its time; equal times in order of adding."""
        self._ahead = sorted(self.steps, key=lambda one: one.at)
        while self._ahead and self._ahead[0].at <= self.until:
            step = self._ahead.pop(0)
            step.run(step.at)
            self.taken += 1
