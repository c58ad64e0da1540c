"""The possible values of unknown counts: the fast path, the programme, brute force.

Three ways must agree: narrowing bounds on trees of sums, the integer programme, and
trying every combination.
"""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from kith.evidence.disclosure.knowledge import Knowledge, Row
from tests.unit.evidence.disclosure.test_possible import asked, knows, plain_sum


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
