"""A new table beside every table released before: what do they give away together?

Tables in print go in, as anybody holds them; nothing true is known here. Tables of
one edition count the same rows and are taken together as they are. Of tables of
several editions a reader may believe that what one of them does not say has not
changed, so they are taken together once more from the standpoint of each.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kith.evidence.disclosure.attack import Breach, Remembered, attack_drawn
from kith.evidence.disclosure.cells import Links, told_by
from kith.evidence.disclosure.programme import SECONDS
from kith.evidence.disclosure.public_view import view_of_all


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure.cells import Count

    Printed = tuple[Figure, RuleSet]


@dataclass(frozen=True)
class Table:
    """Figures that are in print together.

    ``counted_from`` says which edition's rows: two tables with the same word rest on
    the same truth.
    """

    name: str
    counted_from: str
    figures: tuple[Figure, ...]
    rule_set: RuleSet


@dataclass(frozen=True)
class GivenAway:
    """A count that a new table gives away, with the earlier tables it takes.

    ``by`` has the fewest earlier tables that do it, each with those of its figures
    that stand nearest the count; none where the new table does it by itself; None
    where nobody looked, because enough were named already.
    """

    breach: Breach
    by: tuple[tuple[Table, tuple[Figure, ...]], ...] | None


NAMED_AT_MOST = 12
"""Of how many counts it is found out which earlier tables give them away."""


@dataclass(frozen=True)
class Judge:
    """What the tables' measures have to do with one another, and what is looked for."""

    rule_set: RuleSet
    links: Links
    processes: frozenset[str] = frozenset()
    seconds: float = SECONDS
    remembered: Remembered = field(default_factory=Remembered, compare=False)

    def breaches(self, tables: Sequence[Table], edition: str) -> dict[Count, Breach]:
        """Every count that the tables give away together, from any standpoint.

        What the tables of another edition than the one named give away among
        themselves is no new table's doing and not looked at.
        """
        found: dict[Count, Breach] = {}
        for printed, is_one_edition in _standpoints(tables, edition, self.links):
            view = view_of_all(printed, self.links, self.processes)
            if not is_one_edition:
                # Another edition may print what an earlier one hid: the same cell,
                # but not the same number.
                view.undone.clear()
            told = attack_drawn(
                view,
                self.rule_set,
                self.links,
                seconds=self.seconds,
                remembered=self.remembered,
            )
            for breach in told:
                known = found.setdefault(breach.count, breach)
                if len(breach.values) < len(known.values):
                    found[breach.count] = breach
        return found

    def printed(self, tables: Sequence[Table]) -> set[Count]:
        """Every count that some table prints."""
        figures = ((f, table.rule_set) for table in tables for f in table.figures)
        return set(view_of_all(figures, self.links, self.processes).printed)


def given_away(
    new: Table, before: Sequence[Table], judge: Judge
) -> tuple[GivenAway, ...]:
    """What the new table gives away that the tables before it did not, in order."""
    after = judge.breaches((*before, new), new.counted_from)
    if not after:
        return ()
    already = judge.breaches(before, new.counted_from)
    # A new table that hides what everybody has gives nothing away by that.
    spared = judge.printed(before) | {
        count
        for count, breach in already.items()
        if count in after and len(breach.values) <= len(after[count].values)
    }
    fresh = [breach for count, breach in sorted(after.items()) if count not in spared]
    blamed = _blamed(fresh[:NAMED_AT_MOST], new, before, judge)
    unnamed = (GivenAway(breach, None) for breach in fresh[NAMED_AT_MOST:])
    return (*blamed, *unnamed)


def known_beside(
    tables: Sequence[Table], edition: str, links: Links
) -> tuple[Figure, ...]:
    """What a reader of an edition may take for true of all tables in print."""
    own = [table for table in tables if table.counted_from == edition]
    others = [table for table in tables if table.counted_from != edition]
    printed = [(f, table.rule_set) for table in own for f in table.figures]
    said = printed + _where_silent(printed, others[::-1], links)
    return tuple(figure for figure, _ in said)


