"""The same rows are the same bytes, in the order of their full key."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from kith.contracts.published import figures as contract
from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import release
from kith.evidence.publish.figures import write_figures
from kith.evidence.publish.tables import write_table


if TYPE_CHECKING:
    from pathlib import Path


def figure(number: int, *breakdown: Cell) -> Figure:
    return Figure(
        measure="referrals",
        area="E06000024",
        period=Period(date(2020, 1, 1), date(2020, 12, 31)),
        breakdown=breakdown,
        numerator=number,
        denominator=None,
        value=Decimal(number),
        unit=Unit.REFERRAL,
        status=Status.SHOWN if number else Status.ZERO,
        source="annex_a",
    )


FIGURES = (
    figure(21),
    figure(10, Cell("sex", "male")),
    figure(11, Cell("sex", "female")),
    figure(0, Cell("sex", "other")),
)


def test_figures_stand_in_the_order_of_their_key_whatever_order_they_came_in(
    tmp_path: Path,
) -> None:
    mixed = list(FIGURES)
    random.Random(3).shuffle(mixed)
    for name, figures in (("one", FIGURES), ("two", tuple(mixed))):
        (tmp_path / name).mkdir()
        write_figures(tmp_path / name, release(figures, RULE_SETS["none"]))
    one, two = (tmp_path / name / "figures.parquet" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    rows = pq.read_table(one).to_pylist()
    assert [(row["dimension_value"], row["value"]) for row in rows] == [
        ("", Decimal("21.000000")),
        ("female", Decimal("11.000000")),
        ("male", Decimal("10.000000")),
        ("other", Decimal("0.000000")),
    ]
    assert list(rows[0]) == [column.name for column in contract.COLUMNS]


def test_a_hidden_figure_leaves_no_number_in_the_file(tmp_path: Path) -> None:
    small = (
        figure(9),
        figure(4, Cell("sex", "male")),
        figure(5, Cell("sex", "female")),
    )
    write_figures(tmp_path, release(small, RULE_SETS["dfe"]))
    rows = pq.read_table(tmp_path / "figures.parquet").to_pylist()
    hidden = [row for row in rows if row["status"] == "suppressed"]
    assert len(hidden) == 2
    assert {(row["numerator"], row["value"]) for row in hidden} == {(None, None)}


def test_what_nobody_released_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="only what disclosure control released"):
        write_figures(tmp_path, FIGURES)  # type: ignore[arg-type]  # the refusal
    assert list(tmp_path.iterdir()) == []


def test_two_breakdowns_at_once_are_refused(tmp_path: Path) -> None:
    both = figure(9, Cell("sex", "male"), Cell("age_band", "5-9"))
    with pytest.raises(ValueError, match="one breakdown at a time"):
        write_figures(tmp_path, release((both,), RULE_SETS["none"]))


def test_two_rows_of_one_key_are_refused(tmp_path: Path) -> None:
    """Their order would not be settled, so the bytes would not be either."""
    rows = [{"measure": "referrals"}, {"measure": "referrals"}]
    with pytest.raises(ValueError, match="two rows have the key"):
        write_table(
            tmp_path / "t.parquet", rows, contract.COLUMNS[:1], key=("measure",)
        )
