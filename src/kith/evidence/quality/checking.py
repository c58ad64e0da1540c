"""Files → typed rows and everything to be said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import CheckReport
from kith.evidence.quality.checked import CheckedFiles


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.contracts.feeds import Feed


def check_files(files: Sequence[Path], feed: Feed) -> CheckedFiles:
    """Read files as a feed: accepted rows typed, the others accounted for."""
    raise NotImplementedError(f"{feed.code}: {len(files)}")
