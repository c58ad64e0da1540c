"""The attack that anybody with all our published figures could make.

It knows that a quarter is the sum of its months, that a share rests on two counts,
that noughts are always shown; and asks of every hidden count which whole numbers
are possible. Published figures go in; what they give away comes out. Nothing true
is known here that the public does not know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.evidence.disclosure.cells import Links
from kith.evidence.disclosure.knowledge import MANY, Knowledge, Row, rows_of
from kith.evidence.disclosure.possible import (
    Memory,
    Possible,
    Question,
    possible_values,
)
from kith.evidence.disclosure.programme import SECONDS
from kith.evidence.disclosure.public_view import (
    PrintedRatio,
    PublicView,
    view_of_all,
)
from kith.evidence.disclosure.relations import Relation, relations


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure.cells import Count


@dataclass(frozen=True)
class Breach:
    """A count that was hidden, or never printed, and can be worked out too closely.

    ``values`` are all it can be; empty where nothing could be proved, which counts
    as given away. ``given_away_by`` are the figures it stands in a sum or share with.
    """

    count: Count
    values: tuple[int, ...]
    given_away_by: tuple[Figure, ...]

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the most it can be, if anything was proved."""
        return (self.values[0], self.values[-1]) if self.values else None

    def __str__(self) -> str:
        """Where the hole is; never how small the number in it is."""
        who = ", ".join(f"{c.dimension} {c.value}" for c in self.count.who)
        days = f"{self.count.first} to {self.count.last}"
        return f"{self.count.series}, {self.count.area}, {days}" + (
            f", {who}" if who else ""
        )


@dataclass
class Remembered:
    """What attacks that have much in common need not work out again.

    They must ask by the same rule set. Counts keep their number from one to the next.
    """

    numbers: dict[Count, int] = field(default_factory=dict)
    answers: Memory = field(default_factory=dict)

    def numbered(self, counts: Iterable[Count]) -> dict[Count, int]:
        """The number of each count, these and all before, in their order."""
        for count in counts:
            self.numbers.setdefault(count, len(self.numbers))
        return self.numbers


def attack(
    published: Iterable[Figure],
    rule_set: RuleSet,
    links: Links | None = None,
    *,
    processes: frozenset[str] = frozenset(),
    seconds: float = SECONDS,
) -> list[Breach]:
    """Every count that published figures give away, in a fixed order.

    A hidden count is given away when fewer than the rule set's
    ``minimum_feasible_values`` whole numbers are possible; one that was never printed
    (those a share leaves out, the days between two totals) when these few are all too
    small to show. ``processes`` are measures whose undivided counts are shown whole.
    """
    printed = [(figure, rule_set) for figure in published]
    view = view_of_all(printed, links or Links(), processes)
    return attack_drawn(view, rule_set, links or Links(), seconds=seconds)


def attack_drawn(
    view: PublicView,
    rule_set: RuleSet,
    links: Links,
    *,
    seconds: float = SECONDS,
    remembered: Remembered | None = None,
) -> list[Breach]:
    """The attack on a view, with every relation that anybody may draw."""
    tied = relations(
        view.counts,
        links,
        shares=view.shares,
        complements=rule_set.hide_complement,
    )
    return attack_view(view, tied, rule_set, seconds=seconds, remembered=remembered)


def attack_view(
    view: PublicView,
    tied: Sequence[Relation],
    rule_set: RuleSet,
    *,
    seconds: float = SECONDS,
    remembered: Remembered | None = None,
) -> list[Breach]:
    """The attack on a view whose relations are known already."""
    remembered = remembered or Remembered()
    present = sorted({*view.counts, *(c for r in tied for c in r.counts)})
    number = remembered.numbered(present)
    every = list(number)
    known = _bounds(every, view, rule_set)
    rows = [row for relation in tied for row in rows_of(relation, number)]
    for ratio in view.ratios:
        rows.extend(_ratio_rows(ratio, number))
    spared = view.printed.keys() | view.services
    asked = frozenset(number[count] for count in present if count not in spared)
    question = Question(
        asked,
        rule_set.minimum_feasible_values,
        unprinted=frozenset(i for i in asked if every[i] not in view.hidden),
        few=range(max(rule_set.hide_from, 1), rule_set.hide_to + 1),
        seconds=seconds,
    )
    answers = possible_values(known, rows, question, remembered.answers)
    given = sorted(
        every[i]
        for i in asked
        if _given_away(answers[i], rule_set, hidden=every[i] in view.hidden)
    )
    beside = _beside(given, view, tied)
    return [
        *(Breach(c, answers[number[c]].values, tuple(beside[c])) for c in given),
        *(
            Breach(told.counts[0], view.printed[told.counts[0]], (figure,))
            for figure, told in view.undone
        ),
    ]


def _bounds(every: list[Count], view: PublicView, rule_set: RuleSet) -> Knowledge:
    """Printed counts are as printed; a hidden one is at least 1, for noughts show."""
    floor = 1 if rule_set.zero_shown else 0
    known = Knowledge()
    for count in every:
        least = floor if count in view.hidden else 0
        low, high = view.printed.get(count, (least, MANY))
        known.lowest.append(low)
        known.highest.append(high)
    return known


def _ratio_rows(ratio: PrintedRatio, number: dict[Count, int]) -> list[Row]:
    """``value`` is per·n/d within half of its last decimal, both ends included."""
    scale = 2 * 10**ratio.decimals
    value = int(ratio.value.scaleb(ratio.decimals).to_integral_value()) * 2
    above = number[ratio.numerator]
    step = scale * ratio.per
    if isinstance(ratio.denominator, int):
        of = ratio.denominator
        return [Row((above,), (step,), (value - 1) * of, (value + 1) * of)]
    below = number[ratio.denominator]
    return [
        Row((above, below), (step, -(value - 1)), low=0),
        Row((above, below), (step, -(value + 1)), high=0),
    ]


def _given_away(answer: Possible, rule_set: RuleSet, *, hidden: bool) -> bool:
    if len(answer.values) >= rule_set.minimum_feasible_values or not answer.values:
        return not answer.values
    return hidden or all(rule_set.hides(v) and v > 0 for v in answer.values)


def _beside(
    given: Sequence[Count], view: PublicView, tied: Sequence[Relation]
) -> dict[Count, list[Figure]]:
    """The printed figures that share a relation with each of the counts."""
    beside: dict[Count, dict[int, Figure]] = {count: {} for count in given}
    for relation in tied:
        for count in beside.keys() & set(relation.counts):
            for other in relation.counts:
                beside[count].update((id(f), f) for f in view.figures.get(other, ()))
    return {count: list(figures.values()) for count, figures in beside.items()}
