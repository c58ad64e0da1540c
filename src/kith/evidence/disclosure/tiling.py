"""How stretches of days make up longer ones.

A report of fourteen months, the calendar year inside it, its quarters and months
overlap in every way. Each stretch is laid out in shorter ones, down to pieces that
nothing cuts; a piece that no figure tells is laid in unseen, so that what two
overlapping totals give away between them is a cell like any other.
"""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable

Days = tuple[date, date]
_DAY = timedelta(days=1)


def layouts(told: Iterable[Days]) -> dict[Days, tuple[Days, ...]]:
    """Each stretch that is made of others, and the fewest that make it up."""
    known = sorted(set(told))
    laid: dict[Days, tuple[Days, ...]] = {}
    for whole in known:
        uncut = pieces(whole, known)
        if len(uncut) == 1:
            continue
        inside = [days for days in known if days != whole and _within(days, whole)]
        laid[whole] = _fewest(whole, inside) or _fewest(whole, [*inside, *uncut])
    return laid


def longest_inside(whole: Days, told: Iterable[Days]) -> tuple[Days, ...]:
    """The stretches inside another that lie in no longer one inside it."""
    inside = sorted(
        days for days in set(told) if days != whole and _within(days, whole)
    )
    return tuple(
        days
        for days in inside
        if not any(_within(days, other) for other in inside if other != days)
    )


def overlapping_cover(whole: Days, told: Iterable[Days]) -> tuple[Days, ...]:
    """The fewest stretches inside another that leave no day of it out; none if they
    cannot. They may overlap."""
    inside = [days for days in set(told) if days != whole and _within(days, whole)]
    chosen: list[Days] = []
    reached = whole[0]
    while reached <= whole[1]:
        furthest = max(
            (days for days in inside if days[0] <= reached),
            key=lambda d: d[1],
            default=None,
        )
        if furthest is None or furthest[1] < reached:
            return ()
        chosen.append(furthest)
        reached = furthest[1] + _DAY
    return tuple(chosen)


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def pieces(whole: Days, known: Iterable[Days]) -> list[Days]:
    """The pieces of a stretch between all the places where some stretch ends."""
    ends = {day for first, last in known for day in (first, last + _DAY)}
    cuts = sorted(d for d in ends if whole[0] <= d <= whole[1] + _DAY)
    return [(a, b - _DAY) for a, b in itertools.pairwise(cuts)]


def _fewest(whole: Days, inside: list[Days]) -> tuple[Days, ...]:
    """The fewest stretches that lie end to end over the whole; none if they cannot."""
    best: dict[date, tuple[Days, ...]] = {whole[0]: ()}
    for days in sorted(set(inside)):
        if days[0] not in best:
            continue
        path = (*best[days[0]], days)
        after = days[1] + _DAY
        if after not in best or len(path) < len(best[after]):
            best[after] = path
    return best.get(whole[1] + _DAY, ())
