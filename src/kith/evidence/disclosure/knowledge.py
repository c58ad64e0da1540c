"""What a reader knows: bounds on each count, and rows that tie counts together.

Rows are whole numbers: ``low ≤ Σ weight·count ≤ high``. A row with one unknown is a
bound and nothing else, so it is taken up at once; what is left falls into
components that have nothing to say to each other.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.evidence.disclosure.relations import Relation, Tie


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.evidence.disclosure.cells import Count


MANY = 10**9
"""No count in England exceeds it."""


class ContradictionError(ValueError):
    """No whole numbers agree with everything that was published."""


@dataclass(frozen=True)
class Row:
    """``low ≤ Σ weight·count ≤ high`` over counts known by their numbers."""

    cells: tuple[int, ...]
    weights: tuple[int, ...]
    low: int = -MANY * MANY
    high: int = MANY * MANY
    weaker: tuple[Row, ...] = ()
    """What to believe instead where the figures contradict this row."""

    def holds(self, values: dict[int, int]) -> bool:
        """Whether the row is true of these counts."""
        total = sum(
            w * values[c] for c, w in zip(self.cells, self.weights, strict=True)
        )
        return self.low <= total <= self.high


def rows_of(relation: Relation, number: Mapping[Count, int]) -> list[Row]:
    """The rows a relation comes to."""
    whole = number[relation.whole]
    parts = tuple(number[part] for part in relation.parts)
    within = tuple(Row((whole, part), (1, -1), low=0) for part in parts)
    signs = (1,) + (-1,) * len(parts)
    if relation.tie is Tie.SUM:
        return [Row((whole, *parts), signs, 0, 0, weaker=within)]
    if relation.tie is Tie.COVER:
        return [Row((whole, *parts), signs, high=0), *within]
    return list(within)


@dataclass
class Knowledge:
    """Bounds by count, and the rows still to be reckoned with."""

    lowest: list[int] = field(default_factory=list)
    highest: list[int] = field(default_factory=list)

    def unknown(self, cell: int) -> bool:
        """Whether more than one value is possible."""
        return self.lowest[cell] < self.highest[cell]

    def components(self, rows: list[Row]) -> list[tuple[tuple[int, ...], list[Row]]]:
        """Unknowns that hang together and the rows that tie them.

        Rows of one unknown are first taken up as bounds.
        """
        tied = self._take_up(rows)
        leader: dict[int, int] = {}

        def find(cell: int) -> int:
            while leader.setdefault(cell, cell) != cell:
                leader[cell] = leader[leader[cell]]
                cell = leader[cell]
            return cell

        for row in tied:
            first, *others = row.cells
            for other in others:
                leader[find(other)] = find(first)
        members: dict[int, list[int]] = defaultdict(list)
        for cell in sorted(leader):
            members[find(cell)].append(cell)
        tying: dict[int, list[Row]] = defaultdict(list)
        for row in tied:
            tying[find(row.cells[0])].append(row)
        return [(tuple(cells), tying[head]) for head, cells in members.items()]

    def _take_up(self, rows: list[Row]) -> list[Row]:
        """Bounds from rows of one unknown, again and again; the rest, shortened."""
        using: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            for cell in row.cells:
                using[cell].append(row)
        waiting = deque(rows)
        taken: set[int] = set()
        while waiting:
            row = waiting.popleft()
            unknown = [c for c in row.cells if self.unknown(c)]
            if len(unknown) > 1 or id(row) in taken:
                continue
            taken.add(id(row))
            for cell in unknown:
                waiting.extend(self._bound(cell, row))
                if not self.unknown(cell):
                    waiting.extend(using[cell])
        return [self._shortened(row) for row in rows if id(row) not in taken]

    def _bound(self, cell: int, row: Row) -> tuple[Row, ...]:
        """Narrow one unknown by its row; the weaker rows where that is impossible."""
        short = self._shortened(row)
        weight = short.weights[0]
        ends = (short.low, short.high) if weight > 0 else (short.high, short.low)
        low = max(self.lowest[cell], -(-ends[0] // weight))
        high = min(self.highest[cell], ends[1] // weight)
        if low > high:
            return row.weaker
        self.lowest[cell], self.highest[cell] = low, high
        return ()

    def _shortened(self, row: Row) -> Row:
        """The row over its unknowns alone."""
        pairs = list(zip(row.cells, row.weights, strict=True))
        known = sum(w * self.lowest[c] for c, w in pairs if not self.unknown(c))
        left = [(c, w) for c, w in pairs if self.unknown(c)]
        return Row(
            tuple(c for c, _ in left),
            tuple(w for _, w in left),
            row.low - known,
            row.high - known,
            row.weaker,
        )
