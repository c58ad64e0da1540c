"""What a measure is: a selection of rows, and what may be said about it.

A measure never counts. It names the rows; counting, breakdowns, rates and tracing
are written once, for all measures, in the modules beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from kith.contracts.facts import FACTS
from kith.domain.vocabulary.figures import Kind, Polarity, Unit


if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir


CHILDHOOD = (0, 17)
"""The ages a rate's population is summed over."""

ENOUGH_TOLD = 95
"""Where fewer than so many in a hundred rows hold a needed column, the figure is of
low reliability. Kith's own choice: no guidance gives a number."""


class Facts(Protocol):
    """What a selection may read; `FactStore` is one."""

    def table(self, name: str) -> ir.Table:
        """The fact table of that name."""

    @property
    def calendar(self) -> ir.Table:
        """``date`` and ``working_day_number``."""


class Time(StrEnum):
    """How a selection's rows stand to a period: decided once for all measures.

    ``EVENTS`` carry ``happened_on`` and ``counted`` (whether a return that reports
    that day told it). Spells carry ``start_on`` and ``end_on``.
    """

    EVENTS = "events in the period"
    SPELLS_EVER = "spells that touch the period"
    SPELLS_AT_END = "spells open on the last day"


class Counted(StrEnum):
    """What is counted once."""

    ROWS = "rows"
    CHILDREN = "children"


@dataclass(frozen=True)
class Selection:
    """Rows of facts that one or several measures count.

    ``rows`` gives an Ibis table with the fact's columns, those `Time` asks for,
    and the columns named in ``flags`` (true or false, never null) and
    ``duration`` (a whole number). It knows nothing of areas, periods or
    breakdowns.
    """

    name: str
    fact: str
    rows: Callable[[Facts], ir.Table]
    time: Time
    counted: Counted = Counted.ROWS
    flags: tuple[str, ...] = ()
    duration: str = ""

    def knows(self, column: str) -> bool:
        """Whether its rows hold the column a breakdown reads."""
        return column in {held.name for held in FACTS[self.fact].all_columns}


@dataclass(frozen=True)
class Needed:
    """A column without which a measure cannot be counted.

    ``words`` name what is missing; ``feeds`` are those that would supply it.
    Where ``empty_is_told``, an empty column in a row of such a feed is an answer
    (no interview was held), not a gap.
    """

    column: str
    words: str
    feeds: tuple[str, ...]
    empty_is_told: bool = False


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A definition: which rows count, in what unit, and on whose authority.

    ``flag`` is the selection's column that makes a row count, empty for all;
    ``denominator_flag`` likewise for the denominator of a share.
    ``numerator_measure`` and ``denominator_measure`` name the measures that count
    the same rows, where there are such; ``counts`` is what any reader may tell.
    ``limit_in_hours`` makes a figure say so where only days are held.
    """

    code: str
    title: str
    unit: Unit
    kind: Kind
    question: str
    definition: str
    numerator: str
    authority: str
    selection: Selection | None
    denominator: str = ""
    rulebook: str = ""
    polarity: Polarity = Polarity.NEITHER
    version: int = 1
    doubt: str = ""
    flag: str = ""
    denominator_flag: str = ""
    needs: tuple[Needed, ...] = ()
    look_back_months: int = 0
    ages: tuple[int, int] = CHILDHOOD
    numerator_measure: str = ""
    denominator_measure: str = ""
    is_process: bool = False
    limit_in_hours: bool = False

    @property
    def fact(self) -> str:
        """The fact its rows come from."""
        return self.selection.fact if self.selection else "population"

    @property
    def is_share(self) -> bool:
        """Whether its value is a numerator in per cent of a denominator."""
        return self.unit is Unit.PER_CENT

    @property
    def is_rate(self) -> bool:
        """Whether its value is a count per 10,000 people."""
        return self.kind is Kind.RATE

    @property
    def is_median(self) -> bool:
        """Whether its value is the middle one of its rows' durations."""
        return self.kind is Kind.DURATION

    @property
    def is_made_of_counts(self) -> bool:
        """Whether its value is worked out from counts, and is none itself."""
        return self.is_share or self.is_rate or self.is_median

    @property
    def counts(self) -> tuple[str, str]:
        """The counts its value is made of, each by one name whoever makes it.

        A measure that counts the same rows lends its code; otherwise the selection
        and the flag are the name, so that two shares of one numerator share it. A
        median has no numerator.
        """
        above = self.numerator_measure or self._count_of(self.flag)
        below = self.denominator_measure or self._count_of(self.denominator_flag)
        return ("" if self.is_median else above, below)

    def _count_of(self, flag: str) -> str:
        return f"{self.selection.name}: {flag or 'all'}" if self.selection else ""

    @property
    def told_by(self) -> tuple[str, ...]:
        """The feeds that can tell its rows; none where no feed asks for a column."""
        told_by = FACTS[self.fact].told_by
        able = [set(needed.feeds) for needed in self.needs]
        return tuple(f for f in told_by if all(f in feeds for feeds in able))

    @property
    def supplied_by(self) -> tuple[str, ...]:
        """The feeds that can tell its rows, and counts made at home."""
        return (*self.told_by, "aggregate")
