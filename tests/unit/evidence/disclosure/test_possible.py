"""The possible values of unknown counts: the fast path, the programme, brute force.

Three ways must agree: narrowing bounds on trees of sums, the integer programme, and
trying every combination.
"""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.evidence.disclosure.knowledge import Knowledge, Row
from kith.evidence.disclosure.possible import (
    NOTHING_PROVED,
    Possible,
    Question,
    possible_values,
)


def knows(*bounds: tuple[int, int]) -> Knowledge:
    return Knowledge([low for low, _ in bounds], [high for _, high in bounds])


def asked(
    known: Knowledge,
    rows: list[Row],
    *,
    enough: int = 3,
    tree: bool = True,
    **more: float,
) -> dict[int, Possible]:
    cells = frozenset(range(len(known.lowest)))
    question = Question(cells, enough, tree=tree, **more)
    return possible_values(known, rows, question)


def plain_sum(whole: int, *parts: int) -> Row:
    return Row((whole, *parts), (1,) + (-1,) * len(parts), 0, 0)


def test_a_gap_between_the_bounds_is_not_a_possible_value() -> None:
    """X = 3y with y at most 1: x is 0 or 3, four values by its bounds, two in truth."""
    known = knows((0, 3), (0, 1))
    answers = asked(known, [Row((0, 1), (1, -3), 0, 0)])
    assert answers[0] == Possible((0, 3), complete=True)


@pytest.mark.parametrize("tree", [True, False])
def test_two_that_add_up_to_two_are_one_each(tree: bool) -> None:
    known = knows((2, 2), (1, 99), (1, 99))
    answers = asked(known, [plain_sum(0, 1, 2)], tree=tree)
    assert answers[1] == answers[2] == Possible((1,), complete=True)


@pytest.mark.parametrize("tree", [True, False])
def test_figures_that_contradict_each_other_prove_nothing(tree: bool) -> None:
    known = knows((2, 2), (3, 99), (3, 99))
    assert asked(known, [plain_sum(0, 1, 2)], tree=tree)[1] == NOTHING_PROVED


def test_a_contradicted_sum_gives_way_to_what_is_weaker() -> None:
    """Parts that exceed the whole: children counted twice, so only 'no part exceeds
    the whole' is believed."""
    within = (Row((0, 1), (1, -1), low=0), Row((0, 2), (1, -1), low=0))
    row = Row((0, 1, 2), (1, -1, -1), 0, 0, weaker=within)
    known = knows((9, 9), (6, 99), (6, 99))
    assert asked(known, [row])[1].values == (6, 7, 8, 9)


def test_a_solver_that_runs_out_of_time_proves_nothing() -> None:
    known = knows((0, 1000), (0, 1000), (0, 1000))
    rows = [Row((0, 1, 2), (7, -3, -11), 1, 1), Row((0, 1, 2), (5, 9, -4), 3, 3)]
    answers = asked(known, rows, seconds=0.0)
    assert set(answers.values()) == {NOTHING_PROVED}


@st.composite
def trees(draw: st.DrawFn) -> tuple[Knowledge, list[Row]]:
    """Sums within sums, about a true solution; some counts known, some not."""
    values, rows, leaves = [draw(st.integers(1, 12))], [], [0]
    for _ in range(draw(st.integers(1, 3))):
        whole = leaves.pop(draw(st.integers(0, len(leaves) - 1)))
        cuts = draw(st.lists(st.integers(0, values[whole]), min_size=1, max_size=2))
        ends = [0, *sorted(cuts), values[whole]]
        parts = range(len(values), len(values) + len(ends) - 1)
        values += [b - a for a, b in pairwise(ends)]
        rows.append(plain_sum(whole, *parts))
        leaves += parts
    known = knows(
        *(
            (value, value) if draw(st.booleans()) else (min(value, 1), 13)
            for value in values
        )
    )
    return known, rows


@given(trees())
def test_on_a_tree_narrowing_finds_what_the_programme_finds(
    case: tuple[Knowledge, list[Row]],
) -> None:
    known, rows = case
    again = Knowledge(list(known.lowest), list(known.highest))
    fast = asked(known, rows, enough=20)
    slow = asked(again, rows, enough=20, tree=False)
    assert {c: set(p.values) for c, p in fast.items()} == {
        c: set(p.values) for c, p in slow.items()
    }


@st.composite
def tangles(draw: st.DrawFn) -> tuple[Knowledge, list[Row]]:
    """Any rows at all over four counts, true of some solution."""
    values = draw(st.lists(st.integers(0, 4), min_size=4, max_size=4))
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        weights = tuple(draw(st.lists(st.integers(-3, 3), min_size=4, max_size=4)))
        total = sum(w * v for w, v in zip(weights, values, strict=True))
        slack = draw(st.integers(0, 2))
        used = tuple(i for i in range(4) if weights[i])
        if used:
            kept = tuple(weights[i] for i in used)
            rows.append(Row(used, kept, total - slack, total))
    return knows(*((0, 5),) * 4), rows


@given(tangles())
def test_the_programme_finds_what_trying_everything_finds(
    case: tuple[Knowledge, list[Row]],
) -> None:
    known, rows = case
    solutions = [
        values
        for values in product(range(6), repeat=4)
        if all(row.holds(dict(enumerate(values))) for row in rows)
    ]
    answers = asked(known, rows, enough=20)
    for cell in range(4):
        assert set(answers[cell].values) == {values[cell] for values in solutions}
