"""Which further counts to hide, at the least loss to the reader.

A set cover: in every sum with a hidden member a second one must be hidden, with
room enough between them; noughts are never hidden, and small cells go before large
ones, cells before totals. What the cover cannot foresee (shares, two-way tables,
children counted once) the attack finds, and comes back as a cut.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from kith.evidence.disclosure.relations import Relation, Tie


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kith.evidence.disclosure.cells import Count


_NODES = 5_000
"""A limit on work, not on time, so that the same table is always hidden alike."""


@dataclass(frozen=True)
class Demand:
    """``Σ weight·hidden ≥ least`` over counts, hidden being 1 or 0."""

    weights: Mapping[Count, int]
    least: int

    def met_by(self, hidden: Collection[Count]) -> bool:
        """Whether hiding these is enough."""
        return sum(w for c, w in self.weights.items() if c in hidden) >= self.least


@dataclass
class Cover:
    """The counts that may be hidden, what each costs, and what is asked of them.

    ``values`` are the true counts; ``costs`` has those that may be hidden; a count
    in ``unseen`` is never printed (it has no figure) and counts as hidden.
    """

    values: Mapping[Count, int]
    costs: Mapping[Count, int]
    unseen: frozenset[Count]
    room: int
    demands: list[Demand] = field(default_factory=list)

    def ask_of(self, relation: Relation) -> None:
        """A hidden member of a sum needs a hidden partner, and room between them."""
        if relation.tie is not Tie.SUM or relation.whole in self.unseen:
            return
        members = relation.counts
        if any(c not in self.values for c in members):
            return
        slack = {c: max(self.values[c] - 1, 0) for c in relation.parts}
        for one in members:
            if not self._may_be_hidden(one):
                continue
            others = {c: 1 for c in members if c != one and self._may_be_hidden(c)}
            self.demands.append(Demand({**others, one: -1}, 0))
            if one != relation.whole:
                roomy = {c: s for c, s in slack.items() if self._may_be_hidden(c)}
                roomy[relation.whole] = self.room
                roomy[one] = roomy[one] - self.room
                self.demands.append(Demand(roomy, 0))

    def ask_for_one_of(self, counts: Collection[Count]) -> None:
        """At least one more of these must be hidden."""
        self.demands.append(Demand(dict.fromkeys(counts, 1), 1))

    def _may_be_hidden(self, count: Count) -> bool:
        return count in self.costs or count in self.unseen

    def hide(self, hidden: Collection[Count]) -> set[Count]:
        """The cheapest counts to hide, those hidden already among them."""
        chosen = set(hidden) | self.unseen
        for demands in self._groups():
            if not all(demand.met_by(chosen) for demand in demands):
                chosen |= self._solved(demands, chosen)
        return chosen - self.unseen

    def _groups(self) -> list[list[Demand]]:
        """Demands that have counts in common."""
        leader: dict[Count, Count] = {}

        def find(count: Count) -> Count:
            while leader.setdefault(count, count) is not count:
                leader[count] = leader[leader[count]]
                count = leader[count]
            return count

        for demand in self.demands:
            first, *others = demand.weights
            for other in others:
                leader[find(other)] = find(first)
        groups: dict[Count, list[Demand]] = defaultdict(list)
        for demand in self.demands:
            groups[find(next(iter(demand.weights)))].append(demand)
        return list(groups.values())

    def _solved(self, demands: Sequence[Demand], hidden: set[Count]) -> set[Count]:
        counts = sorted({c for demand in demands for c in demand.weights})
        place = {count: i for i, count in enumerate(counts)}
        cost = np.array([float(self.costs.get(c, 0)) for c in counts])
        low = np.array([float(c in hidden) for c in counts])
        high = np.array([float(c in hidden or c in self.costs) for c in counts])
        answer = milp(
            cost,
            constraints=_constraint(demands, place),
            bounds=Bounds(low, high),
            integrality=np.ones(len(counts)),
            options={"node_limit": _NODES, "mip_rel_gap": 0.0},
        )
        if answer.x is None:
            return {count for count in counts if count in self.costs}
        return {c for c, h in zip(counts, answer.x, strict=True) if h > 0.5}


def _constraint(
    demands: Sequence[Demand], place: Mapping[Count, int]
) -> LinearConstraint:
    data, row_of, place_of = [], [], []
    for index, demand in enumerate(demands):
        for count, weight in demand.weights.items():
            data.append(float(weight))
            row_of.append(index)
            place_of.append(place[count])
    shape = (len(demands), len(place))
    matrix = csr_array((data, (row_of, place_of)), shape=shape)
    return LinearConstraint(matrix, [float(d.least) for d in demands], np.inf)
