"""Tables released one after another: the attack agrees with trying every truth.

Two hundred sequences over three months and two sexes. Whatever was printed, all
small tables of true counts are tried, and those kept that print the same. A hidden
count is given away where fewer values remain than the rule set asks for; so is one
that nobody printed where those few are all too small to show.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from itertools import pairwise, product
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import Links, NotReleasableError, Table, release
from kith.evidence.disclosure.beside import Judge, given_away
from kith.evidence.disclosure.cells import told_by
from tests.spec.disclosure.tables import count


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure import GivenAway
    from kith.evidence.disclosure.cells import Count


RULES = replace(RULE_SETS["dfe"], hide_to=2)
"""Few are hidden, so that every truth can be tried."""
JUDGE = Judge(RULES, Links())
MONTHS, SEXES = 3, ("female", "male")
MOST = 7
"""No drawn count of a month exceeds 4; one tried may, so that none is ruled out."""

Truth = dict[tuple[int, str], int]
Place = tuple[int, int, str]
"""First month, last month, and the sex or nothing for both."""


def period(first: int, last: int) -> Period:
    return Period(
        date(2020, first + 1, 1),
        date(2020, last + 1, monthrange(2020, last + 1)[1]),
    )


def drawn(random: Random) -> Truth:
    return {
        (month, sex): random.choice((0, 1, 1, 2, 3, 4))
        for month, sex in product(range(MONTHS), SEXES)
    }


def asked(random: Random, truth: Truth) -> list[Figure]:
    """A table of a stretch of months: its total, by sex, by month, or with totals."""
    first, last = sorted(random.choices(range(MONTHS), k=2))
    days = period(first, last)

    def number(months: range, *sexes: str) -> int:
        return sum(truth[m, s] for m in months for s in sexes)

    whole = range(first, last + 1)
    total = [count("referrals", number(whole, *SEXES), period=days)]
    by_sex = [count("referrals", number(whole, s), period=days, sex=s) for s in SEXES]
    by_month = [
        count(
            "referrals",
            number(range(m, m + 1), *SEXES),
            period=days,
            month=f"2020-{m + 1:02}",
        )
        for m in whole
    ]
    return random.choice((total, by_sex, by_month, total + by_sex, total + by_month))


def place_of(figure: Figure) -> Place:
    return place_of_count(told_by(figure, Links()).counts[0])


def place_of_count(told: Count) -> Place:
    sex = told.who[0].value if told.who else ""
    return told.first.month - 1, told.last.month - 1, sex


def cells_of(place: Place) -> list[int]:
    """Where the counts of a place stand in a truth that is tried."""
    first, last, sex = place
    order = list(product(range(MONTHS), SEXES))
    return [
        i for i, (m, s) in enumerate(order) if first <= m <= last and sex in ("", s)
    ]


def truths(figures: list[Figure]) -> np.ndarray:
    """Every truth that would print these figures, month by month and sex by sex."""
    told = [(cells_of(place_of(f)), f.numerator) for f in figures]
    tried = np.zeros((1, 0), dtype=np.int8)
    for cell in range(MONTHS * len(SEXES)):
        values = np.arange(MOST + 1, dtype=np.int8)
        tried = np.hstack(
            [
                np.repeat(tried, len(values), axis=0),
                np.tile(values, len(tried))[:, None],
            ]
        )
        for cells, number in told:
            sums = tried[:, [c for c in cells if c <= cell]].sum(axis=1, dtype=np.int16)
            if number is not None:
                tried = tried[sums == number if cells[-1] == cell else sums <= number]
            elif cells[-1] == cell:
                tried = tried[sums >= 1]
    return tried


def unprinted(figures: list[Figure]) -> set[Place]:
    """Counts that nobody printed, though figures say something of them: the days
    between two places where some stretch ends, and both sexes of a stretch."""
    told = {place_of(figure) for figure in figures}
    told |= {(first, last, "") for first, last, sex in told if sex}
    found = set(told)
    for sex in ("", *SEXES):
        stretches = [(first, last) for first, last, of in told if of == sex]
        cuts = sorted({end for a, b in stretches for end in (a, b + 1)})
        for here, there in pairwise(cuts):
            if any(a <= here and there - 1 <= b for a, b in stretches):
                found.add((here, there - 1, sex))
    return found - {place_of(figure) for figure in figures}


def can_be(figures: list[Figure]) -> dict[Place, set[int]]:
    """Every count of some stretch and sex, with the values that are possible for it."""
    possible = truths(figures)
    return {
        (first, last, sex): set(
            possible[:, cells_of((first, last, sex))].sum(axis=1, dtype=np.int16)
        )
        for first, last in product(range(MONTHS), repeat=2)
        for sex in ("", *SEXES)
        if first <= last
    }


def given_by_trying(tables: list[Table]) -> tuple[set[Place], set[Place]]:
    """What whoever tries every truth can work out: the counts that the attack must
    find in the last table, and those that it may."""
    figures = [f for table in tables for f in table.figures]
    before = {
        place_of(f)
        for table in tables[:-1]
        for f in table.figures
        if f.numerator is not None
    }
    hidden = {place_of(f) for f in figures if f.numerator is None}
    printed = {place_of(f) for f in figures if f.numerator is not None}
    few = {
        place: values
        for place, values in can_be(figures).items()
        if len(values) < RULES.minimum_feasible_values
    }
    small = {p for p in few if all(v and RULES.hides(v) for v in few[p])} - printed
    must = (hidden - before) & few.keys() | small & unprinted(figures)
    return must, must | small


def released(
    random: Random,
) -> Iterator[tuple[list[Table], tuple[GivenAway, ...]]]:
    """Five tables one after another: all that would be in print, and the judgement.

    What is refused is not in print when the next is judged.
    """
    truth, before = drawn(random), []
    for number in range(5):
        try:
            printed = release(asked(random, truth), RULES).content
        except NotReleasableError:
            continue
        new = Table(f"R{number}", "one edition", printed, RULES)
        told = given_away(new, before, JUDGE)
        yield [*before, new], told
        if not told:
            before = [*before, new]


@pytest.mark.parametrize("some", range(10))
def test_the_ledgers_attack_finds_what_trying_every_truth_finds(some: int) -> None:
    refused = 0
    for seed in range(20 * some, 20 * some + 20):
        for tables, told in released(Random(seed)):
            must, may = given_by_trying(tables)
            found = {place_of_count(given.breach.count) for given in told}
            assert must <= found <= may, (seed, tables[-1].name)
            refused += bool(found)
    assert refused >= 10, "so few refusals would try little"
