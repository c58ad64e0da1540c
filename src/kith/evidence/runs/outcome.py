"""What came of a build: enough for a person to know what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.contracts.commands.checks import Finding


class WrongRequestError(Exception):
    """What was asked for does not exist or cannot be a name; exit code 2."""


@dataclass(frozen=True)
class BuildRequest:
    """What to build, and from what."""

    returns: Path
    store: Path
    edition: str | None = None
    leave_out: Sequence[str] = ()
    keyring: Path | None = None


@dataclass(frozen=True)
class BuildOutcome:
    """The figures of a run, and where its edition stands.

    ``edition`` and ``build`` are None where a ``stop`` finding kept the old edition.
    """

    findings: tuple[Finding, ...]
    returns: int = 0
    left_out: tuple[str, ...] = ()
    rows_read: int = 0
    rows_quarantined: int = 0
    rows_superseded: int = 0
    figures: int = 0
    edition: str | None = None
    build: Path | None = None

    @property
    def rows_accepted(self) -> int:
        """Read and not set aside."""
        return self.rows_read - self.rows_quarantined

    @property
    def stops(self) -> tuple[Finding, ...]:
        """The findings that keep the old edition."""
        return tuple(f for f in self.findings if f.severity is Severity.STOP)

    @property
    def by_severity(self) -> Counter[Severity]:
        """How many findings of each severity."""
        return Counter(finding.severity for finding in self.findings)
