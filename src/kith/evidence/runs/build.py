"""Returns → edition: the steps of a build, read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True)
class BuildRequest:
    """What to build, and from what."""

    returns: Path
    store: Path
    edition: str | None = None
    leave_out: Sequence[str] = ()


def build(request: BuildRequest, *, at: Callable[[], datetime]) -> None:
    """The edition stands in the store, or the old one still does."""
    raise NotImplementedError(f"{request} {at}")
