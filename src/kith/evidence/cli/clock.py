"""The one place in this half that reads the clock: for run logs only."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment. It never reaches a published table."""
    return datetime.now(tz=UTC)  # noqa: TID251 - this is the edge that reads it
