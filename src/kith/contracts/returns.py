"""A return's head: what ``return.toml`` says about the files beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kith.domain.vocabulary.periods import Period


@dataclass(frozen=True)
class ReturnHead:
    """One submission of a feed by one agency.

    ``areas`` are ONS codes; with more than one, rows carry their own. ``period``
    is the reporting period; rows before it are history, back to
    ``history_from`` where that is said.
    """

    name: str
    folder: Path
    feed: str
    agency: str
    areas: tuple[str, ...]
    period: Period
    extracted_on: date
    agreement: str
    history_from: date | None = None
