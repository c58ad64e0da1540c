"""What a clock is: a duty, and the readings of its limit, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kith.domain.rules.working_days import ENGLAND, WorkingCalendar


class Span(StrEnum):
    """What a limit is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"


class Standing(StrEnum):
    """How binding a limit is; a local target is never shown as law."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory guidance"
    NATIONAL_GUIDANCE = "national guidance, not law"
    LOCAL = "local target, not law"

    @property
    def pauses(self) -> str:
        """Only a local clock may pause.

        Delay of any other has dated reasons and a revised date, and the figure is
        "late, reason given".
        """
        return "may" if self is Standing.LOCAL else "never"


@dataclass(frozen=True)
class Limit:
    """So much time, after the start or (``backwards``) before it."""

    amount: int
    span: Span
    backwards: bool = False
    calendar: WorkingCalendar = ENGLAND

    def __str__(self) -> str:
        unit = self.span.value if self.amount != 1 else self.span.value[:-1]
        words = f"{self.amount} {unit}"
        return f"{words} before" if self.backwards else words


@dataclass(frozen=True)
class YearlyDate:
    """The first such day of the calendar after the start: 30 September."""

    month: int
    day: int
    words: str

    def __str__(self) -> str:
        return f"by the next {self.words}"


@dataclass(frozen=True)
class MovedToWorkingDay:
    """So many months, moved to the next working day where it ends on none."""

    months: int
    calendar: WorkingCalendar

    def __str__(self) -> str:
        months = f"{self.months} month" + ("s" if self.months != 1 else "")
        return f"{months}, moved on to a working day"


AnyLimit = Limit | YearlyDate | MovedToWorkingDay


@dataclass(frozen=True)
class Reading:
    """One way of counting a clock: what starts it, how long, who says so.

    ``rulebooks`` are the editions that state it. ``doubt`` says in a sentence what
    is not certain about it, and is empty where nothing is.
    """

    name: str
    starts: str
    limit: AnyLimit
    rule: str
    source: str
    standing: Standing
    rulebooks: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True)
class Clock:
    """A duty that must be done in time."""

    name: str
    title: str
    topic: str
    readings: tuple[Reading, ...]
