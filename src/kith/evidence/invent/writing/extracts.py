"""An extract: what an agency's system held of the world on a day, for a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kith.domain.vocabulary.periods import Period


@dataclass(frozen=True)
class Extract:
    """The days a return reports, and the day it was taken."""

    window: Period
    taken_on: date

    @property
    def words(self) -> str:
        """The window as a folder's name says it: ``2019-11-to-2020-04``."""
        return f"{self.window.first:%Y-%m}-to-{self.window.last:%Y-%m}"

    def holds(self, day: date | None) -> bool:
        """Whether something of that day is told."""
        return day is not None and day in self.window

    def touches(self, start: date, end: date | None) -> bool:
        """Whether a spell is told: open at some time in the window."""
        return start <= self.window.last and (end is None or end >= self.window.first)

    def known(self, day: date | None) -> date | None:
        """The day, unless it had not come by the end of the window."""
        return day if day is not None and day <= self.window.last else None


def extract(first: str, last: str, *, days_after: int = 7) -> Extract:
    """An extract of a window, taken so many days after its end."""
    window = Period(date.fromisoformat(first), date.fromisoformat(last))
    return Extract(window, window.last + timedelta(days=days_after))
