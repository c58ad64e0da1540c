"""The published file itself is attacked: what the public has, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import attack, release
from kith.evidence.measures import published_figures
from kith.evidence.publish.releasing import links, processes
from kith.evidence.store.fact_store import open_store


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.evidence.disclosure import Breach
    from tests.integration.example.conftest import BuiltExample


pytestmark = [pytest.mark.example, pytest.mark.xdist_group("example")]

DFE = RULE_SETS["dfe"]


def in_print(path: Path) -> list[Figure]:
    """The figures as anybody may read them from the file."""
    return [
        Figure(
            measure=row["measure"],
            area=row["area"],
            period=Period(row["first"], row["last"]),
            breakdown=(
                (Cell(row["dimension"], row["dimension_value"]),)
                if row["dimension"]
                else ()
            ),
            numerator=row["numerator"],
            denominator=row["denominator"],
            value=row["value"],
            unit=Unit(row["unit"]),
            status=Status(row["status"]),
            source=row["source"],
            population_year=row["population_year"],
            reason=row["reason"],
        )
        for row in pq.read_table(path).to_pylist()
    ]


def holes(figures: Sequence[Figure]) -> list[Breach]:
    return attack(figures, DFE, links(), processes=processes())


def test_no_hidden_count_can_be_worked_out_of_the_published_file(
    built: BuiltExample,
) -> None:
    figures = in_print(built.store / "current" / "public" / "figures.parquet")
    assert sum(figure.status is Status.SUPPRESSED for figure in figures) > 100
    assert holes(figures) == []


def test_with_secondary_suppression_off_the_same_attack_finds_holes(
    built: BuiltExample,
) -> None:
    with open_store(built.store) as store:
        true = published_figures(store)
    bare = release(
        true, DFE, processes=processes(), links=links(), secondary=False
    ).content
    assert len(holes(bare)) > 10


def test_what_is_shown_is_true_and_what_is_small_is_not_shown(
    built: BuiltExample,
) -> None:
    with open_store(built.store) as store:
        true = {
            (f.measure, f.period, f.breakdown, f.source): f
            for f in published_figures(store)
        }
    counted = [
        (figure, true[figure.measure, figure.period, figure.breakdown, figure.source])
        for figure in in_print(built.store / "current" / "public" / "figures.parquet")
    ]
    assert all(
        told.numerator == known.numerator
        for told, known in counted
        if told.numerator is not None
    )
    small = [
        told
        for told, known in counted
        if known.numerator in range(1, 6) and told.measure not in processes()
    ]
    assert small
    assert {told.status for told in small} <= {Status.SUPPRESSED, Status.NOT_SUPPLIED}
