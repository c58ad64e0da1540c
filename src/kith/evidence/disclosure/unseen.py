"""Counts that no figure tells, but that tie figures of different breakdowns together.

Girls and boys of a quarter are a total of the quarter, printed or not, which tells
something of the year. Girls of a quarter and girls of the half-year around it leave
the girls of the rest. Where two broken-down stretches of days overlap, every group
is laid out in the pieces between their ends. Where none do, the pieces would tell
nothing more: whatever the totals by month and the totals by sex are, some table has
both.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind
from kith.evidence.disclosure.tiling import Days, pieces


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.evidence.disclosure.cells import Count, Links


def with_unseen(told: Iterable[Count], links: Links) -> set[Count]:
    """The counts told, the wholes they are parts of, and the pieces between."""
    known = _with_wholes(told)
    divided: dict[Count, set[Count]] = defaultdict(set)
    for count in known:
        if count.who and links.kinds.get(count.series) not in {
            Kind.EVER,
            Kind.SNAPSHOT,
        }:
            divided[_group(count)].add(count)
    for counts in divided.values():
        stretches = {(count.first, count.last) for count in counts}
        if _overlap(stretches):
            known |= _with_wholes(_in_pieces(counts, stretches))
    return known


def _with_wholes(told: Iterable[Count]) -> set[Count]:
    known, waiting = set(), set(told)
    while waiting:
        known |= waiting
        waiting = {
            replace(count, who=tuple(c for c in count.who if c != cell))
            for count in waiting
            for cell in count.who
        } - known
    return known


def _in_pieces(counts: Iterable[Count], stretches: set[Days]) -> set[Count]:
    return {
        replace(count, first=first, last=last)
        for count in counts
        for first, last in pieces((count.first, count.last), stretches)
    }


def _overlap(stretches: set[Days]) -> bool:
    """Whether two of them share a day; in order of their first day, two neighbours."""
    return any(
        later[0] <= earlier[1]
        for earlier, later in itertools.pairwise(sorted(stretches))
    )


def _group(count: Count) -> Count:
    return replace(count, first=date.min, last=date.min, who=())
