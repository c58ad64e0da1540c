"""A site of its own and a real browser, for tests that look as a person does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
BUILT = ROOT / "src/kith/web/ui/static/built/manifest.json"
EXAMPLE = "kith.web.site.settings.example"
PATIENCE = 60.0
"""Seconds that a site may take to answer for the first time."""


def what_is_missing() -> str:
    """The part this machine lacks, and how to bring it; empty where it has all."""
    if not CHROMIUM.exists():
        return "no chromium: `make system` brings it"
    if not AXE.exists() or not BUILT.exists():
        return "the style sheet is not built: `npm ci && npm run build` brings it"
    return ""


@contextmanager
def serving(store: Path, home: Path) -> Iterator[str]:
    """The example site on a free port of this machine, over this store."""
    port = _free_port()
    # The tests' own settings must not reach the site: it chooses the example's.
    inherited = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    environment = {
        **inherited,
        "KITH_EXAMPLE": "1",
        "KITH_STORE": str(store),
        "KITH_HOME": str(home),
        "KITH_WORKERS": "1",
    }
    if not (home / "kith.sqlite3").exists():
        bare = {**environment, "DJANGO_SETTINGS_MODULE": EXAMPLE}
        words = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
        subprocess.run(words, env=bare, check=True)
    # Its output is left alone: a pipe that nobody reads would fill and stop it.
    process = subprocess.Popen(
        [sys.executable, "-m", "kith.cli", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the site stopped with code {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=1) as answer:
                answer.read()
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not answer in {PATIENCE:.0f} seconds")
