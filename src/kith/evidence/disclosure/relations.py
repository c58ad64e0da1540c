"""What everybody knows of how counts hang together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind
from kith.evidence.disclosure.tiling import (
    Days,
    layouts,
    longest_inside,
    overlapping_cover,
)
from kith.evidence.disclosure.unseen import with_unseen


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kith.evidence.disclosure.cells import Count, Links


_NO_DAY = date.min


class Tie(StrEnum):
    """How a whole hangs together with its parts."""

    SUM = "the parts add up to the whole"
    COVER = "no part exceeds the whole, nor the whole the sum of its parts"
    WITHIN = "no part exceeds the whole"


@dataclass(frozen=True)
class Relation:
    """A whole, its parts, and the tie between them."""

    tie: Tie
    whole: Count
    parts: tuple[Count, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        """The whole, then its parts."""
        return (self.whole, *self.parts)


def complement(numerator: Count, denominator: Count) -> Count:
    """Those a share leaves out: never printed, yet known to whoever subtracts."""
    return replace(denominator, series=f"{denominator.series} less {numerator.series}")


def relations(
    counts: Iterable[Count],
    links: Links,
    *,
    shares: Iterable[tuple[Count, Count]],
    complements: bool,
) -> list[Relation]:
    """Every relation among counts, in a fixed order.

    Wholes and pieces that no figure tells stand in them too. ``shares`` are pairs
    of numerator and denominator; with ``complements`` those left out are a cell.
    """
    told = set(counts)
    known = sorted(with_unseen(told, links))
    drawn = [
        *_by_breakdown(known, told, links),
        *_by_time(known, links),
        *_by_area(sorted(told), links),
        *_by_source(sorted(told)),
    ]
    reached = told.union(known, *(relation.counts for relation in drawn))
    pairs = _pairs(set(shares), reached)
    return [*drawn, *(_share(above, below, complements) for above, below in pairs)]


def _pairs(
    shares: set[tuple[Count, Count]], reached: set[Count]
) -> list[tuple[Count, Count]]:
    """Numerator and denominator wherever both are reckoned with, printed or not."""
    series = {(above.series, below.series) for above, below in shares}
    everywhere = {
        (count, replace(count, series=below))
        for above, below in series
        for count in reached
        if count.series == above and replace(count, series=below) in reached
    }
    return sorted(shares | everywhere)


def _by_breakdown(
    known: list[Count], told: set[Count], links: Links
) -> Iterator[Relation]:
    """A child has one sex, one ethnic group and, at one date, one age; but may be
    known to several agencies.

    Of a whole that nobody told, parts may be missing: then none exceeds it,
    where other cells of the same days show that there are more of them.
    """
    groups: dict[tuple[Count, str], list[Count]] = defaultdict(list)
    cells: dict[tuple[Count, str], set[str]] = defaultdict(set)
    for count in known:
        for cell in count.who:
            rest = tuple(c for c in count.who if c != cell)
            groups[replace(count, who=rest), cell.dimension].append(count)
            cells[replace(count, who=()), cell.dimension].add(cell.value)
    for (whole, dimension), parts in sorted(groups.items()):
        if links.kinds.get(whole.series) is Kind.EVER and dimension == "agency":
            yield Relation(Tie.COVER, whole, tuple(parts))
            continue
        all_there = len(parts) == len(cells[replace(whole, who=()), dimension])
        tie = Tie.SUM if whole in told or all_there else Tie.WITHIN
        yield Relation(tie, whole, tuple(parts))


def _by_time(told: list[Count], links: Links) -> Iterator[Relation]:
    """Flows add up over time; a child counted once in the year may be counted in
    every month; stocks on different days have nothing to do with each other."""
    groups: dict[Count, set[Days]] = defaultdict(set)
    for count in told:
        if links.kinds.get(count.series) is not Kind.SNAPSHOT:
            alike = replace(count, first=_NO_DAY, last=_NO_DAY)
            groups[alike].add((count.first, count.last))
    for alike, days in sorted(groups.items()):
        if len(days) == 1:
            continue
        if links.kinds.get(alike.series) is Kind.EVER:
            yield from _ever(alike, days)
        else:
            for whole, pieces in layouts(days).items():
                yield Relation(Tie.SUM, _on(alike, whole), _all_on(alike, pieces))


def _ever(alike: Count, days: set[Days]) -> Iterator[Relation]:
    told = sorted(days)
    laid = layouts(told)
    for whole in told:
        pieces = laid.get(whole, ())
        if not all(piece in days for piece in pieces):
            pieces = overlapping_cover(whole, told)
        if pieces:
            yield Relation(Tie.COVER, _on(alike, whole), _all_on(alike, pieces))
        others = [d for d in longest_inside(whole, told) if d not in pieces]
        if others:
            yield Relation(Tie.WITHIN, _on(alike, whole), _all_on(alike, others))


def _by_area(told: list[Count], links: Links) -> Iterator[Relation]:
    for whole in told:
        members = links.areas.get(whole.area, ())
        if members:
            parts = tuple(replace(whole, area=member) for member in members)
            yield Relation(Tie.SUM, whole, parts)


def _by_source(told: list[Count]) -> Iterator[Relation]:
    """The same count from rows and as an agency sent it: who sees the one may
    take it for the other."""
    known = set(told)
    for count in told:
        counted = replace(count, source="")
        if count.source and counted in known:
            yield Relation(Tie.SUM, counted, (count,))


def _share(above: Count, below: Count, complements: bool) -> Relation:
    if complements:
        return Relation(Tie.SUM, below, (above, complement(above, below)))
    return Relation(Tie.WITHIN, below, (above,))


def _on(alike: Count, days: Days) -> Count:
    return replace(alike, first=days[0], last=days[1])


def _all_on(alike: Count, pieces: Iterable[Days]) -> tuple[Count, ...]:
    return tuple(_on(alike, days) for days in pieces)
