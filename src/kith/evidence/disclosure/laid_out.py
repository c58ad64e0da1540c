"""True figures laid out as counts: what each rests on, what it is worth, what ties it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status, Unit
from kith.evidence.disclosure.cells import Count, Links, Told, told_by
from kith.evidence.disclosure.printing import (
    as_printed,
    can_be_judged,
    is_open_zero,
    shown_whole,
)
from kith.evidence.disclosure.public_view import (
    PublicView,
    is_whole_process,
    public_view,
)
from kith.evidence.disclosure.relations import Relation, complement, relations


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure


_PROCESS, _TOTAL, _PART, _LONGER_PART = 10_000, 100, 2, 3
"""What a reader loses with a whole count of process, which only a breakdown that
would give a child away can cost; with a total; a cell; a quarter of a year."""


@dataclass(frozen=True)
class LaidOut:
    """Figures in their order with the counts they tell, and all that follows.

    ``values`` are the true counts, those that a share leaves out among them; ``told``
    are those that some figure tells, here or ``already``;
    ``losses`` what hiding a count costs the reader, for those that may be hidden;
    ``beside`` the counts that share a relation. ``already`` stands in print and can
    be taken back no more: what it hides stays hidden, what it shows is known.
    """

    figures: Sequence[tuple[Figure, Told]]
    rule_set: RuleSet
    processes: frozenset[str]
    values: Mapping[Count, int]
    told: AbstractSet[Count]
    losses: Mapping[Count, int]
    tied: Sequence[Relation]
    beside: Mapping[Count, AbstractSet[Count]]
    links: Links
    already: tuple[Figure, ...] = ()
    hidden_already: frozenset[Count] = frozenset()

    def view(self, hidden: AbstractSet[Count]) -> PublicView:
        """What the public has once the figures are published so."""
        return public_view(
            (*self.already, *self.printed(hidden)),
            self.rule_set,
            self.links,
            self.processes,
        )

    def by_area(self) -> list[LaidOut]:
        """The same, in parts that no relation ties: areas that none holds another.

        What protects one says nothing of another, so that each is attacked as often
        as itself needs it.
        """
        every = set(_areas_tied(self).values())
        if len(every) < 2:
            return [self]
        return [
            replace(
                self,
                figures=[one for one in self.figures if one[0].area in areas],
                values=_those_of(areas, self.values),
                told={count for count in self.told if count.area in areas},
                losses=_those_of(areas, self.losses),
                tied=[one for one in self.tied if one.whole.area in areas],
                already=tuple(f for f in self.already if f.area in areas),
                hidden_already=frozenset(
                    count for count in self.hidden_already if count.area in areas
                ),
            )
            for areas in sorted(every, key=min)
        ]

    def small(self) -> set[Count]:
        """The counts that are too small in themselves, or cannot be judged, or are
        hidden already."""
        hidden = set(self.hidden_already)
        for figure, told in self.figures:
            if figure.status.has_value and not self._is_whole_process(figure):
                hidden.update(self._too_small(figure, told))
        return hidden

    def counts_of(self, chosen: Collection[Figure]) -> set[Count]:
        """What must be hidden so that these figures are, noughts aside."""
        ids = {id(figure) for figure in chosen}
        first = (
            told.counts[0]
            for figure, told in self.figures
            if told.counts and id(figure) in ids
        )
        return {count for count in first if count in self.losses and self.values[count]}

    def _too_small(self, figure: Figure, told: Told) -> tuple[Count, ...]:
        if not can_be_judged(figure) or self._leaves_out_few(figure):
            return told.counts if not can_be_judged(figure) else told.counts[:1]
        return tuple(c for c, n in _numbers(figure, told) if self.rule_set.hides(n))

    def _leaves_out_few(self, figure: Figure) -> bool:
        above, below = figure.numerator, figure.denominator
        if figure.unit is not Unit.PER_CENT or above is None or below is None:
            return False
        if is_open_zero(figure, self.rule_set) or above == below:
            return False
        return self.rule_set.hides_complement_of(above, below)

    def printed(self, hidden: AbstractSet[Count]) -> tuple[Figure, ...]:
        """Every figure as it would be published with these counts hidden."""
        return tuple(
            shown_whole(figure)
            if self._is_whole_process(figure) and hidden.isdisjoint(told.counts)
            else as_printed(figure, told, self.rule_set, hidden)
            for figure, told in self.figures
        )

    def _is_whole_process(self, figure: Figure) -> bool:
        return figure.status.has_value and is_whole_process(figure, self.processes)


def lay_out(
    figures: Sequence[Figure],
    rule_set: RuleSet,
    processes: frozenset[str],
    links: Links,
    already: tuple[Figure, ...] = (),
) -> LaidOut:
    """Figures laid out as counts, with the very relations the attack will draw."""
    laid = [(figure, told_by(figure, links)) for figure in figures]
    telling = [(figure, told) for figure, told in laid if _tells(figure)]
    before = public_view(already, rule_set, links, processes)
    shares = before.shares | {
        (told.numerator, told.denominator)
        for _, told in telling
        if told.numerator is not None and told.denominator is not None
    }
    values = _true_counts(telling)
    values.update((c, low) for c, (low, high) in before.printed.items() if low == high)
    if rule_set.hide_complement:
        _reckon_complements(values, shares)
    told = before.counts | {count for _, told in telling for count in told.counts}
    tied = relations(
        told,
        links,
        shares=shares,
        complements=rule_set.hide_complement,
    )
    losses = _losses(telling, values, processes)
    return LaidOut(
        figures=laid,
        rule_set=rule_set,
        processes=processes,
        values=values,
        told=told,
        losses={c: loss for c, loss in losses.items() if c not in before.printed},
        tied=tied,
        beside=_beside(tied),
        links=links,
        already=already,
        hidden_already=frozenset(before.hidden),
    )


def _areas_tied(laid: LaidOut) -> dict[str, frozenset[str]]:
    """Each area with all that some relation or figure ties it to, itself included."""
    together: dict[str, frozenset[str]] = {}
    tied = [
        *(
            {figure.area, *(c.area for c in told.counts)}
            for figure, told in laid.figures
        ),
        *({figure.area} for figure in laid.already),
        *({count.area for count in relation.counts} for relation in laid.tied),
    ]
    for areas in {frozenset(areas) for areas in tied}:
        joined = areas.union(*(together.get(area, ()) for area in areas))
        together |= dict.fromkeys(joined, joined)
    return together


def _those_of(areas: frozenset[str], numbers: Mapping[Count, int]) -> dict[Count, int]:
    return {count: number for count, number in numbers.items() if count.area in areas}


def _tells(figure: Figure) -> bool:
    return figure.status not in {Status.NOT_APPLICABLE, Status.NOT_SUPPLIED}


def _numbers(figure: Figure, told: Told) -> list[tuple[Count, int]]:
    pairs = (
        (told.numerator, figure.numerator),
        (told.denominator, figure.denominator),
    )
    return [(c, n) for c, n in pairs if c is not None and n is not None]


def _true_counts(telling: Sequence[tuple[Figure, Told]]) -> dict[Count, int]:
    values: dict[Count, int] = {}
    for figure, told in telling:
        for count, number in _numbers(figure, told):
            values.setdefault(count, number)
    return values


def _reckon_complements(
    values: dict[Count, int], shares: AbstractSet[tuple[Count, Count]]
) -> None:
    for above, below in shares:
        if above in values and below in values:
            values[complement(above, below)] = values[below] - values[above]


def _losses(
    telling: Sequence[tuple[Figure, Told]],
    values: Mapping[Count, int],
    processes: frozenset[str],
) -> dict[Count, int]:
    """Much is lost with a count that many figures tell, or a large one."""
    weights: Counter[Count] = Counter()
    for figure, told in telling:
        for count in told.counts:
            weights[count] += _weight(figure, processes)
    return {
        count: weight * (1000 + min(values[count], 999))
        for count, weight in weights.items()
        if count in values
    }


def _weight(figure: Figure, processes: frozenset[str]) -> int:
    if is_whole_process(figure, processes):
        return _PROCESS
    if not figure.breakdown:
        return _TOTAL
    by_quarter = any(cell.dimension == "quarter" for cell in figure.breakdown)
    return _LONGER_PART if by_quarter else _PART


def _beside(tied: Sequence[Relation]) -> dict[Count, set[Count]]:
    beside: dict[Count, set[Count]] = defaultdict(set)
    for relation in tied:
        for count in relation.counts:
            beside[count].update(relation.counts)
    return beside
