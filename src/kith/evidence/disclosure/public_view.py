"""What the public sees of each count, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status, Unit
from kith.evidence.disclosure.cells import RATES, Count, Links, Told, told_by


if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure


PER = {Unit.PER_CENT: 100, Unit.PER_10_000: 10_000, Unit.PER_100_000: 100_000}


@dataclass(frozen=True)
class PrintedRatio:
    """A share or rate in print: it bounds its counts even where they are hidden."""

    numerator: Count
    denominator: Count | int
    per: int
    value: Decimal
    decimals: int


@dataclass
class PublicView:
    """Counts in print as intervals (rounding hides the rest), counts known to be
    there and hidden, the pairs of counts that shares tie, and ratios in print."""

    printed: dict[Count, tuple[int, int]] = field(default_factory=dict)
    hidden: set[Count] = field(default_factory=set)
    shares: set[tuple[Count, Count]] = field(default_factory=set)
    ratios: list[PrintedRatio] = field(default_factory=list)
    figures: dict[Count, list[Figure]] = field(
        default_factory=lambda: defaultdict(list)
    )
    services: set[Count] = field(default_factory=set)
    """Counts of process that say nothing of any child, hidden or not."""
    undone: list[tuple[Figure, Told]] = field(default_factory=list)
    """Hidden figures whose every count stands in print elsewhere."""

    @property
    def counts(self) -> set[Count]:
        """Every count that some figure tells, shown or hidden."""
        return self.hidden | self.printed.keys()


def is_whole_process(figure: Figure, processes: frozenset[str]) -> bool:
    """Whether the figure counts meetings and the like, not broken down: shown whole
    because it counts no children."""
    return figure.measure in processes and not figure.breakdown


def is_about_services(count: Count, processes: frozenset[str]) -> bool:
    """Whether a count of process says nothing of any child: whole, or by month,
    quarter or agency; by sex, age or ethnic group it may."""
    return count.series in processes and all(
        cell.dimension == "agency" for cell in count.who
    )


def public_view(
    published: Iterable[Figure],
    rule_set: RuleSet,
    links: Links,
    processes: frozenset[str],
) -> PublicView:
    """The view of somebody who holds every published figure."""
    printed = ((figure, rule_set) for figure in published)
    return view_of_all(printed, links, processes)


def view_of_all(
    printed: Iterable[tuple[Figure, RuleSet]],
    links: Links,
    processes: frozenset[str],
) -> PublicView:
    """The view of somebody who holds figures that were printed under several sets."""
    view = PublicView()
    suppressed: list[tuple[Figure, Told]] = []
    for figure, rule_set in printed:
        if figure.status in {Status.NOT_APPLICABLE, Status.NOT_SUPPLIED}:
            continue
        told = told_by(figure, links)
        view.services.update(c for c in told.counts if is_about_services(c, processes))
        _note_counts(view, figure, told, rule_set, is_whole_process(figure, processes))
        if figure.status is Status.SUPPRESSED:
            suppressed.append((figure, told))
        else:
            _note_ratio(view, figure, told, rule_set)
    view.hidden -= view.printed.keys()
    for figure, told in suppressed:
        unknown = [count for count in told.counts if count not in view.printed]
        view.hidden.update(unknown)
        if told.counts and not unknown:
            view.undone.append((figure, told))
    return view


def _note_counts(
    view: PublicView, figure: Figure, told: Told, rule_set: RuleSet, exact: bool
) -> None:
    if told.numerator is not None and told.denominator is not None:
        view.shares.add((told.numerator, told.denominator))
    for count, printed in (
        (told.numerator, figure.numerator),
        (told.denominator, figure.denominator),
    ):
        if count is None:
            continue
        if printed is None:
            view.hidden.add(count)
            continue
        ends = (
            (printed, printed)
            if exact
            else rule_set.counts_printed_as(printed, count.area)
        )
        before = view.printed.get(count, ends)
        both = max(before[0], ends[0]), min(before[1], ends[1])
        view.printed[count] = both if both[0] <= both[1] else before
        view.figures[count].append(figure)


def _note_ratio(
    view: PublicView, figure: Figure, told: Told, rule_set: RuleSet
) -> None:
    below = told.denominator
    if figure.unit in RATES:
        of: Count | int | None = figure.denominator
    else:
        of = below
    if figure.value is None or told.numerator is None or of is None:
        return
    if figure.unit not in PER:
        return
    view.ratios.append(
        PrintedRatio(
            told.numerator, of, PER[figure.unit], figure.value, rule_set.decimals
        )
    )
    view.figures[told.numerator].append(figure)
