"""What ``kith evidence build`` says of a run: a type and its JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from kith.contracts.commands.checks import Finding, Severity


if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class BuildAnswer:
    """What came of a build. ``edition`` is empty where the one before still stands.

    ``findings`` counts them by severity; ``stops`` are those that ended the run.
    """

    edition: str
    returns: int = 0
    left_out: tuple[str, ...] = ()
    rows_read: int = 0
    rows_quarantined: int = 0
    rows_superseded: int = 0
    figures: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)
    stops: tuple[Finding, ...] = ()

    @property
    def rows_accepted(self) -> int:
        """Read and not set aside."""
        return self.rows_read - self.rows_quarantined

    def as_json(self) -> dict[str, Any]:
        """The answer as ``build --format json`` prints it."""
        return asdict(self)

    @classmethod
    def from_json(cls, words: Mapping[str, Any]) -> BuildAnswer:
        """The answer that was printed.

        Raises:
            ValueError, KeyError, TypeError: the words are not an answer's.
        """
        stops = [
            Finding(**{**one, "severity": Severity(one["severity"])})
            for one in words["stops"]
        ]
        return cls(
            **{**words, "left_out": tuple(words["left_out"]), "stops": tuple(stops)}
        )
