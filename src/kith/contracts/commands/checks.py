"""What ``kith evidence check`` and ``build`` say about files: types and their JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is. Only ``stop`` ends a run (exit code 1)."""

    STOP = "stop"
    QUARANTINE = "quarantine"
    WARN = "warn"
    NOTE = "note"


class Outcome(StrEnum):
    """What became of a check. A crash never counts as clean."""

    FLAGGED = "flagged"
    CLEAN = "clean"
    NOT_RUN = "not run"
    CRASHED = "crashed"


@dataclass(frozen=True)
class Finding:
    """What a check says about one place in a file.

    ``value_class`` describes the value without giving it: ``text where a date
    belongs``, never the text. ``row`` numbers as a spreadsheet does, header
    included; None where the finding is about the file, sheet or column.
    """

    rule: str
    severity: Severity
    file: str
    message: str
    remedy: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value_class: str = ""
    rows: int = 1


@dataclass(frozen=True)
class CheckResult:
    """One check's outcome over the files it was asked about."""

    rule: str
    outcome: Outcome
    flagged: int = 0
    why: str = ""


@dataclass(frozen=True)
class ColumnMatch:
    """Which column of a file was read as which of the feed's."""

    header: str
    read_as: str | None


@dataclass(frozen=True)
class TableReport:
    """One table read from a file: every row accounted for.

    ``read == accepted + quarantined``, always.
    """

    file: str
    sheet: str
    table: str | None
    read: int
    accepted: int
    quarantined: int
    columns: tuple[ColumnMatch, ...] = ()
    blank_rows_skipped: int = 0

    def __post_init__(self) -> None:
        if self.read != self.accepted + self.quarantined:
            raise ValueError(
                f"{self.file} {self.sheet}: {self.read} rows read is not "
                f"{self.accepted} accepted and {self.quarantined} quarantined"
            )


@dataclass(frozen=True)
class CheckReport:
    """Everything said about a set of files read as one feed."""

    feed: str
    tables: tuple[TableReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    results: tuple[CheckResult, ...] = field(default=())

    @property
    def stops(self) -> tuple[Finding, ...]:
        """The findings that end a run."""
        return tuple(f for f in self.findings if f.severity is Severity.STOP)

    def as_json(self) -> dict[str, object]:
        """The report as ``kith evidence check --format json`` prints it."""
        return {
            "feed": self.feed,
            "files": [asdict(table) for table in self.tables],
            "findings": [asdict(finding) for finding in self.findings],
            "results": [asdict(result) for result in self.results],
        }
