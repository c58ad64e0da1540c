"""`/readyz` says whether the database answers: on the one a partnership runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.lib import postgres


pytestmark = pytest.mark.postgresql

ASK = """
import django
django.setup()
from django.test import Client
print(Client().get("/readyz").content.decode())
"""


def readiness(address: str, home: Path) -> dict[str, object]:
    """What a process of its own says, with its database at that address."""
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "kith.web.site.settings.example",
            "KITH_DATABASE_URL": address,
            "KITH_HOME": str(home),
            "KITH_HOSTS": "testserver",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout.splitlines()[-1])


def test_a_running_postgresql_answers_and_a_stopped_one_does_not(tmp_path) -> None:
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is absent; `make system` says how to bring it")
    # A socket's path must be short, so not below pytest's long folder.
    with tempfile.TemporaryDirectory(prefix="kith-pg-") as folder:
        Path(folder).chmod(0o755)
        with postgres.running(Path(folder)) as address:
            assert readiness(address, tmp_path)["database"] is True
        assert readiness(address, tmp_path)["database"] is False
