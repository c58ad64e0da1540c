"""How many values each unknown count may have.

A component without a cycle, of plain sums, is solved exactly by narrowing bounds
until nothing moves: on a tree of sums of whole numbers every value between the
bounds is possible. Anything else goes to the integer programme.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.evidence.disclosure.knowledge import ContradictionError, Knowledge, Row
from kith.evidence.disclosure.programme import SECONDS, Programme, UnprovenError


if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Possible:
    """What is possible for one count.

    ``values`` holds as many as were asked for, or all of them where ``complete``.
    None at all means that nothing could be proved.
    """

    values: tuple[int, ...]
    complete: bool


NOTHING_PROVED = Possible((), complete=True)


@dataclass(frozen=True)
class Question:
    """Which counts are asked about, and how many values are enough for each.

    For those in ``unprinted`` it is enough that they can be none of the ``few``. ``tree`` off sends everything to the integer programme.
    """

    asked: frozenset[int]
    enough: int
    unprinted: frozenset[int] = frozenset()
    few: range = range(0)
    seconds: float = SECONDS
    tree: bool = True


Memory = dict[object, dict[int, Possible]]
"""Answers by component, for attacks that differ in little."""


def possible_values(
    known: Knowledge,
    rows: list[Row],
    question: Question,
    memory: Memory | None = None,
) -> dict[int, Possible]:
    """The possible values of every count asked about.

    Rows that the figures contradict give way to weaker ones, component by component;
    where even those are contradicted nothing is proved. ``memory`` serves attacks
    with one and the same numbering of counts and threshold.
    """
    answers: dict[int, Possible] = {}
    memory = {} if memory is None else memory
    for cells, tying in known.components(rows):
        asked = question.asked.intersection(cells)
        bounds = tuple((known.lowest[c], known.highest[c]) for c in cells)
        unprinted = question.unprinted.intersection(cells)
        same = (cells, bounds, tuple(tying), asked, unprinted)
        if asked and same not in memory:
            memory[same] = _component(cells, tying, known, question)
        answers.update(memory.get(same, {}))
    for cell in question.asked - answers.keys():
        answers[cell] = _between(known.lowest[cell], known.highest[cell], question)
    return answers


def _component(
    cells: tuple[int, ...], rows: list[Row], known: Knowledge, question: Question
) -> dict[int, Possible]:
    try:
        return _solved(cells, rows, known, question)
    except ContradictionError:
        weaker = [r for row in rows for r in (row.weaker or (row,))]
    try:
        return _weakened(cells, weaker, known, question)
    except ContradictionError:
        return dict.fromkeys(question.asked.intersection(cells), NOTHING_PROVED)


def _weakened(
    cells: tuple[int, ...], rows: list[Row], known: Knowledge, question: Question
) -> dict[int, Possible]:
    answers: dict[int, Possible] = {}
    for part, tying in known.components(rows):
        answers.update(_solved(part, tying, known, question))
    for cell in question.asked.intersection(cells) - answers.keys():
        answers[cell] = _between(known.lowest[cell], known.highest[cell], question)
    return answers


def _solved(
    cells: tuple[int, ...], rows: list[Row], known: Knowledge, question: Question
) -> dict[int, Possible]:
    asked = sorted(question.asked.intersection(cells))
    if question.tree and is_tree(cells, rows):
        bounds = narrowed(cells, rows, known)
        return {cell: _between(*bounds[cell], question) for cell in asked}
    programme = Programme(cells, rows, known, question.seconds)
    return _by_programme(programme, asked, question)


def _by_programme(
    programme: Programme, asked: Iterable[int], question: Question
) -> dict[int, Possible]:
    answers: dict[int, Possible] = {}
    try:
        if not programme.look_around():
            raise ContradictionError
        for cell in asked:
            answers[cell] = _of_one(programme, cell, question)
    except UnprovenError:
        return {cell: answers.get(cell, NOTHING_PROVED) for cell in asked}
    return answers


def _of_one(programme: Programme, cell: int, question: Question) -> Possible:
    if cell in question.unprinted:
        outside = programme.values_outside(cell, question.few)
        if not set(question.few).issuperset(outside):
            return Possible(tuple(outside), complete=False)
    values, complete = programme.values(cell, enough=question.enough)
    return Possible(tuple(values), complete)


def _between(low: int, high: int, question: Question) -> Possible:
    last = min(high, low + question.enough - 1)
    values = {*range(low, last + 1), high}
    return Possible(tuple(sorted(values)), complete=last == high)


def is_tree(cells: tuple[int, ...], rows: list[Row]) -> bool:
    """Whether plain sums hang together without a cycle."""
    if any(abs(weight) != 1 for row in rows for weight in row.weights):
        return False
    edges = sum(len(row.cells) for row in rows)
    return edges == len(cells) + len(rows) - 1


def narrowed(
    cells: tuple[int, ...], rows: list[Row], known: Knowledge
) -> dict[int, tuple[int, int]]:
    """The exact bounds of each count in a tree of sums."""
    bounds = {cell: (known.lowest[cell], known.highest[cell]) for cell in cells}
    using: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            using[cell].append(row)
    waiting = list(rows)
    while waiting:
        row = waiting.pop()
        for cell in _narrow(row, bounds):
            waiting.extend(other for other in using[cell] if other is not row)
    return bounds


def _narrow(row: Row, bounds: dict[int, tuple[int, int]]) -> list[int]:
    """Narrow the counts of one row by each other; which of them moved."""
    reach = [
        (low, high) if weight > 0 else (-high, -low)
        for (low, high), weight in (
            (bounds[c], w) for c, w in zip(row.cells, row.weights, strict=True)
        )
    ]
    least, most = sum(r[0] for r in reach), sum(r[1] for r in reach)
    moved = []
    for cell, weight, (low, high) in zip(row.cells, row.weights, reach, strict=True):
        lowest = max(low, row.low - (most - high))
        highest = min(high, row.high - (least - low))
        if lowest > highest:
            raise ContradictionError
        if (lowest, highest) != (low, high):
            moved.append(cell)
            ends = (lowest, highest) if weight > 0 else (-highest, -lowest)
            bounds[cell] = ends
    return moved
