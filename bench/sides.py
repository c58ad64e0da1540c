"""Kith's side and the bare side of a benchmark, each a process that is told when to go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Sequence


ROOT = Path(__file__).resolve().parents[1]


def start(
    script: str, side: str, home: Path, words: Sequence[str]
) -> subprocess.Popen[str]:
    """The side, ready: it has a home of its own and has drawn its first pages."""
    home.mkdir()
    process = subprocess.Popen(
        [sys.executable, script, "--side", side, "--home", str(home), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "KITH_HOME": str(home),
            "KITH_EXAMPLE": "1",
        },
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", "this side did not start"
    return process


def asked(process: subprocess.Popen[str]) -> Any:
    """What a side measured in one round."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())
