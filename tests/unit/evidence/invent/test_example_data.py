"""The example's data is found in the repository and in an installed package."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from kith.evidence.invent import example_data
from kith.evidence.invent.example_data import (
    PACKAGE,
    ExampleDataAbsent,
    example_folder,
    read_example,
)


if TYPE_CHECKING:
    from pathlib import Path


def test_it_lies_beside_the_source_in_a_repository() -> None:
    assert example_folder() == example_data.BESIDE_THE_SOURCE / "north_somerset"


def test_it_lies_in_a_package_of_its_own_once_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "site-packages" / PACKAGE / "north_somerset"
    installed.mkdir(parents=True)
    installed.joinpath("targets.toml").write_text("seed = 3\n")
    monkeypatch.setattr(example_data, "BESIDE_THE_SOURCE", tmp_path / "nowhere")
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    assert read_example("targets.toml") == {"seed": 3}
    sys.modules.pop(PACKAGE, None)


def test_an_installation_without_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example_data, "BESIDE_THE_SOURCE", tmp_path / "nowhere")
    monkeypatch.setattr(example_data, "PACKAGE", "kith_examples_not_installed")
    with pytest.raises(ExampleDataAbsent, match="not part of this installation"):
        example_folder()
