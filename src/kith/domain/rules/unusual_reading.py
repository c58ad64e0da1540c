"""Reading of restricted records that somebody should ask about.

Kith's own rule: guidance asks that access to sensitive records is monitored (domain
facts, section 17: "alerts on unusual reading") and names no numbers, so every limit is
the partnership's to set. An alert accuses nobody; it asks a question.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import LONDON


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from uuid import UUID


ONE_HOUR = timedelta(hours=1)


class UnusualReading(StrEnum):
    """Why somebody might ask."""

    MANY = "MANY"
    AT_NIGHT = "AT_NIGHT"
    AFTER_CONFLICT = "AFTER_CONFLICT"
    OUTSIDE = "OUTSIDE"


WORDS = {
    UnusualReading.MANY: "Many restricted records in an hour",
    UnusualReading.AT_NIGHT: "Restricted records at night",
    UnusualReading.AFTER_CONFLICT: "In the same group soon after a conflict was named",
    UnusualReading.OUTSIDE: "First reading outside their own groups",
}


@dataclass(frozen=True)
class ReadingLimits:
    """From when on reading is worth a question; every number is local."""

    in_an_hour: int = 30
    at_night: int = 5
    night_from: int = 23
    night_to: int = 5
    days_after_conflict: int = 14

    @classmethod
    def told(cls, words: str) -> ReadingLimits:
        """The limits as a setting writes them: ``in_an_hour=40 at_night=10``.

        Raises:
            ValueError: a name is not a limit, or a value is no number.
        """
        known = {one.name for one in fields(cls)}
        said = dict(part.split("=", 1) for part in words.replace(",", " ").split())
        if said.keys() - known:
            raise ValueError(f"no such limit: {', '.join(sorted(said.keys() - known))}")
        return cls(**{name: int(value) for name, value in said.items()})


@dataclass(frozen=True)
class Reading:
    """One event of reading: who, when, how many records, and where.

    ``is_timed`` is false where the site's clock stood still: what was read over weeks
    then bears one moment, so it says nothing of an hour or a night.
    """

    sequence: int
    person: UUID
    name: str
    at: datetime
    count: int
    place: str
    is_outside: bool = False
    is_timed: bool = True


@dataclass(frozen=True)
class Conflict:
    """A conflict that was named: with whom, in which place, and when."""

    person: UUID
    place: str
    at: datetime


@dataclass(frozen=True)
class Alert:
    """One question to ask. ``first`` is the event it begins with, and never changes
    while later reading adds to ``count``."""

    why: UnusualReading
    person: UUID
    name: str
    at: datetime
    count: int
    first: int

    @property
    def key(self) -> str:
        """The same reading is always the same alert."""
        return f"{self.why.value.lower()}-{self.first}"


def alerts(
    readings: Iterable[Reading],
    conflicts: Sequence[Conflict] = (),
    limits: ReadingLimits | None = None,
) -> list[Alert]:
    """Every question these readings raise, the newest first."""
    held = limits or ReadingLimits()
    by_person: dict[UUID, list[Reading]] = defaultdict(list)
    for one in sorted(readings, key=lambda reading: (reading.at, reading.sequence)):
        by_person[one.person].append(one)
    found: list[Alert] = []
    for read in by_person.values():
        timed = [one for one in read if one.is_timed]
        found += _many(timed, held)
        found += _at_night(timed, held)
        found += _after_conflict(read, conflicts, held)
        found += _outside(read)
    return sorted(found, key=lambda alert: (alert.at, alert.first), reverse=True)


def _alert(why: UnusualReading, read: Sequence[Reading]) -> Alert:
    first = read[0]
    total = sum(one.count for one in read)
    return Alert(why, first.person, first.name, first.at, total, first.sequence)


def _many(read: Sequence[Reading], limits: ReadingLimits) -> Iterator[Alert]:
    start = 0
    while start < len(read):
        until = read[start].at + ONE_HOUR
        within = [one for one in read[start:] if one.at < until]
        if sum(one.count for one in within) >= limits.in_an_hour:
            yield _alert(UnusualReading.MANY, within)
            start += len(within)
        else:
            start += 1


def _at_night(read: Sequence[Reading], limits: ReadingLimits) -> Iterator[Alert]:
    nights: dict[object, list[Reading]] = defaultdict(list)
    for one in read:
        local = one.at.astimezone(LONDON)
        if local.hour >= limits.night_from or local.hour < limits.night_to:
            nights[(local - timedelta(hours=limits.night_to)).date()].append(one)
    for within in nights.values():
        if sum(one.count for one in within) >= limits.at_night:
            yield _alert(UnusualReading.AT_NIGHT, within)


def _after_conflict(
    read: Sequence[Reading], conflicts: Sequence[Conflict], limits: ReadingLimits
) -> Iterator[Alert]:
    soon = timedelta(days=limits.days_after_conflict)
    for conflict in conflicts:
        within = [
            one
            for one in read
            if one.person == conflict.person
            and one.place == conflict.place
            and conflict.at <= one.at <= conflict.at + soon
        ]
        if within:
            yield _alert(UnusualReading.AFTER_CONFLICT, within)


def _outside(read: Sequence[Reading]) -> Iterator[Alert]:
    """The first time in each place that is not theirs."""
    seen: set[str] = set()
    for one in read:
        if one.is_outside and one.place not in seen:
            seen.add(one.place)
            yield _alert(UnusualReading.OUTSIDE, [one])
