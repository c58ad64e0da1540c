"""Invented children: each is drawn once and carried through every feed.

No name is invented, because no feed carries one. Numbers come from ranges of their
own, so that no invented child can be mistaken for a real council's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.ages import AGE_BANDS, UNBORN


if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping


COUNCIL_NUMBERS = range(9_000_000, 10_000_000)
POLICE_NUMBERS = range(700_000, 1_000_000)


@dataclass(frozen=True)
class Child:
    """A child, known to the council by one number and to the police by another."""

    number: int
    police_number: str
    sex: str
    ethnicity: str
    born_on: date
    disabled: bool

    def birthday(self, age: int) -> date:
        """The day the child turns so old; born on 29 February, it is 1 March."""
        year = self.born_on.year + age
        if (self.born_on.month, self.born_on.day) == (2, 29) and year % 4:
            return date(year, 3, 1)
        return self.born_on.replace(year=year)


@dataclass(frozen=True)
class Likeness:
    """The proportions children are drawn in."""

    sex: Mapping[str, float]
    ethnicity: Mapping[str, float]
    ages: Mapping[str, Mapping[str, float]]
    families: Mapping[str, float]
    disabled_percent: int


class Cradle:
    """Draws children and families; never gives a number twice."""

    def __init__(self, rng: random.Random, likeness: Likeness) -> None:
        self._rng = rng
        self._likeness = likeness
        self._given: set[int] = set()

    def families(self, children: int) -> Iterator[int]:
        """Sizes of families that together have so many children."""
        sizes = {int(size): w for size, w in self._likeness.families.items()}
        left = children
        while left:
            size = min(self._rng.choices(list(sizes), list(sizes.values()))[0], left)
            yield size
            left -= size

    def family(
        self, size: int, day: date, ages: str, *, until: date | None = None
    ) -> list[Child]:
        """Siblings of so many different ages on the day.

        Those already eighteen on ``until`` are drawn younger.
        """
        ethnicity = self._one_of(self._likeness.ethnicity)
        siblings: list[Child] = []
        while len(siblings) < size:
            born_on = self._born_on(day, ages)
            if until is not None and _turns(born_on, 18) <= until:
                continue
            near = any(abs((born_on - s.born_on).days) < 300 for s in siblings)
            if not near:
                siblings.append(self._child(born_on, ethnicity))
        return siblings

    def child(self, day: date, ages: str, *, until: date | None = None) -> Child:
        """One child of an age, on the day, that the proportions named give."""
        return self.family(1, day, ages, until=until)[0]

    def born(self, born_on: date) -> Child:
        """One child born on the day."""
        return self._child(born_on, self._one_of(self._likeness.ethnicity))

    def _child(self, born_on: date, ethnicity: str) -> Child:
        return Child(
            number=self._number(COUNCIL_NUMBERS),
            police_number=f"P{self._number(POLICE_NUMBERS)}",
            sex=self._one_of(self._likeness.sex),
            ethnicity=ethnicity,
            born_on=born_on,
            disabled=self._rng.random() * 100 < self._likeness.disabled_percent,
        )

    def _number(self, numbers: range) -> int:
        while True:
            number = self._rng.choice(numbers)
            if number not in self._given:
                self._given.add(number)
                return number

    def _one_of(self, weights: Mapping[str, float]) -> str:
        return self._rng.choices(list(weights), list(weights.values()))[0]

    def _born_on(self, day: date, ages: str) -> date:
        code = self._one_of(self._likeness.ages[ages])
        band = next(band for band in AGE_BANDS if band.code == code)
        if band.lowest == UNBORN:
            return day + timedelta(days=self._rng.randint(30, 190))
        age = self._rng.randint(band.lowest, band.highest)
        latest = _turns(day, -age)
        return latest - timedelta(days=self._rng.randint(0, 363))


def _turns(born_on: date, years: int) -> date:
    # 28 February stands in for the 29th: a day's difference in an invented life.
    day = 28 if (born_on.month, born_on.day) == (2, 29) else born_on.day
    return date(born_on.year + years, born_on.month, day)
