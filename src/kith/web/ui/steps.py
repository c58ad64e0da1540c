"""What a record's page says can be done next, and what was done before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class NextStep:
    """A step that somebody may take: a button, or the reason why not.

    ``opens_page`` is for a step that first asks something on a page of its own.
    """

    words: str
    url: str
    why_not: str = ""
    opens_page: bool = False


@dataclass(frozen=True)
class StoryLine:
    """One line of a record's story."""

    words: str
    who: str
    at: datetime
    text: str = ""
