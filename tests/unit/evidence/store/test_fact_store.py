"""Every fact table is there for a measure to read, and a missing store says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from kith.contracts.facts import FACTS
from kith.evidence.store.errors import StoreError
from kith.evidence.store.fact_store import FactStore, open_store
from kith.evidence.store.shapes import shaped


if TYPE_CHECKING:
    from pathlib import Path


def test_a_fact_that_nobody_tells_is_empty_with_its_columns() -> None:
    store = FactStore.in_memory({})
    for name, fact in FACTS.items():
        table = store.table(name)
        assert table.columns == tuple(column.name for column in fact.all_columns)
        assert table.count().to_pyarrow().as_py() == 0


def test_columns_that_rows_lack_are_empty() -> None:
    rows = pa.table({"child": ["k"], "referred_on": [date(2020, 3, 2)]})
    (row,) = (
        FactStore.in_memory({"referrals": rows})
        .table("referrals")
        .to_pyarrow()
        .to_pylist()
    )
    assert (row["child"], row["referred_on"], row["area"]) == (
        "k",
        date(2020, 3, 2),
        None,
    )


def test_a_column_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ValueError, match="not declared: guessed"):
        shaped(pa.table({"guessed": [1]}), FACTS["referrals"].all_columns)


def test_the_calendar_counts_working_days() -> None:
    """After Christmas Eve 2020 up to 4 January 2021: 29, 30 and 31 December, and 4th."""
    table = FactStore.in_memory({}).calendar.to_pyarrow()
    numbers = dict(zip(*(column.to_pylist() for column in table.columns), strict=True))
    assert numbers[date(2021, 1, 4)] - numbers[date(2020, 12, 24)] == 4


def test_a_store_of_another_account_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "current").symlink_to("editions/one")

    def refuse(_: Path) -> bool:
        raise PermissionError(13, "no")

    monkeypatch.setattr(type(tmp_path), "exists", refuse)
    with pytest.raises(StoreError, match="a store is read by the account that built"):
        open_store(tmp_path)


def test_no_store_and_no_edition_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no store: build one with"):
        open_store(tmp_path / "nowhere")
    (tmp_path / "editions").mkdir()
    with pytest.raises(StoreError, match="holds no current edition; it holds: none"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="holds no edition '2019'"):
        open_store(tmp_path, "2019")
