"""From one database to the other and back: the same rows, the same chain.

Every run does it within one process; the night also does it by the commands, as somebody
who moves house would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections

from kith.web.archive.exporting import export_archive
from kith.web.archive.importing import import_archive
from kith.web.audit.models import ChainHead
from kith.web.search.indexing import index_all
from kith.web.site.settings.databases import database
from tests.integration.web.archive.test_archive import emptied
from tests.integration.web.search.test_search import promised
from tests.lib import postgres


if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lib.world import World


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


@contextmanager
def other_database(folder: Path) -> Iterator[None]:
    """Whatever is asked goes to a new database of the other make, with its tables."""
    with ExitStack() as stack:
        if connection.vendor == "postgresql":
            address = f"sqlite:///{folder}/other.sqlite3"
        else:
            # A socket's path must be short, so not below a long folder.
            short = Path(stack.enter_context(TemporaryDirectory(prefix="kith-pg-")))
            short.chmod(0o755)
            address = stack.enter_context(postgres.running(short))
        ours, settings = connections[DEFAULT_DB_ALIAS], connections.settings
        described = settings[DEFAULT_DB_ALIAS]
        settings[DEFAULT_DB_ALIAS] = {
            **described,
            "OPTIONS": {},
            **database(address),
        }
        connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
        try:
            call_command("migrate", verbosity=0)
            yield
        finally:
            connections[DEFAULT_DB_ALIAS].close()
            connections[DEFAULT_DB_ALIAS] = ours
            settings[DEFAULT_DB_ALIAS] = described


@pytest.mark.postgresql
@pytest.mark.skipif(postgres.binaries() is None, reason="no PostgreSQL on this machine")
def test_the_other_database_holds_the_same_rows_and_gives_them_back(
    world: World, tmp_path: Path
) -> None:
    for number in range(3):
        promised(world, world.here, f"Write to schools {number}: “café”")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "paper.pdf").write_bytes(b"%PDF invented")
    there = {"store": tmp_path / "b" / "store", "files": tmp_path / "b" / "files"}
    back = {"store": tmp_path / "c" / "store", "files": tmp_path / "c" / "files"}
    for name in ("b", "c"):
        (tmp_path / name).mkdir()
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    make = connection.vendor
    first = export_archive(one, store=tmp_path / "store", files=tmp_path / "files")
    with other_database(tmp_path):
        assert connection.vendor != make
        # Every part is compared with its digest, and the chain followed, on the way in.
        import_archive(one, **there, then=index_all)
        head = ChainHead.objects.get(pk=1)
        assert (head.sequence, head.digest) == tuple(first.audit.values())
        second = export_archive(two, **there)
    assert connection.vendor == make
    assert (second.parts, second.audit) == (first.parts, first.audit)
    emptied()
    import_archive(two, **back, then=index_all)
    third = export_archive(tmp_path / "three.zip", **back)
    assert (third.parts, third.audit) == (first.parts, first.audit)
    assert first.parts["tables/actions.action.jsonl"].rows == 3


@pytest.mark.night
@pytest.mark.postgresql
@pytest.mark.skipif(postgres.binaries() is None, reason="no PostgreSQL on this machine")
def test_there_and_back_by_the_commands(tmp_path: Path) -> None:
    cli = ("-m", "kith.cli")
    lite = f"sqlite:///{tmp_path}/a/kith.sqlite3"
    back = f"sqlite:///{tmp_path}/c/kith.sqlite3"
    kith(tmp_path / "a", lite, "-c", FILLING)
    (tmp_path / "a" / "files").mkdir()
    (tmp_path / "a" / "files" / "paper.pdf").write_bytes(b"%PDF invented")
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    kith(tmp_path / "a", lite, *cli, "archive", "export", str(one))
    # A socket's path must be short, so not below a long folder.
    with TemporaryDirectory(prefix="kith-pg-") as folder:
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
