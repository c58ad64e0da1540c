"""Figures in, `Released` figures out: hide, attack, hide more, until nothing gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status, Unit
from kith.evidence.disclosure.attack import Breach, attack_view
from kith.evidence.disclosure.cells import Count, Links, Told, told_by
from kith.evidence.disclosure.cover import Cover
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
from kith.evidence.disclosure.released import NotReleasableError, Released, sealed


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure.possible import Memory


_ROUNDS = 200
"""Far above what a table needs: each round hides at least one count more."""


def release(
    figures: Sequence[Figure],
    rule_set: RuleSet,
    *,
    processes: frozenset[str] = frozenset(),
    links: Links | None = None,
    secondary: bool = True,
) -> Released[tuple[Figure, ...]]:
    """The figures as the audience of a rule set may see them, in the same order.

    Small counts are hidden, and with them whatever would give them away, until
    `attack` finds nothing. Give it every figure the audience will hold, totals
    included: it can protect only what it sees together. ``processes`` are measures
    whose undivided counts are shown whole; ``secondary`` is off only to show that
    the attack then finds the hole.

    Raises:
        NotReleasableError: nothing that may be hidden makes the figures safe.
    """
    if not rule_set.hides_anything:
        return sealed(tuple(figures), rule_set)
    desk = _Desk(figures, rule_set, processes, links or Links())
    hidden = desk.small()
    if secondary:
        hidden = desk.protected(hidden)
    return sealed(desk.printed(hidden), rule_set)


@dataclass(frozen=True)
class _Cost:
    """What it costs the reader to lose a count."""

    total: int = 100
    part: int = 2
    longer_part: int = 3

    def of(self, figure: Figure) -> int:
        if not figure.breakdown:
            return self.total
        by_quarter = any(c.dimension == "quarter" for c in figure.breakdown)
        return self.longer_part if by_quarter else self.part


class _Desk:
    """The true figures laid out as counts, with what ties them."""

    def __init__(
        self,
        figures: Sequence[Figure],
        rule_set: RuleSet,
        processes: frozenset[str],
        links: Links,
    ) -> None:
        self.rule_set = rule_set
        self.links = links
        self.processes = processes
        self.laid = [(figure, told_by(figure, links)) for figure in figures]
        self.values = self._true_counts()
        self.exempt = frozenset(
            told.numerator
            for figure, told in self.laid
            if told.numerator is not None and is_whole_process(figure, processes)
        )
        self.tied = self._relations()
        self.beside = self._neighbours()

    def _true_counts(self) -> dict[Count, int]:
        values: dict[Count, int] = {}
        for figure, told in self.laid:
            if figure.status.has_value:
                for count, number in _numbers(figure, told):
                    values.setdefault(count, number)
        return values

    def _relations(self) -> list[Relation]:
        """The very relations the attack will draw, since it sees the same counts."""
        shares = {
            (told.numerator, told.denominator)
            for figure, told in self.laid
            if told.numerator and told.denominator and _tells(figure)
        }
        counts = {
            c for figure, told in self.laid if _tells(figure) for c in told.counts
        }
        complements = self.rule_set.hide_complement
        if complements:
            for above, below in shares:
                if above in self.values and below in self.values:
                    left = self.values[below] - self.values[above]
                    self.values[complement(above, below)] = left
        return relations(counts, self.links, shares=shares, complements=complements)

    def _neighbours(self) -> dict[Count, set[Count]]:
        beside: dict[Count, set[Count]] = defaultdict(set)
        for relation in self.tied:
            for count in relation.counts:
                beside[count].update(relation.counts)
        return beside

    def small(self) -> set[Count]:
        """Primary suppression: the counts that are small in themselves."""
        hidden: set[Count] = set()
        for figure, told in self.laid:
            if not figure.status.has_value or is_whole_process(figure, self.processes):
                continue
            numbers = _numbers(figure, told)
            hidden.update(c for c, n in numbers if self.rule_set.hides(n))
            if figure.unit is Unit.PER_CENT and self._leaves_out_few(figure):
                hidden.update(c for c in (told.numerator,) if c is not None)
            if not can_be_judged(figure):
                hidden.update(told.counts)
        return hidden - self.exempt

    def _leaves_out_few(self, figure: Figure) -> bool:
        above, below = figure.numerator, figure.denominator
        if above is None or below is None or is_open_zero(figure, self.rule_set):
            return False
        left = below - above
        return left > 0 and self.rule_set.hides_complement_of(above, below)

    def protected(self, hidden: set[Count]) -> set[Count]:
        """Secondary suppression: hide until the attack finds nothing."""
        cover = self._cover()
        if self.rule_set.count_base == 1:
            hidden = cover.hide(hidden)
        memory: Memory = {}
        for _ in range(_ROUNDS):
            view = self._view(hidden)
            hidden = hidden | (view.hidden & self.values.keys())
            breaches = attack_view(view, self.tied, self.rule_set, memory=memory)
            if not breaches:
                return hidden
            for breach in breaches:
                cover.ask_for_one_of(self._more_to_hide(breach, hidden))
            hidden = cover.hide(hidden)
        raise NotReleasableError(
            "the table could not be made safe: release it in parts"
        )

    def _cover(self) -> Cover:
        zero_shown = self.rule_set.zero_shown
        unseen = frozenset(
            count
            for relation in self.tied
            for count in relation.counts
            if count in self.values and not self._is_told(count)
        )
        small = frozenset(c for c in unseen if self._is_small(c))
        cover = Cover(
            self.values,
            {
                count: cost
                for count, cost in self._costs().items()
                if (self.values.get(count) or not zero_shown)
            },
            small,
            self.rule_set.minimum_feasible_values - 1,
        )
        if self.rule_set.count_base == 1:
            for relation in self.tied:
                if not (unseen - small).intersection(relation.counts):
                    cover.ask_of(relation)
        return cover

    def _is_small(self, count: Count) -> bool:
        return self.values[count] > 0 and self.rule_set.hides(self.values[count])

    def _is_told(self, count: Count) -> bool:
        return count in self._figures_of

    @property
    def _figures_of(self) -> Counter[Count]:
        if not hasattr(self, "_costs_cache"):
            cost = _Cost()
            self._costs_cache: Counter[Count] = Counter()
            for figure, told in self.laid:
                for count in told.counts:
                    self._costs_cache[count] += cost.of(figure)
        return self._costs_cache

    def _costs(self) -> dict[Count, int]:
        return {
            count: weight * (1000 + min(self.values.get(count, 0), 999))
            for count, weight in self._figures_of.items()
            if count not in self.exempt
        }

    def _more_to_hide(self, breach: Breach, hidden: set[Count]) -> set[Count]:
        """What may be hidden to protect a count: its neighbours, then theirs; then
        noughts, which nothing but a contradiction in the figures can make needful."""
        near = self.beside[breach.count]
        far = {c for count in near for c in self.beside[count]}
        for among in (near, far, self.values.keys()):
            free = {c for c in among if self._may_hide(c) and c not in hidden}
            if shown := {c for c in free if self.values[c]}:
                return shown
        raise NotReleasableError(
            f"{breach} could be worked out whatever else is hidden: "
            "leave its measure out, or correct figures that contradict each other"
        )

    def _may_hide(self, count: Count) -> bool:
        return (
            count in self.values and self._is_told(count) and count not in self.exempt
        )

    def _view(self, hidden: set[Count]) -> PublicView:
        return public_view(
            self.printed(hidden), self.rule_set, self.links, self.processes
        )

    def printed(self, hidden: set[Count]) -> tuple[Figure, ...]:
        """Every figure as it would be published with these counts hidden."""
        return tuple(
            shown_whole(figure)
            if is_whole_process(figure, self.processes) and _tells(figure)
            else as_printed(figure, told, self.rule_set, hidden)
            for figure, told in self.laid
        )


def _tells(figure: Figure) -> bool:
    return figure.status not in {Status.NOT_APPLICABLE, Status.NOT_SUPPLIED}


def _numbers(figure: Figure, told: Told) -> list[tuple[Count, int]]:
    pairs = (
        (told.numerator, figure.numerator),
        (told.denominator, figure.denominator),
    )
    return [(c, n) for c, n in pairs if c is not None and n is not None]
