"""``kith demo`` after Kith itself has changed: the example is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith import cli


if TYPE_CHECKING:
    from pathlib import Path


pytestmark = [pytest.mark.example, pytest.mark.xdist_group("example")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KITH_HOME", str(tmp_path))
    monkeypatch.setenv("KITH_EXAMPLE", "1")
    return tmp_path


def test_another_version_makes_the_example_anew_and_the_same_one_does_not(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update of Kith, and a first run that was cut off, both leave returns behind."""
    left = home / "returns" / "left_behind" / "return.toml"
    left.parent.mkdir(parents=True)
    left.write_text("half a return")
    asked: list[tuple[str, ...]] = []
    run = cli._run

    def without_building(route: tuple[str, ...], rest: list[str]) -> int:
        asked.append(route)
        return 0 if route == ("evidence", "build") else run(route, rest)

    monkeypatch.setattr(cli, "_run", without_building)
    filled: list[Path] = []
    monkeypatch.setattr(cli, "_fill_example", lambda home: bool(filled.append(home)))
    monkeypatch.setattr(cli, "_release_example", lambda _: 0)

    assert cli.main(["demo", "--no-serve"]) == 0
    assert not left.exists()
    assert (home / "returns" / "partnership.toml").is_file()
    assert asked[-2:] == [("example",), ("evidence", "build")]
    assert filled == [home]

    asked.clear()
    assert cli.main(["demo", "--no-serve"]) == 0
    assert asked == [("demo",)]
    assert filled == [home]
