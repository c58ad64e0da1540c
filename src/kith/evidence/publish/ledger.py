"""The release ledger as releases: where each stands, and the tables the public holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.contracts.published.ledger import (
    Happened,
    MeasureThen,
    ReleaseEvent,
    ReleaseTable,
    event_from_words,
    figure_to_words,
)
from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.disclosure import Links, Table
from kith.evidence.measures import DEFINITIONS, MEASURES
from kith.evidence.publish.releasing import links, processes
from kith.evidence.store.ledger import LedgerError


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.store.ledger import Entry


@dataclass
class Release:
    """One release and everything that happened to it."""

    name: str
    table: ReleaseTable
    digest: str
    events: list[ReleaseEvent] = field(default_factory=list)

    @property
    def state(self) -> Happened:
        """Where it stands: what happened last."""
        return self.events[-1].happened

    @property
    def is_known(self) -> bool:
        """Whether the public has seen it; what is withdrawn stays known."""
        return any(event.happened is Happened.APPROVED for event in self.events)


def is_as_judged(entries: Sequence[Entry], name: str) -> bool:
    """Whether nothing was released since a release was judged: then judging it again
    would attack the same tables and say the same."""
    events = [event_from_words(entry.words) for entry in entries]
    judged = max(
        place
        for place, event in enumerate(events)
        if event.release == name and event.happened is Happened.PROPOSED
    )
    return all(event.happened is not Happened.APPROVED for event in events[judged:])


def releases_of(entries: Iterable[Entry]) -> dict[str, Release]:
    """Every release by its name, in the order proposed.

    Raises:
        LedgerError: an event is not one that this version of Kith understands.
    """
    found: dict[str, Release] = {}
    for entry in entries:
        try:
            event = event_from_words(entry.words)
            if event.table is not None and event.release not in found:
                release = Release(event.release, event.table, event.digest)
                found[event.release] = release
            found[event.release].events.append(event)
        except (KeyError, TypeError, ValueError) as fault:
            raise LedgerError(
                f"event {entry.number} of the release ledger cannot be understood "
                f"({type(fault).__name__}): another version of Kith wrote it"
            ) from None
    return found


def next_name(known: Mapping[str, Release]) -> str:
    """The name of the next release."""
    return f"R{len(known) + 1:04}"


def in_print(known: Iterable[Release], measures: Iterable[str]) -> list[Table]:
    """What the public holds of some measures, the oldest table first."""
    wanted = set(measures)
    tables = (
        Table(
            name=release.name,
            counted_from=release.table.inputs_digest,
            figures=tuple(f for f in release.table.figures if f.measure in wanted),
            rule_set=RULE_SETS[release.table.rule_set],
        )
        for release in sorted(known, key=_approved_at)
        if release.is_known
    )
    return [table for table in tables if table.figures]


def printed_of(known: Iterable[Release], inputs_digest: str) -> list[Figure]:
    """What the public holds that was counted from the same rows."""
    return [
        figure
        for release in known
        if release.is_known and release.table.inputs_digest == inputs_digest
        for figure in release.table.figures
    ]


def links_then_and_now(known: Iterable[Release]) -> Links:
    """What measures have to do with one another; those that are no more as they were."""
    now, then = links(), dict(_measures_then(known))
    kinds = {code: measure.kind for code, measure in then.items()}
    parts = {code: m.counts for code, m in then.items() if m.counts is not None}
    return Links(
        kinds={**kinds, **now.kinds},
        parts={**parts, **now.parts},
        areas=now.areas,
    )


def processes_then_and_now(known: Iterable[Release]) -> frozenset[str]:
    """Measures that count meetings and the like, not children."""
    then = {code for code, m in _measures_then(known) if m.is_process}
    return processes() | {code for code in then if code not in DEFINITIONS}


def measures_now(figures: Iterable[Figure]) -> dict[str, MeasureThen]:
    """What is to be remembered of the figures' measures."""
    codes = sorted({figure.measure for figure in figures})
    return {code: _measure_now(code) for code in codes if code in DEFINITIONS}


def digest_of_table(
    figures: Sequence[Figure],
    *,
    audience: str,
    rule_set: str,
    provisional: bool = False,
) -> str:
    """Equal for tables that print the same to the same audience.

    Final figures say more than provisional ones of the same value.
    """
    told = [figure_to_words(figure) for figure in figures]
    for words in told:
        words.pop("reason", None)
    lines = sorted(json.dumps(words, sort_keys=True) for words in told)
    marks = ["provisional"] if provisional else []
    text = json.dumps([audience, rule_set, *marks, *lines])
    return hashlib.sha256(text.encode()).hexdigest()


def _measures_then(known: Iterable[Release]) -> Iterator[tuple[str, MeasureThen]]:
    for release in known:
        yield from release.table.measures.items()


def _measure_now(code: str) -> MeasureThen:
    definition = DEFINITIONS[code]
    measure = MEASURES.get(code)
    counts = measure.counts if measure and measure.is_made_of_counts else None
    return MeasureThen(definition.kind, counts, definition.is_process)


def _approved_at(release: Release) -> str:
    approved = [e for e in release.events if e.happened is Happened.APPROVED]
    return approved[0].at.isoformat() if approved else ""
