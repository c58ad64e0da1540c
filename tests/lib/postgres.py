"""A real PostgreSQL for one test session, on a free loopback port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL of this machine, if it has one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server on data in the folder; gives its address, and ends it after."""
    home = binaries()
    assert home is not None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = folder / "data"
    _as_owner(folder, [home / "initdb", "-D", data, "-U", "kith", "-A", "trust", "-N"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    start = [home / "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log"]
    _as_owner(folder, [*start, "start"])
    try:
        yield f"postgresql://kith@127.0.0.1:{port}/postgres"
    finally:
        _as_owner(folder, [home / "pg_ctl", "-D", data, "-m", "immediate", "stop"])


def _as_owner(folder: Path, command: list[object]) -> None:
    """PostgreSQL refuses to run as root, so root hands over to its own user."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        words = [
            "setpriv",
            "--reuid=postgres",
            "--regid=postgres",
            "--clear-groups",
            *words,
        ]
    subprocess.run(words, check=True, capture_output=True, cwd=folder)
