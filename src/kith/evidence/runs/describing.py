"""What a build says of itself: its edition, and what was found in which facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.contracts.published.edition import Edition
from kith.evidence.publish.findings import FactFinding
from kith.evidence.runs.gathering import inputs_digest


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kith.evidence.facts.told import Reconciled
    from kith.evidence.runs.gathering import Gathered
    from kith.evidence.runs.outcome import BuildRequest
    from kith.evidence.runs.taking_in import TakenIn
    from kith.evidence.store.partnership import Partnership


def edition_of(
    partnership: Partnership, gathered: Gathered, request: BuildRequest
) -> Edition:
    """What the edition is about. Its name is the period's last day unless given.

    Until there is a ledger of releases a build releases itself, and says so.
    """
    return Edition(
        name=request.edition or partnership.period.last.isoformat(),
        partnership=partnership.name,
        areas=partnership.areas,
        period=partnership.period,
        rule_set=partnership.rule_set,
        stands_on=partnership.stands_on,
        invented=partnership.invented,
        inputs_digest=inputs_digest(gathered),
        released="example" if partnership.invented else "this build",
    )


def facts_of_findings(
    gathered: Gathered,
    taken: Sequence[TakenIn],
    reconciled: Reconciled,
    doubts: Iterable[Finding],
) -> list[FactFinding]:
    """Each finding with the facts whose figures it touches."""
    return [
        *_of_left_out(gathered),
        *_of_places(taken, doubts),
        *_of_reconciling(taken, reconciled),
    ]


def _of_left_out(gathered: Gathered) -> Iterator[FactFinding]:
    for head in gathered.left_out:
        facts = frozenset(f for table in FEEDS[head.feed].tables for f in table.facts)
        yield FactFinding(head.feed, facts, "return_left_out", Severity.STOP, 0)
    for _ in gathered.unread:
        # Its head could not be read, so it may have told anything.
        yield FactFinding("", frozenset(FACTS), "return_left_out", Severity.STOP, 0)


def _of_places(
    taken: Sequence[TakenIn], doubts: Iterable[Finding]
) -> Iterator[FactFinding]:
    places = {
        place: (one.head.feed, facts)
        for one in taken
        for place, facts in one.facts_of_place.items()
    }
    said = [finding for one in taken for finding in one.report.findings]
    for finding in (*said, *doubts):
        place = places.get((finding.file, finding.sheet))
        if place is not None and finding.severity is not Severity.NOTE:
            yield FactFinding(*place, finding.rule, finding.severity, finding.rows)


def _of_reconciling(
    taken: Sequence[TakenIn], reconciled: Reconciled
) -> Iterator[FactFinding]:
    sent = {one.head.name: one for one in taken}
    for fact, finding in reconciled.findings:
        one = sent[finding.file]
        # Who a child is touches every figure of the return's rows.
        told = frozenset().union(*one.facts_of_place.values())
        facts = told if fact == "people" else frozenset({fact})
        yield FactFinding(
            one.head.feed, facts, finding.rule, finding.severity, finding.rows
        )
