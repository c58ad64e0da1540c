"""Which count a figure tells: the same count told by two figures is one cell.

A month inside a report period, a quarter, a calendar year: each is a count over
some days. A share tells two counts. Once each figure is reduced to the counts it
tells, "linked tables" are nothing more than sums over the same cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Cell, Kind, Unit
from kith.domain.vocabulary.periods import Grain, labelled_parts


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period


RATES = frozenset({Unit.PER_10_000, Unit.PER_100_000})
LENGTHS = frozenset({Unit.WORKING_DAYS, Unit.DAYS})


@dataclass(frozen=True)
class Links:
    """What measures have to do with one another, as any reader may know.

    ``kinds``: each measure's kind; one that is not named counts as a flow, which
    is what an attacker would try first. ``parts``: for a share, rate or length of
    time, the names of the counts that its numerator and denominator are: a measure's
    code where one counts the same, else a name that all who tell it share; empty
    where nobody else tells it. ``areas``: an area and the areas that make it up.
    """

    kinds: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))
    parts: Mapping[str, tuple[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    areas: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, order=True)
class Count:
    """One count: what of, where, over which days, of whom, told by which source."""

    series: str
    area: str
    first: date
    last: date
    who: tuple[Cell, ...]
    source: str = ""


@dataclass(frozen=True)
class Told:
    """The counts a figure rests on; None where it has no such part.

    The population under a rate is public and no count of ours; a length of time
    rests on how many were measured, its denominator.
    """

    numerator: Count | None
    denominator: Count | None

    @property
    def counts(self) -> tuple[Count, ...]:
        """Those there are, the numerator first."""
        return tuple(c for c in (self.numerator, self.denominator) if c is not None)


def told_by(figure: Figure, links: Links) -> Told:
    """The counts a figure tells."""
    base = _count_of(figure)
    above, below = links.parts.get(figure.measure, ("", ""))
    above = above or f"{figure.measure}: numerator"
    below = below or f"{figure.measure}: denominator"
    if figure.unit in LENGTHS:
        measured = _in_series(base, below, links)
        if figure.denominator is None and figure.numerator is not None:
            return Told(measured, None)
        return Told(None, measured)
    if figure.unit in RATES:
        return Told(_in_series(base, above, links), None)
    if figure.unit is Unit.PER_CENT:
        return Told(_in_series(base, above, links), _in_series(base, below, links))
    return Told(_in_series(base, figure.measure, links), None)


def _in_series(base: Count, series: str, links: Links) -> Count:
    """A stock is a count on one day: a quarter's is that of its last month."""
    if links.kinds.get(series) is Kind.SNAPSHOT:
        return replace(base, series=series, first=base.last)
    return replace(base, series=series)


def _count_of(figure: Figure) -> Count:
    period, area, who = figure.period, figure.area, []
    for cell in figure.breakdown:
        part = _days_of(cell, period)
        if part is not None:
            period = part
        elif cell.dimension == "area":
            area = cell.value
        else:
            who.append(cell)
    # Feeds differ between a measure and its share; only counts that were supplied
    # as counts stand apart from those counted from rows.
    source = figure.source if figure.source.startswith("aggregate") else ""
    return Count(
        figure.measure, area, period.first, period.last, tuple(sorted(who)), source
    )


def _days_of(cell: Cell, within: Period) -> Period | None:
    """The days a cell of time stands for, cut at the report period's ends."""
    if cell.dimension not in set(Grain):
        return None
    return labelled_parts(within, Grain(cell.dimension)).get(cell.value)
