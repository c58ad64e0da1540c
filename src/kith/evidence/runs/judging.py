"""A proposed table, counted and judged beside everything released before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import NotReleasableError, Table, given_away, release
from kith.evidence.disclosure.beside import Judge, known_beside
from kith.evidence.measures import family, figures, published_figures
from kith.evidence.publish.edition import check_as_built
from kith.evidence.publish.figures import figures_in_print
from kith.evidence.publish.ledger import (
    digest_of_table,
    in_print,
    links_then_and_now,
    processes_then_and_now,
)


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kith.contracts.commands.releases import LeaveOut, ReleaseRequest
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure import GivenAway, Released
    from kith.evidence.publish.ledger import Release
    from kith.evidence.store.fact_store import FactStore


NEW = "this table"


class EmptyTableError(ValueError):
    """What was asked for holds no figure."""


@dataclass(frozen=True)
class Judged:
    """A table as it would be printed, and what it would give away.

    ``unsafe`` says why it cannot be made safe even by itself; then it has no figures.
    """

    request: ReleaseRequest
    figures: tuple[Figure, ...]
    digest: str
    given_away: tuple[GivenAway, ...] = ()
    unsafe: str = ""

    @property
    def is_safe(self) -> bool:
        """Whether it may be approved."""
        return not self.given_away and not self.unsafe


@dataclass(frozen=True)
class Bench:
    """The store whose rows are counted, and what the public holds already."""

    store: FactStore
    inputs_digest: str
    rule_set: str
    known: Mapping[str, Release]

    def judge(self, request: ReleaseRequest) -> Judged:
        """The table as asked for, hidden by itself, attacked beside the others."""
        if request.is_as_built:
            return self.attacked(request, self.as_built())
        asked = self.counted(request)
        try:
            printed = self.printed(request, asked).content
        except NotReleasableError as fault:
            return Judged(request, (), "", unsafe=str(fault))
        return self.attacked(request, printed)

    def is_provisional(self, request: ReleaseRequest) -> bool:
        """Whether what is asked for is an edition whose figures may still change."""
        return bool(request.edition) and self.store.partnership.provisional

    def as_built(self) -> tuple[Figure, ...]:
        """The edition's figures as its build made them fit to print.

        Raises:
            StoreError: they are not those that were built.
        """
        assert self.store.public is not None
        check_as_built(self.store.public)
        return figures_in_print(self.store.public)

    def attacked(self, request: ReleaseRequest, printed: Sequence[Figure]) -> Judged:
        """A table as it would be printed, attacked beside what is in print."""
        digest = digest_of_table(
            printed,
            audience=request.audience,
            rule_set=self.rule_set,
            provisional=self.is_provisional(request),
        )
        table = Table(NEW, self.inputs_digest, tuple(printed), RULE_SETS[self.rule_set])
        told = given_away(table, self.before(printed), self.judging)
        return Judged(request, tuple(printed), digest, told)

    def counted(self, request: ReleaseRequest) -> list[Figure]:
        """The table asked for, true.

        Raises:
            EmptyTableError: there is nothing in it.
        """
        if request.edition:
            found = published_figures(self.store)
        else:
            found = self._figures(request)
        if not found:
            raise EmptyTableError("the table asked for holds no figure")
        return found

    def _figures(self, request: ReleaseRequest) -> list[Figure]:
        assert request.first is not None
        assert request.last is not None
        groupings = [request.by]
        if request.totals and request.by:
            alone = [(name,) for name in request.by] if len(request.by) > 1 else []
            groupings = [(), *alone, request.by]
        return [
            figure
            for by in groupings
            for figure in figures(
                self.store,
                measures=request.measures,
                areas=request.areas,
                period=Period(request.first, request.last),
                by=by,
            )
        ]

    def printed(
        self, request: ReleaseRequest, asked: Sequence[Figure]
    ) -> Released[tuple[Figure, ...]]:
        """The figures asked for as they would be printed.

        Raises:
            NotReleasableError: they cannot be made safe by themselves, or where the
                request hides more, beside what is in print.
        """
        judging = self.judging
        already: tuple[Figure, ...] = ()
        if request.hides_more:
            already = known_beside(
                self.before(asked), self.inputs_digest, judging.links
            )
        return release(
            asked,
            RULE_SETS[self.rule_set],
            processes=judging.processes,
            links=judging.links,
            already=already,
            left_out=[f for f in asked if any(matches(f, c) for c in request.left_out)],
        )

    def before(self, figures: Collection[Figure]) -> list[Table]:
        """What is in print of everything that counts the same rows."""
        measures = {figure.measure for figure in figures}
        return in_print(self.known.values(), measures.union(family(measures)))

    @cached_property
    def judging(self) -> Judge:
        """What everybody knows of the measures."""
        known = self.known.values()
        return Judge(
            RULE_SETS[self.rule_set],
            links_then_and_now(known),
            processes_then_and_now(known),
        )


def matches(figure: Figure, cells: LeaveOut) -> bool:
    """Whether a figure is among the cells that a pair of words for each names."""
    here = cell_of(figure)
    return all(here.get(name) == word for name, word in cells)


def cell_of(figure: Figure) -> dict[str, str]:
    """The words that name a figure's cell."""
    return {
        "measure": figure.measure,
        "area": figure.area,
        "from": figure.period.first.isoformat(),
        "to": figure.period.last.isoformat(),
        "cell": "part" if figure.breakdown else "total",
        **{cell.dimension: cell.value for cell in figure.breakdown},
    }
