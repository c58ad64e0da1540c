"""The possible values of unknown counts, in cases small enough to see."""

from __future__ import annotations

import pytest

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
