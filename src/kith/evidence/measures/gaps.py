"""Columns that no return fills: a measure that needs one is not supplied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis

from kith.contracts.facts import FACTS
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import ENOUGH_TOLD, Measure, Needed


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import ibis.expr.types as ir

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.store.fact_store import FactStore


@dataclass(frozen=True)
class Filled:
    """How many rows of an area and period there are, and how many hold a column."""

    rows: int
    told: int

    @property
    def never(self) -> bool:
        """Whether there are rows and none holds it."""
        return self.rows > 0 and self.told == 0

    @property
    def seldom(self) -> bool:
        """Whether too few hold it to rely on."""
        return self.told * 100 < self.rows * ENOUGH_TOLD


class Gaps:
    """Which needed columns the rows of a period hold, by area."""

    def __init__(
        self, found: Mapping[tuple[str, Needed], Mapping[str, Filled]]
    ) -> None:
        self._found = found

    @classmethod
    def of_store(
        cls, store: FactStore, measures: Iterable[Measure], period: Period
    ) -> Gaps:
        """Asked of the store once for each fact that has needed columns."""
        wanted: dict[str, set[Needed]] = {}
        for measure in measures:
            wanted.setdefault(measure.fact, set()).update(measure.needs)
        found: dict[tuple[str, Needed], dict[str, Filled]] = {}
        for fact in sorted(fact for fact, needs in wanted.items() if needs):
            found |= _filled(store, fact, tuple(wanted[fact]), period)
        return cls(found)

    def never_told(self, measure: Measure, area: str) -> Needed | None:
        """The needed column that no row holds, if there is one."""
        return next(
            (n for n in measure.needs if self._of(measure, n, area).never), None
        )

    def seldom_told(self, measure: Measure, area: str) -> str:
        """The sentence on a needed column that too few rows hold; empty if none."""
        for needed in measure.needs:
            if self._of(measure, needed, area).seldom:
                return (
                    f"Fewer than {ENOUGH_TOLD} in 100 rows say {needed.words}, so it "
                    "rests on those that do."
                )
        return ""

    def _of(self, measure: Measure, needed: Needed, area: str) -> Filled:
        return self._found[(measure.fact, needed)].get(area, Filled(0, 0))


def never_told(needed: Needed) -> str:
    """The sentence on a column that no row holds."""
    feeds = " or ".join(needed.feeds or ("aggregate",))
    return f"No return holds {needed.words}; the {feeds} feed would."


def earliest_rows(store: FactStore, fact: str) -> dict[str, date]:
    """The earliest day of a fact's rows in each area, history included."""
    told = store.table(fact)
    first = told.group_by(told.area).agg(first=told[FACTS[fact].date].min())
    rows = first.to_pyarrow().to_pylist()
    return {row["area"]: row["first"] for row in rows if row["first"]}


def _filled(
    store: FactStore, fact: str, needs: tuple[Needed, ...], period: Period
) -> dict[tuple[str, Needed], dict[str, Filled]]:
    told = store.table(fact)
    told = told.filter(told[FACTS[fact].date].between(period.first, period.last))
    holds = {
        f"told_{place}": _holds(told, needed).sum()
        for place, needed in enumerate(needs)
    }
    counts = told.group_by(told.area).agg(rows=told.count(), **holds)
    rows = counts.to_pyarrow().to_pylist()
    return {
        (fact, needed): {r["area"]: Filled(r["rows"], r[f"told_{place}"]) for r in rows}
        for place, needed in enumerate(needs)
    }


def _holds(told: ir.Table, needed: Needed) -> ir.BooleanValue:
    holds = told[needed.column].notnull()
    return holds | told.feed.isin(needed.feeds) if needed.empty_is_told else holds


def times_not_held(store: FactStore, period: Period) -> set[str]:
    """The areas where a return interview's time of day is not known."""
    told = store.table("return_interviews")
    told = told.filter(
        told.returned_on.between(ibis.literal(period.first), ibis.literal(period.last)),
        told.interviewed_on.notnull(),
        ~certainly(told.times_held),
    )
    return set(told.area.as_table().distinct().to_pyarrow()["area"].to_pylist())
