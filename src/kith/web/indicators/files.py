"""The site's register, as its table holds it and where the engine reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings

from kith.contracts.register import (
    SITE_REGISTER,
    Break,
    Indicator,
    register_to_toml,
    shipped,
)
from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.web.indicators.models import IndicatorVersion
from kith.web.indicators.values import WORDS


if TYPE_CHECKING:
    from collections.abc import Iterable


def site_register() -> dict[str, Indicator]:
    """What this site changed or added, as the engine is to count it."""
    theirs = shipped()
    found: dict[str, Indicator] = {}
    for row in IndicatorVersion.objects.order_by("code", "number"):
        before = found.get(row.code) or theirs.get(row.code)
        found[row.code] = _after(before, row)
    return found


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


def _after(before: Indicator | None, row: IndicatorVersion) -> Indicator:
    breaks: Iterable[Break] = before.breaks if before else ()
    if before and row.counts_anew:
        breaks = (*breaks, Break(row.valid_from, row.because))
    words = {name: getattr(row, name) for name in WORDS}
    words |= {
        "unit": Unit(row.unit),
        "kind": Kind(row.kind),
        "polarity": Polarity(row.polarity),
    }
    return Indicator(
        **words,
        code=row.code,
        version=row.version,
        valid_from=row.valid_from,
        breaks=tuple(breaks),
    )
