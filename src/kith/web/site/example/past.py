"""The whole past of the example, gathered noun by noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.site.example.timeline import Timeline


if TYPE_CHECKING:
    from pathlib import Path


def past_of(folder: Path) -> Timeline:
    """The timeline of the example whose data lies in the folder."""
    return Timeline(folder)
