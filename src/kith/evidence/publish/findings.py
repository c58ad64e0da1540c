"""What the checks said → ``findings.parquet``: counted, no row, place or value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.contracts.published import findings as contract
from kith.evidence.measures import MEASURES
from kith.evidence.publish.sources import facts_of
from kith.evidence.publish.tables import write_table


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kith.domain.rules.disclosure import RuleSet


SENTENCES = {
    Severity.STOP: "The figure has a gap: {0}",
    Severity.QUARANTINE: "Rows were set aside, so the figure may be too low: {0}",
    Severity.WARN: "Rows raised a question, and count as they were sent: {0}",
    Severity.NOTE: "About the rows behind this figure: {0}",
}
"""What a finding means for the figure; {0} is the rule in words."""

_WORST_FIRST = tuple(SENTENCES)


@dataclass(frozen=True)
class FactFinding:
    """How often a rule was broken in the rows of some facts."""

    feed: str
    facts: frozenset[str]
    rule: str
    severity: Severity
    rows: int
    words: str
    """The rule in words that name no row, place or value."""


def write_findings(
    folder: Path, said: Iterable[FactFinding], rule_set: RuleSet
) -> None:
    """One row a measure, feed and rule; too few rows are not counted out."""
    write_table(
        folder / "findings.parquet",
        _rows(said, rule_set),
        contract.COLUMNS,
        key=contract.KEY,
    )


def _rows(
    said: Iterable[FactFinding], rule_set: RuleSet
) -> Iterator[dict[str, object]]:
    grouped: dict[tuple[str, str], list[FactFinding]] = defaultdict(list)
    for finding in said:
        grouped[finding.feed, finding.rule].append(finding)
    for measure in MEASURES:
        facts = set(facts_of(measure))
        for (feed, rule), findings in grouped.items():
            touching = [f for f in findings if f.facts & facts]
            if touching:
                yield _row(measure, feed, rule, touching, rule_set)


def _row(
    measure: str,
    feed: str,
    rule: str,
    findings: list[FactFinding],
    rule_set: RuleSet,
) -> dict[str, object]:
    worst = min((f.severity for f in findings), key=_WORST_FIRST.index)
    rows = sum(f.rows for f in findings)
    return {
        "measure": measure,
        "feed": feed,
        "rule": rule,
        "severity": worst.value,
        "rows": None if rule_set.hides(rows) or not rows else rows,
        "sentence": SENTENCES[worst].format(findings[0].words),
    }
