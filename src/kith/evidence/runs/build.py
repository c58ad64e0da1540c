"""Returns → edition: the steps of a build, read from top to bottom.

In: a folder of returns. Out: an edition in the store, or the old one untouched. What
can go wrong: a ``stop`` finding (the outcome says which return, and how to leave it
out), a store or keyring that cannot be used, figures that cannot be made safe.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.facts.reconcile import reconcile
from kith.evidence.facts.telling import tell
from kith.evidence.facts.told import ToldReturn
from kith.evidence.measures import published_figures
from kith.evidence.publish.edition import write_edition
from kith.evidence.publish.releasing import released
from kith.evidence.quality import meaning
from kith.evidence.runs.describing import edition_of, facts_of_findings
from kith.evidence.runs.gathering import Gathered, gather
from kith.evidence.runs.keeping import intake_of, keep_facts, keep_report, tellings
from kith.evidence.runs.log import log_run
from kith.evidence.runs.outcome import BuildOutcome, BuildRequest
from kith.evidence.runs.taking_in import take_in
from kith.evidence.store.child_keys import child_keys
from kith.evidence.store.editions import building, finish, unfinished_build
from kith.evidence.store.fact_store import FactStore


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kith.contracts.published.edition import Edition
    from kith.evidence.publish.findings import FactFinding
    from kith.evidence.runs.taking_in import TakenIn
    from kith.evidence.store.layout import StoreLayout


def build(request: BuildRequest, *, at: Callable[[], datetime]) -> BuildOutcome:
    """The edition stands in the store, or the old one still does.

    Raises:
        WrongRequestError: the folder, a return to leave out, or the edition's name.
        StoreError, KeyringError: the store or the keyring cannot be used.
        NotReleasableError: the figures cannot be made safe to publish.
    """
    gathered = gather(request)
    with building(request.store) as layout, log_run(layout, at=at) as log:
        log.outcome = _build(gathered, request, layout)
        return log.outcome


def _build(
    gathered: Gathered, request: BuildRequest, layout: StoreLayout
) -> BuildOutcome:
    taken = [take_in(head) for head in gathered.returns]
    so_far = _read(gathered, taken)
    partnership = gathered.partnership
    if partnership is None or so_far.stops:
        return so_far

    keys = child_keys(keyring=request.keyring, store_keyring=layout.keyring)
    told = [ToldReturn(one.head, tell(one.typed, one.head, keys)) for one in taken]
    doubts, results = meaning.run(
        tellings(told), [table for one in taken for table in one.placed]
    )
    reconciled = reconcile(told)
    said = [*doubts, *(finding for _, finding in reconciled.findings)]
    findings = (*so_far.findings, *said)

    unfinished = unfinished_build(layout)
    keep_facts(unfinished, reconciled, intake_of(taken, told, reconciled), partnership)
    keep_report(unfinished, taken, findings, results)

    edition = edition_of(partnership, gathered, request)
    touched = facts_of_findings(gathered, taken, reconciled, doubts)
    figures = _publish(unfinished, edition, touched, layout)
    return replace(
        so_far,
        findings=findings,
        rows_superseded=sum(t.num_rows for t in reconciled.superseded.values()),
        figures=figures,
        edition=edition.name,
        build=finish(layout, unfinished, edition.name),
    )


def _read(gathered: Gathered, taken: list[TakenIn]) -> BuildOutcome:
    tables = [table for one in taken for table in one.report.tables]
    said = [finding for one in taken for finding in one.report.findings]
    return BuildOutcome(
        findings=(*gathered.findings, *said),
        returns=len(taken),
        left_out=gathered.names_left_out,
        rows_read=sum(table.read for table in tables),
        rows_quarantined=sum(table.quarantined for table in tables),
    )


def _publish(
    unfinished: Path,
    edition: Edition,
    touched: list[FactFinding],
    layout: StoreLayout,
) -> int:
    with FactStore.on_folder(unfinished, spill=layout.spill) as store:
        figures = published_figures(store)
        write_edition(
            unfinished / "public",
            edition,
            released=released(figures, RULE_SETS[edition.rule_set]),
            store=store,
            findings=touched,
        )
    return len(figures)
