"""``partnership.toml`` beside the returns: what an edition is of, and about which days.

A site writes it from its own areas and organisations before each build. One that somebody
wrote by hand is kept: it has the last word on areas and days.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from kith.domain.vocabulary.periods import Period
from kith.domain.vocabulary.toml_text import toml_text


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path


NAME = "partnership.toml"
MARK = "# Written by the site before each build. Take this line out to keep your own."
OWNER_ONLY_FOLDER = 0o700


def is_kept_by_hand(returns: Path) -> bool:
    """Whether somebody wrote the file themselves."""
    path = returns / NAME
    return path.is_file() and not path.read_text("utf-8").startswith(MARK)


def period_by_hand(returns: Path) -> Period | None:
    """The days that a file kept by hand gives to every edition; None where it gives none."""
    if not is_kept_by_hand(returns):
        return None
    try:
        said = tomllib.loads((returns / NAME).read_text("utf-8"))
        return Period(said["from"], said["to"])
    except (OSError, ValueError, KeyError, TypeError):
        # The engine reads it too, and says what is wrong with it.
        return None


@dataclass(frozen=True)
class About:
    """What an edition is of: the partnership, its days, its areas, who sends."""

    name: str
    period: Period
    areas: Mapping[str, str]
    agencies: Mapping[str, str]
    stands_on: date
    is_invented: bool = False
    is_provisional: bool = False
    series_from: date | None = None


def write_partnership(returns: Path, about: About) -> None:
    """The file says what the next edition is of, unless it is kept by hand."""
    returns.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY_FOLDER)
    if is_kept_by_hand(returns):
        return
    lines = [
        MARK,
        f"name = {toml_text(about.name)}",
        f"from = {about.period.first.isoformat()}",
        f"to = {about.period.last.isoformat()}",
        f"stands_on = {about.stands_on.isoformat()}",
        *(("invented = true",) if about.is_invented else ()),
        *(("provisional = true",) if about.is_provisional else ()),
        *((f"series_from = {about.series_from}",) if about.series_from else ()),
        "",
        "[areas]",
        *(f"{code} = {toml_text(words)}" for code, words in about.areas.items()),
        "",
        "[agencies]",
        *(f"{toml_text(code)} = {toml_text(w)}" for code, w in about.agencies.items()),
    ]
    half = returns / f".{uuid4().hex}"
    half.write_text("\n".join(lines) + "\n", "utf-8")
    half.replace(returns / NAME)
