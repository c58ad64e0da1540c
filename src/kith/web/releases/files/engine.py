"""Runs the evidence engine as a process of its own, and ends it where it is not wanted.

In: the words of a ``kith evidence`` command. Out: what it printed, and its exit code.
What can go wrong is one clear line, which the engine wrote for people.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.web.indicators.files import engine_settings


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


MOST_SECONDS = 3600
"""The engine is ended after so long; an ordinary edition takes seconds."""
LOOK_EVERY = 0.2
"""Seconds between two looks at whether it is still wanted."""
LONGEST_FAULT = 300
NO_WORDS = "The engine ended without a word."


@dataclass(frozen=True)
class Said:
    """What the engine printed; ``fault`` is its one line, without its own name."""

    code: int
    out: str
    fault: str


def run_engine(
    words: Sequence[str],
    *,
    is_wanted: Callable[[], bool] = lambda: True,
    within: Path | None = None,
) -> Said | None:
    """What ``kith evidence`` says to these words; None where it was called off.

    ``within`` is a folder for what it says until it has been read, where the machine's
    own for passing things will not do.
    """
    with tempfile.TemporaryDirectory(prefix="kith-engine-", dir=within) as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        with out.open("wb") as told, err.open("wb") as wrong:
            process = subprocess.Popen(  # noqa: S603 - our own command; no shell
                [sys.executable, "-m", "kith.cli", "evidence", *words],
                stdout=told,
                stderr=wrong,
                env={**os.environ, **engine_settings()},
            )
            if not waited(process, is_wanted):
                return None
        said = out.read_text("utf-8", "replace")
        return Said(process.returncode, said, _fault(err.read_text("utf-8", "replace")))


def waited(process: subprocess.Popen[bytes], is_wanted: Callable[[], bool]) -> bool:
    """Whether it ended by itself, or for taking too long; not where it was called off."""
    ends = time.monotonic() + MOST_SECONDS
    while process.poll() is None:
        wanted = is_wanted()
        if not wanted or time.monotonic() > ends:
            process.kill()
            process.wait()
            return wanted
        time.sleep(LOOK_EVERY)
    return True


def _fault(err: str) -> str:
    """The engine's last line as a page may show it: no name of a command, no path."""
    lines = [line for line in err.splitlines() if line.startswith("kith ")]
    if not lines:
        return NO_WORDS
    said = lines[-1].partition(": ")[2] or lines[-1]
    for place in (str(settings.KITH_STORE), str(settings.KITH_HOME)):
        said = said.replace(place, Path(place).name)
    return said[:1].upper() + said[1:LONGEST_FAULT]
