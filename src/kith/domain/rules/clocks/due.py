"""When a clock runs out: pure functions from a start to dated answers.

``start`` is the start of the reading asked for, so two readings of one clock are
asked with their own starts. Month and week clocks end on the same day of the month
or week and are not moved off weekends unless their rule says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.clocks.clock import (
    AnyLimit,
    Limit,
    MovedToWorkingDay,
    Span,
    YearlyDate,
)
from kith.domain.rules.clocks.register import clock_named
from kith.domain.rules.rulebooks import in_force, rulebook
from kith.domain.rules.working_days import (
    add_working_days,
    is_working_day,
    subtract_working_days,
)
from kith.domain.vocabulary.periods import months_before


if TYPE_CHECKING:
    from kith.domain.rules.clocks.clock import Clock, Reading
    from kith.domain.rules.rulebooks import Rulebook


class NoEdition(LookupError):  # noqa: N818 (says what has happened)
    """No reading of the clock belongs to an edition that applies."""


@dataclass(frozen=True)
class Due:
    """The day a limit ends, which day was counted as day 1, and the moment if held."""

    on: date
    day_1: date
    day_1_is: str
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class ClockAnswer:
    """When one reading of a clock is due, and by what authority."""

    clock: Clock
    reading: Reading
    start: date
    due: Due
    rulebook: Rulebook

    @property
    def rule(self) -> str:
        """The rule in words, with how it was counted where that needs saying."""
        return f"{self.reading.rule} {self.due.note}".rstrip()

    @property
    def source(self) -> str:
        """The edition, and the place in it or the law behind it."""
        return f"{self.rulebook.title}: {self.reading.source}"

    @property
    def doubt(self) -> str:
        """What is not certain about the answer; empty where nothing is."""
        return " ".join(
            doubt for doubt in (self.reading.doubt, self.rulebook.doubt) if doubt
        )

    @property
    def certain(self) -> bool:
        """Whether neither the reading nor its edition is in doubt."""
        return not self.doubt


def answers(name: str, start: date, on: str | None = None) -> list[ClockAnswer]:
    """Every reading of a clock that applies to this start, in their order.

    ``on`` names an edition to count by; without it each reading takes the edition
    in force on the start. Readings of another family keep theirs.
    """
    clock = clock_named(name)
    named = rulebook(on) if on else None
    if named and not _belongs(clock, named):
        raise NoEdition(f"{name} does not belong to {named.code}")
    found = [
        ClockAnswer(clock, reading, start, due(reading.limit, start), edition)
        for reading in clock.readings
        if (edition := _edition_for(reading, _day(start), named))
    ]
    if not found:
        raise NoEdition(f"no rulebook held for {name} was in force on {_day(start)}")
    return found


def due(limit: AnyLimit, start: date) -> Due:
    """The end of a limit that starts on this day, or at this moment."""
    match limit:
        case YearlyDate():
            return _yearly(limit, _day(start))
        case MovedToWorkingDay():
            return _moved(limit, _day(start))
        case Limit(span=Span.HOURS):
            return _hours(limit, start)
        case Limit(span=Span.WORKING_DAYS):
            return _working_days(limit, _day(start))
        case Limit():
            return _calendar_span(limit, _day(start))


def _working_days(limit: Limit, day: date) -> Due:
    move = subtract_working_days if limit.backwards else add_working_days
    words = "the working day before" if limit.backwards else "the next working day"
    return Due(
        on=move(day, limit.amount, limit.calendar),
        day_1=move(day, 1, limit.calendar),
        day_1_is=words,
    )


def _calendar_span(limit: Limit, day: date) -> Due:
    if limit.span is Span.MONTHS:
        end = months_before(day, -limit.amount)
    else:
        weeks = limit.span is Span.WEEKS
        end = day + timedelta(days=limit.amount * (7 if weeks else 1))
    return Due(on=end, day_1=_next(day), day_1_is="the next day")


def _hours(limit: Limit, start: date) -> Due:
    # Hours run by the clock on the wall: the hour that is gained or lost when the
    # clocks change is not counted.
    if isinstance(start, datetime):
        at = start + timedelta(hours=limit.amount)
        return Due(at.date(), start.date(), "the day it starts", at=at)
    days = limit.amount // 24
    note = f"Times not held: counted as {days} day" + ("s." if days != 1 else ".")
    return Due(start + timedelta(days=days), _next(start), "the next day", note=note)


def _yearly(limit: YearlyDate, day: date) -> Due:
    this_year = date(day.year, limit.month, limit.day)
    end = this_year if this_year > day else this_year.replace(year=day.year + 1)
    return Due(on=end, day_1=_next(day), day_1_is="the next day")


def _moved(limit: MovedToWorkingDay, day: date) -> Due:
    end = months_before(day, -limit.months)
    if not is_working_day(end, limit.calendar):
        end = add_working_days(end, 1, limit.calendar)
    return Due(on=end, day_1=_next(day), day_1_is="the next day")


def _edition_for(
    reading: Reading, day: date, named: Rulebook | None
) -> Rulebook | None:
    family = rulebook(reading.rulebooks[0]).family
    edition = named if named and named.family == family else in_force(family, day)
    return edition if edition and edition.code in reading.rulebooks else None


def _belongs(clock: Clock, edition: Rulebook) -> bool:
    return any(edition.code in reading.rulebooks for reading in clock.readings)


def _day(start: date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _next(day: date) -> date:
    return day + timedelta(days=1)
