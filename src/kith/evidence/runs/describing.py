"""What a build says of itself: its edition, and what was found in which facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.contracts.published.edition import CANDIDATE, Edition
from kith.evidence.publish.findings import FactFinding
from kith.evidence.quality.meaning.check import CHECKS
from kith.evidence.quality.rules import RULES
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

    It is a candidate: the ledger of releases lets it out.
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
        released=CANDIDATE,
        agencies=dict(partnership.agency_names),
        provisional=partnership.provisional,
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
        yield _left_out(head.feed, facts)
    for _ in gathered.unread:
        # Its head could not be read, so it may have told anything.
        yield _left_out("", frozenset(FACTS))


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
            yield _touching(finding, *place)


def _of_reconciling(
    taken: Sequence[TakenIn], reconciled: Reconciled
) -> Iterator[FactFinding]:
    sent = {one.head.name: one for one in taken}
    for fact, finding in reconciled.findings:
        one = sent[finding.file]
        # Who a child is touches every figure of the return's rows.
        told = frozenset().union(*one.facts_of_place.values())
        facts = told if fact == "people" else frozenset({fact})
        yield _touching(finding, one.head.feed, facts)


def _left_out(feed: str, facts: frozenset[str]) -> FactFinding:
    rule = "return_left_out"
    return FactFinding(feed, facts, rule, Severity.STOP, 0, WORDS[rule])


def _touching(finding: Finding, feed: str, facts: frozenset[str]) -> FactFinding:
    return FactFinding(
        feed, facts, finding.rule, finding.severity, finding.rows, words(finding.rule)
    )


def words(rule: str) -> str:
    """A rule in words fit for the public: nothing of the rows it found."""
    if rule in RULES:
        return f"it was checked that {RULES[rule]}."
    if rule in CHECKS:
        return CHECKS[rule].says
    return WORDS.get(rule, rule.replace("_", " ").replace(".", " ") + ".")


WORDS = {
    "return_left_out": "a return was left out of this edition.",
    "row_of_another_area": "they name an area that is not their return's.",
    "conflicting_sex": "two returns record another sex of one child.",
    "conflicting_ethnic_code": "two returns record another ethnic code of one child.",
    "conflicting_date_of_birth": "two returns record another birthday of one child.",
    "changed_between_extracts": "a later extract tells them otherwise.",
    "vanished_between_extracts": "a later extract of the same days lacks them.",
    "set_aside_for_a_fuller_feed": "a fuller feed covers the same days, so that "
    "nothing is counted twice.",
}
