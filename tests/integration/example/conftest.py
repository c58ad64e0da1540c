"""The example partnership, written and built once for all tests of it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kith.cli import main
from kith.evidence.facts.reconcile import reconcile
from kith.evidence.facts.telling import tell
from kith.evidence.facts.told import ToldReturn
from kith.evidence.invent.example import write_example
from kith.evidence.invent.example_data import read_example
from kith.evidence.invent.targets import Targets, read_targets
from kith.evidence.measures import figures
from kith.evidence.runs.taking_in import take_in
from kith.evidence.store.child_keys import child_keys
from kith.evidence.store.fact_store import FactStore
from kith.evidence.store.partnership_file import read_partnership
from kith.evidence.store.returns import find_returns


if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class BuiltExample:
    """The example's returns, and the store built of them by the command."""

    returns: Path
    store: Path


@pytest.fixture(scope="session")
def targets() -> Targets:
    return read_targets(read_example("targets.toml"))


@pytest.fixture(scope="session")
def returns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def built(returns: Path) -> BuiltExample:
    store = returns.parent / "store"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        code = main(["evidence", "build", str(returns), "--out", str(store)])
    assert code == 0
    return BuiltExample(returns, store)


def count(returns: Path, targets: Targets, measures: list[str]) -> dict[str, int]:
    """What the engine counts of a folder of returns: every step but publishing."""
    found = find_returns(returns)
    partnership, _ = read_partnership(returns, found.returns)
    keys = child_keys(keyring=None, store_keyring=returns.parent / "keyring.toml")
    taken = [take_in(head) for head in found.returns]
    told = [ToldReturn(one.head, tell(one.typed, one.head, keys)) for one in taken]
    reconciled = reconcile(told)
    store = FactStore.in_memory(
        reconciled.facts, reconciled.coverage, partnership=partnership
    )
    with store:
        counted = figures(
            store,
            measures=measures,
            areas=[targets.area],
            period=targets.period,
            by=(),
        )
    return {figure.measure: figure.numerator or 0 for figure in counted}
