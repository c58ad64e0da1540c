"""From SQLite to PostgreSQL and back, by the commands: the same rows, the same chain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.lib import postgres


FILLING = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.integration.web.search.test_search import promised
from tests.lib.world import make_world
world = make_world()
for number in range(5):
    promised(world, world.here, f"Write to schools {number}: “café”")
"""


def kith(home: Path, database: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "KITH_HOME": str(home),
        "KITH_EXAMPLE": "1",
        "KITH_DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "kith.web.site.settings.example",
    }
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done


def rows(path: Path) -> dict[str, object]:
    """Digest and number of rows of each table, but for the trail's own."""
    with ZipFile(path) as archive:
        parts = json.loads(archive.read("manifest.json"))["parts"]
    return {name: one for name, one in parts.items() if ".event." not in name}


@pytest.mark.postgresql
@pytest.mark.skipif(postgres.binaries() is None, reason="no PostgreSQL on this machine")
def test_there_and_back(tmp_path: Path) -> None:
    cli = ("-m", "kith.cli")
    lite = f"sqlite:///{tmp_path}/a/kith.sqlite3"
    back = f"sqlite:///{tmp_path}/c/kith.sqlite3"
    kith(tmp_path / "a", lite, "-c", FILLING)
    (tmp_path / "a" / "files").mkdir()
    (tmp_path / "a" / "files" / "paper.pdf").write_bytes(b"%PDF invented")
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    kith(tmp_path / "a", lite, *cli, "archive", "export", str(one))
    # A socket's path must be short, so not below a long folder.
    with tempfile.TemporaryDirectory(prefix="kith-pg-") as folder:
        Path(folder).chmod(0o755)
        with postgres.running(Path(folder)) as address:
            kith(tmp_path / "b", address, *cli, "archive", "import", str(one))
            verified = kith(tmp_path / "b", address, *cli, "audit", "verify")
            assert "whole" in verified.stdout.lower()
            kith(tmp_path / "b", address, *cli, "archive", "export", str(two))
    kith(tmp_path / "c", back, *cli, "archive", "import", str(two))
    three = tmp_path / "three.zip"
    kith(tmp_path / "c", back, *cli, "archive", "export", str(three))
    kith(tmp_path / "c", back, *cli, "audit", "verify")
    trail = {"tables/audit.chainhead.jsonl"}
    first, last = rows(one), rows(three)
    assert {k: v for k, v in first.items() if k not in trail} == {
        k: v for k, v in last.items() if k not in trail
    }
    assert first["tables/actions.action.jsonl"]["rows"] == 5  # type: ignore[index] # JSON
