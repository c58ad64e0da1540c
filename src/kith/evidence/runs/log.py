"""The run log: when each build ran and what came of it. Clock times stand here alone."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from kith.evidence.runs.outcome import BuildOutcome
    from kith.evidence.store.layout import StoreLayout


@dataclass
class RunEntry:
    """What the log will say of this run."""

    outcome: BuildOutcome | None = None

    def as_words(self) -> dict[str, object]:
        """What came of the run; it failed where nothing did."""
        if self.outcome is None:
            return {"result": "failed"}
        return {
            "result": "built" if self.outcome.build else "stopped",
            "edition": self.outcome.edition,
            "build": self.outcome.build.name if self.outcome.build else None,
            "returns": self.outcome.returns,
            "left_out": list(self.outcome.left_out),
            "rows_read": self.outcome.rows_read,
            "rows_quarantined": self.outcome.rows_quarantined,
            "rows_superseded": self.outcome.rows_superseded,
            "findings": {
                severity.value: count
                for severity, count in sorted(self.outcome.by_severity.items())
            },
        }


@contextmanager
def log_run(layout: StoreLayout, *, at: Callable[[], datetime]) -> Iterator[RunEntry]:
    """One file for this run, written when it ends, however it ends."""
    started = at()
    entry = RunEntry()
    try:
        yield entry
    finally:
        ended = at()
        words = {
            "started": started.isoformat(),
            "ended": ended.isoformat(),
            "seconds": round((ended - started).total_seconds(), 1),
            **entry.as_words(),
        }
        path = layout.runs / f"{started:%Y%m%dT%H%M%S%f}.json"
        path.write_text(json.dumps(words, indent=2) + "\n", "utf-8")
