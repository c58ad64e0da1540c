"""The example partnership's own year: filled by real actions, and its trail whole."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kith.web.access.roles import Role


pytestmark = [pytest.mark.example, pytest.mark.xdist_group("example")]

ROOT = Path(__file__).parents[3]
FILL = """
from pathlib import Path
from kith.web.site.example.filling import fill_database
out = {"edition": "2020-12-31", "rule_set": "dfe", "figures": []}
out["asked"] = {"edition": "2020-12-31"}
print(fill_database(Path("examples/north_somerset"), out))
"""


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Kith in a process of its own, with this home."""
    inherited = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    environment = {**inherited, "KITH_HOME": str(home), "KITH_EXAMPLE": "1"}
    return subprocess.run(
        [sys.executable, *words],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("year")
    filled = run(made, "-c", FILL)
    assert filled.returncode == 0, filled.stderr[-2000:]
    assert int(filled.stdout) > 400
    return made


def verified(home: Path) -> subprocess.CompletedProcess[str]:
    return run(home, "-m", "kith.cli", "audit", "verify")


def test_the_trail_of_the_example_is_whole(home: Path) -> None:
    said = verified(home)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "whole" in said.stdout


def test_a_row_changed_by_hand_in_a_copy_is_named(home: Path, tmp_path: Path) -> None:
    with (
        sqlite3.connect(home / "kith.sqlite3") as made,
        sqlite3.connect(tmp_path / "kith.sqlite3") as copy,
    ):
        made.backup(copy)
        with pytest.raises(sqlite3.DatabaseError):
            copy.execute("UPDATE audit_event SET verb = 'nothing' WHERE sequence = 77")
        named = "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=?"
        for (trigger,) in copy.execute(named, ["audit_event"]).fetchall():
            copy.execute(f'DROP TRIGGER "{trigger}"')
        copy.execute("UPDATE audit_event SET verb = 'nothing' WHERE sequence = 77")
    said = verified(tmp_path)
    assert said.returncode == 1
    assert "77" in said.stdout + said.stderr


def findable(home: Path) -> set[tuple[str, ...]]:
    with sqlite3.connect(home / "kith.sqlite3") as made:
        return set(
            made.execute("SELECT noun, key, title, words FROM search_searchentry")
        )


def test_search_knows_after_a_year_of_actions_what_it_would_know_made_anew(
    home: Path, tmp_path: Path
) -> None:
    """Every action tells the index of each record that it changed, not of one alone."""
    with (
        sqlite3.connect(home / "kith.sqlite3") as made,
        sqlite3.connect(tmp_path / "kith.sqlite3") as copy,
    ):
        made.backup(copy)
    rebuilt = run(tmp_path, "-m", "kith.cli", "search", "rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert findable(home) == findable(tmp_path)


def test_every_role_has_somebody_to_look_as(home: Path) -> None:
    with sqlite3.connect(home / "kith.sqlite3") as made:
        held = {row[0] for row in made.execute("SELECT role FROM access_roleholding")}
        held |= {row[0] for row in made.execute("SELECT role FROM bodies_seat")}

    assert held == {role.value for role in Role}


def test_the_edition_that_the_command_line_let_out_stands_in_the_sites_list(
    home: Path,
) -> None:
    with sqlite3.connect(home / "kith.sqlite3") as database:
        rows = database.execute(
            "SELECT ledger, state, released_on FROM releases_release"
        ).fetchall()
    assert rows == [("R0001", "RELEASED", "2021-01-15")]
