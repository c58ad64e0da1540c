"""The integer programme: which whole numbers agree with everything published.

HiGHS (through scipy) proposes, exact arithmetic checks: a value counts as possible
only with a full solution in whole numbers that satisfies every row. A solver that
runs out of time has proved nothing, and the table is refused.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from kith.evidence.disclosure.knowledge import MANY, Knowledge, Row


_INFEASIBLE = 2
SECONDS = 20.0
"""For one question to the solver; far above what any table here has needed."""


class UnprovenError(Exception):
    """The solver gave up, so nothing can be said to be safe."""


@dataclass
class Programme:
    """The unknowns of one component, their rows, and the solutions found so far."""

    cells: tuple[int, ...]
    rows: list[Row]
    known: Knowledge
    seconds: float = SECONDS
    found: list[dict[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._place = {cell: place for place, cell in enumerate(self.cells)}
        cap = self._cap()
        self._low = np.array([self.known.lowest[c] for c in self.cells], float)
        self._high = np.array(
            [min(self.known.highest[c], cap) for c in self.cells], float
        )
        self._tied = self._constraint()

    def values(self, cell: int, *, enough: int) -> tuple[list[int], bool]:
        """Possible values of a count, and whether these are all there are.

        Stops at ``enough`` of them: the gaps between are probed only while fewer
        are known, because a count may be 2 or 40 and nothing between.
        """
        seen = {solution[cell] for solution in self.found}
        for upwards in (True, False):
            if len(seen) >= enough:
                return sorted(seen), False
            seen.add(self._must_solve(cell, upwards)[cell])
        closed: set[tuple[int, int]] = set()
        while len(seen) < enough:
            gap = self._open_gap(sorted(seen), closed)
            if gap is None:
                return sorted(seen), True
            solution = self.solve(cell, within=gap)
            if solution is None:
                closed.add(gap)
            else:
                seen.add(solution[cell])
        return sorted(seen), False

    def values_outside(self, cell: int, few: range) -> list[int]:
        """Possible values of a count, one of them not among the few if there is one."""
        seen = {solution[cell] for solution in self.found}
        for upwards in (True, False):
            if any(value not in few for value in seen):
                break
            seen.add(self._must_solve(cell, upwards)[cell])
        return sorted(seen)

    def _open_gap(
        self, seen: list[int], closed: set[tuple[int, int]]
    ) -> tuple[int, int] | None:
        for below, above in itertools.pairwise(seen):
            gap = (below + 1, above - 1)
            if gap[0] <= gap[1] and gap not in closed:
                return gap
        return None

    def _must_solve(self, cell: int, upwards: bool) -> dict[int, int]:
        solution = self.solve(cell, upwards=upwards)
        if solution is None:
            raise UnprovenError
        return solution

    def solve(
        self,
        cell: int,
        *,
        upwards: bool = False,
        within: tuple[int, int] | None = None,
    ) -> dict[int, int] | None:
        """A solution with this count as small, or as large, as can be; None if
        there is none within the bounds asked for."""
        aim = np.zeros(len(self.cells))
        aim[self._place[cell]] = -1.0 if upwards else 1.0
        low, high = self._low, self._high
        if within is not None:
            low, high = low.copy(), high.copy()
            low[self._place[cell]], high[self._place[cell]] = within
        return self._optimum(aim, low, high)

    def look_around(self) -> bool:
        """Solutions far apart, each good for many counts at once; False if there is
        none at all.

        Half the counts are pushed up and half down, by each binary digit of their
        place: any two are pushed apart at least once.
        """
        places = np.arange(len(self.cells))
        for digit in range(max(1, len(self.cells).bit_length())):
            push = np.where((places >> digit) & 1, 1.0, -1.0)
            for aim in (push, -push):
                if self._optimum(aim, self._low, self._high) is None:
                    return False
        return True

    def _optimum(
        self, aim: np.ndarray, low: np.ndarray, high: np.ndarray
    ) -> dict[int, int] | None:
        answer = milp(
            aim,
            constraints=self._tied,
            bounds=Bounds(low, high),
            integrality=np.ones(len(self.cells)),
            options={"time_limit": self.seconds, "mip_rel_gap": 0.0},
        )
        if answer.status == _INFEASIBLE:
            return None
        if answer.status != 0 or answer.x is None:
            raise UnprovenError
        return self._checked(answer.x)

    def _checked(self, proposed: np.ndarray) -> dict[int, int]:
        whole = np.rint(proposed)
        solution = dict(zip(self.cells, (int(v) for v in whole), strict=True))
        if not all(row.holds(solution) for row in self.rows):
            raise UnprovenError
        self.found.append(solution)
        return solution

    def _constraint(self) -> LinearConstraint:
        data, row_of, place_of = [], [], []
        for index, row in enumerate(self.rows):
            for cell, weight in zip(row.cells, row.weights, strict=True):
                data.append(float(weight))
                row_of.append(index)
                place_of.append(self._place[cell])
        shape = (len(self.rows), len(self.cells))
        matrix = csr_array((data, (row_of, place_of)), shape=shape)
        lows = [
            float(r.low) if r.low > -MANY * MANY // 2 else -np.inf for r in self.rows
        ]
        highs = [
            float(r.high) if r.high < MANY * MANY // 2 else np.inf for r in self.rows
        ]
        return LinearConstraint(matrix, lows, highs)

    def _cap(self) -> int:
        """A ceiling for unbounded counts, well above anything the rows imply.

        A ceiling only takes possible values away, so it can refuse a table and
        never pass one.
        """
        constants = sum(
            abs(end)
            for row in self.rows
            for end in (row.low, row.high)
            if abs(end) < MANY
        )
        floors = sum(self.known.lowest[cell] for cell in self.cells)
        return min(4 * (constants + floors + 100 * len(self.cells)), 10**7)
