"""Which days the returns tell: what makes a zero a true zero.

A figure over days that no return covers is not supplied; over days partly covered
it is of low reliability. A measure that looks back needs history besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from kith.contracts.facts import FACTS
from kith.domain.vocabulary.ages import NOT_KNOWN
from kith.domain.vocabulary.periods import Period, months_before, say_day
from kith.evidence.measures.measure import Measure, Time


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.evidence.store.fact_store import FactStore


@dataclass(frozen=True)
class Telling:
    """One return's word that it tells a fact for an area and days."""

    fact: str
    feed: str
    agency: str
    area: str
    days: Period
    history_from: date | None


@dataclass(frozen=True)
class Held:
    """Which of some days are told: all, none, or these stretches."""

    asked: Period
    stretches: tuple[Period, ...]

    @property
    def all(self) -> bool:
        """Whether every day asked for is told."""
        return self.stretches == (self.asked,)

    @property
    def none(self) -> bool:
        """Whether no day asked for is told."""
        return not self.stretches

    def __str__(self) -> str:
        return " and ".join(map(_say, self.stretches))


class Coverage:
    """What the returns of an edition cover."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._by_fact: dict[tuple[str, str], list[Telling]] = {}
        for telling in tellings:
            self._by_fact.setdefault((telling.fact, telling.area), []).append(telling)
        # The same days are asked for by every measure of a fact, in every cell.
        self._held: dict[tuple[str, str, Period, str], Held] = {}

    @classmethod
    def of_store(cls, store: FactStore) -> Self:
        """The coverage of a store, in an order of its own."""
        rows = store.coverage.to_pyarrow().to_pylist()
        return cls(
            Telling(
                row["fact"],
                row["feed"],
                row["agency"],
                row["area"],
                Period(row["first"], row["last"]),
                row["history_from"],
            )
            for row in sorted(rows, key=lambda row: (row["first"], row["return_name"]))
        )

    @property
    def areas(self) -> tuple[str, ...]:
        """Every area some return covers."""
        return tuple(sorted({area for _, area in self._by_fact}))

    def tellings(self, fact: str, area: str) -> list[Telling]:
        """Who tells a fact about an area, earliest days first."""
        return self._by_fact.get((fact, area), [])

    def held(self, measure: Measure, area: str, days: Period, agency: str) -> Held:
        """Which of the days a measure needs are told, by an agency; else by any."""
        selection = measure.selection
        if selection and selection.time is Time.SPELLS_AT_END:
            days = Period(days.last, days.last)
        asked = (measure.fact, area, days, agency)
        if asked not in self._held:
            self._held[asked] = self._told(*asked)
        return self._held[asked]

    def _told(self, fact: str, area: str, days: Period, agency: str) -> Held:
        told = [
            telling.days
            for telling in self.tellings(fact, area)
            if agency in (NOT_KNOWN, telling.agency)
        ]
        return Held(days, _stretches(told, days))

    def agencies(self, fact: str, area: str, period: Period) -> set[str]:
        """The agencies whose returns tell a fact in a period.

        Where a fuller feed sets a lesser one's rows aside, only the fuller's.
        """
        told = [t for t in self.tellings(fact, area) if t.days.overlaps(period)]
        table = FACTS[fact]
        if table.exclusive and told:
            fullest = min((t.feed for t in told), key=table.told_by.index)
            told = [t for t in told if t.feed == fullest]
        return {telling.agency for telling in told}

    def feeds(self, fact: str, area: str, period: Period) -> str:
        """The feeds that tell a fact in a period, as a figure's source."""
        told = self.tellings(fact, area)
        return ", ".join(sorted({t.feed for t in told if t.days.overlaps(period)}))

    def last_told(self, fact: str, area: str, before: date) -> Telling | None:
        """The latest telling that ends before a day."""
        told = [t for t in self.tellings(fact, area) if t.days.last < before]
        return max(told, key=lambda t: t.days.last, default=None)

    def history_from(
        self, fact: str, area: str, earliest_row: date | None
    ) -> date | None:
        """From when rows of a fact exist: what the returns say, else the rows."""
        told = self.tellings(fact, area)
        said = [t.history_from for t in told if t.history_from]
        known = [*said, *(t.days.first for t in told)]
        if not said and earliest_row:
            known.append(earliest_row)
        return min(known, default=None)


def missing_history(measure: Measure, period: Period, history: date | None) -> str:
    """The sentence on a look-back that reaches behind the rows; empty if none."""
    if not measure.look_back_months or history is None:
        return ""
    needed = months_before(period.first, measure.look_back_months)
    if history <= needed:
        return ""
    return (
        f"It looks back {measure.look_back_months} months, to {say_day(needed)}, but "
        f"rows exist only from {say_day(history)}, so it may be too low."
    )


def not_told(measure: Measure, coverage: Coverage, area: str, held: Held) -> str:
    """The sentence on days no return covers: who would, and who last did."""
    feeds = " or ".join(measure.told_by or ("aggregate",))
    what = measure.fact.replace("_", " ")
    sentence = (
        f"No return tells {what} for {_say(held.asked)}; the {feeds} feed would "
        "supply it"
    )
    last = coverage.last_told(measure.fact, area, held.asked.first)
    if last is None:
        return sentence + ", and no agency has yet sent it for this area."
    return f"{sentence}; {last.agency} last did, to {say_day(last.days.last)}."


def partly_told(measure: Measure, held: Held) -> str:
    """The sentence on days only partly covered."""
    what = measure.fact.replace("_", " ")
    return f"The returns tell {what} for {held} only."


def _say(days: Period) -> str:
    return say_day(days.first) if days.first == days.last else str(days)


def _stretches(told: Sequence[Period], days: Period) -> tuple[Period, ...]:
    """The told days within some days, joined where they touch."""
    joined: list[Period] = []
    for period in sorted(p for p in told if p.overlaps(days)):
        first, last = max(period.first, days.first), min(period.last, days.last)
        if joined and first <= joined[-1].last + timedelta(days=1):
            joined[-1] = Period(joined[-1].first, max(joined[-1].last, last))
        else:
            joined.append(Period(first, last))
    return tuple(joined)