def _blamed(
    breaches: Sequence[Breach], new: Table, before: Sequence[Table], judge: Judge
) -> Iterator[GivenAway]:
    """Each with the fewest earlier tables that do it."""
    likely: Sequence[Table] = ()
    for breach in breaches:
        akin = _akin_series(breach.count, (*before, new), judge.links)
        gives = _giving(breach.count, new, akin, judge)
        # One cause often gives several counts away.
        needed = _needed(gives, (), likely if gives(likely) else before)
        yield GivenAway(breach, tuple(_nearest(breach, table) for table in needed))
        likely = needed


def _standpoints(
    tables: Sequence[Table], edition: str, links: Links
) -> Iterator[tuple[list[Printed], bool]]:
    """What a reader may take for true together, and whether one edition says it."""
    for standpoint in dict.fromkeys(table.counted_from for table in tables):
        own = [table for table in tables if table.counted_from == standpoint]
        printed = [(f, table.rule_set) for table in own for f in table.figures]
        if standpoint == edition:
            yield printed, True
        others = [table for table in tables if table.counted_from != standpoint]
        if others:
            yield printed + _where_silent(printed, others[::-1], links), False


def _where_silent(
    own: Sequence[Printed], others: Sequence[Table], links: Links
) -> list[Printed]:
    """What other tables say, the newest first, where nobody before says otherwise."""
    said: dict[Count, int] = {}
    for figure, _ in own:
        said |= _numbers(figure, links)
    taken: list[Printed] = []
    for table in others:
        for figure in table.figures:
            numbers = _numbers(figure, links)
            if all(said.get(count, n) == n for count, n in numbers.items()):
                said |= numbers
                taken.append((figure, table.rule_set))
    return taken


def _numbers(figure: Figure, links: Links) -> Mapping[Count, int]:
    told = told_by(figure, links)
    pairs = (
        (told.numerator, figure.numerator),
        (told.denominator, figure.denominator),
    )
    return {count: n for count, n in pairs if count is not None and n is not None}


def _giving(
    count: Count, new: Table, akin: frozenset[str], judge: Judge
) -> Callable[[Sequence[Table]], bool]:
    """Whether some tables give the count away beside the new one."""

    def gives(tables: Sequence[Table]) -> bool:
        cut = [_of_series(table, akin, judge.links) for table in (*tables, new)]
        return count in judge.breaches(cut, new.counted_from)

    return gives


def _akin_series(count: Count, tables: Sequence[Table], links: Links) -> frozenset[str]:
    """The series that shares tie to the count's: the others cannot tell of it."""
    tied = {
        frozenset(told.series for told in told_by(figure, links).counts)
        for table in tables
        for figure in table.figures
    }
    akin = set(count.series.split(" less "))
    while more := {s for pair in tied if pair & akin for s in pair} - akin:
        akin |= more
    return frozenset(akin)


def _of_series(table: Table, akin: frozenset[str], links: Links) -> Table:
    figures = tuple(
        figure
        for figure in table.figures
        if any(told.series in akin for told in told_by(figure, links).counts)
    )
    return replace(table, figures=figures)


def _needed(
    gives: Callable[[Sequence[Table]], bool],
    sure: Sequence[Table],
    doubtful: Sequence[Table],
) -> Sequence[Table]:
    """The fewest of the doubtful tables that give it away beside the sure ones."""
    if gives(sure):
        return ()
    if len(doubtful) == 1:
        return doubtful
    half = len(doubtful) // 2
    older, newer = doubtful[:half], doubtful[half:]
    of_newer = _needed(gives, (*sure, *older), newer)
    of_older = _needed(gives, (*sure, *of_newer), older)
    return (*of_older, *of_newer)


def _nearest(breach: Breach, table: Table) -> tuple[Table, tuple[Figure, ...]]:
    ids = {id(figure) for figure in breach.given_away_by}
    return table, tuple(f for f in table.figures if id(f) in ids)
