"""``python -m tests.lib.on_postgresql ARGUMENTS``: pytest, on a real PostgreSQL.

One server for the run, on a free loopback port, thrown away after; each worker has a
database of its own on it. Where the machine has no PostgreSQL it says so aloud.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.lib import postgres


NONE_HERE = """\
NOT RUN: the tests of the database on PostgreSQL. There is no PostgreSQL on this machine;
`make system` brings it, or says the one line that does.
"""


def main(words: list[str]) -> int:
    """Run pytest with these arguments; its exit code."""
    if postgres.binaries() is None:
        sys.stdout.write(NONE_HERE)
        return 1 if os.environ.get("KITH_CI") == "1" else 0
    # A socket's path must be short, so not below a long folder.
    with tempfile.TemporaryDirectory(prefix="kith-pg-") as folder:
        Path(folder).chmod(0o755)
        with postgres.running(Path(folder)) as address:
            done = subprocess.run(
                [sys.executable, "-m", "pytest", *words],
                env={**os.environ, "KITH_DATABASE_URL": address},
                check=False,
            )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
