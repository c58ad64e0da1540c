"""The site's register where the engine reads it."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from django.conf import settings

from kith.contracts.register import SITE_REGISTER, register_to_toml
from kith.web.indicators.queries import site_register


def register_path() -> Path:
    """Where it stands."""
    return Path(settings.KITH_HOME) / SITE_REGISTER


def engine_settings() -> dict[str, str]:
    """What the engine is told besides its words: this site's register, and to keep
    its faults to one line."""
    return {"KITH_DEBUG": "", "KITH_REGISTER": str(register_path())}


def write_register() -> None:
    """The file says what the tables say, or is not there where they say nothing.

    It appears whole: the engine reads the one before or the one after.
    """
    path, entries = register_path(), site_register()
    if not entries:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{uuid4().hex}")
    unfinished.write_text(register_to_toml(entries.values()), "utf-8")
    unfinished.replace(path)
