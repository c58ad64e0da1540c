"""What somebody takes over from an edited copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class Taken:
    """One item's new words, and the mark of what stood when they were compared."""

    item: UUID
    words: str
    mark: str
