"""Rows behind an answer, in a file of their own that only the platform reads.

In: what the engine said of rows. Out: the same, as long as the hour lasts. What can go
wrong: the file is closed already, which is no fault.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from kith.web.explorations.values import HOURS_OPEN


if TYPE_CHECKING:
    from uuid import UUID


OWNER_ONLY_FOLDER, OWNER_ONLY = 0o700, 0o600
AN_HOUR = 3600


def folder() -> Path:
    """Where open rows lie, and nothing else."""
    there = Path(settings.KITH_HOME) / "open-rows"
    there.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY_FOLDER)
    return there


def write_rows(key: UUID, rows: list[dict[str, Any]]) -> None:
    """The rows lie in their file, whole, under the key of who opened them."""
    path = _path(key)
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(rows, file)
    half.replace(path)


def read_rows(key: UUID) -> list[dict[str, Any]] | None:
    """The rows; None where they are closed."""
    try:
        rows: list[dict[str, Any]] = json.loads(_path(key).read_text("utf-8"))
    except FileNotFoundError:
        return None
    return rows


def close_rows(key: UUID) -> None:
    """The file is gone, and so is every other whose hour is over."""
    _path(key).unlink(missing_ok=True)
    sweep()


def sweep() -> None:
    """What a dead worker left behind is gone when its hour is over."""
    over = time.time() - HOURS_OPEN * AN_HOUR
    for path in folder().glob("*"):
        if path.stat().st_mtime >= over:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _path(key: UUID) -> Path:
    return folder() / f"{key}.json"
