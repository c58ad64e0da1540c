"""Releases proposed, approved and withdrawn: each step is one event of the ledger.

In: a built store and what is asked for. Out: an event, and an answer. What can go
wrong: a request that names nothing, a ledger that is broken or held by somebody else.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kith.contracts.commands.releases import (
    Decision,
    ReleaseAnswer,
    ReleaseListed,
    ReleaseRequest,
)
from kith.contracts.published.edition import edition_from_json
from kith.contracts.published.ledger import (
    Happened,
    ReleaseEvent,
    ReleaseTable,
    event_to_words,
)
from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.publish.ledger import (
    is_as_judged,
    measures_now,
    next_name,
    releases_of,
)
from kith.evidence.publish.release_words import given_away_words, reasons
from kith.evidence.runs.curing import cures
from kith.evidence.runs.going_public import prepare, show
from kith.evidence.runs.judging import Bench, EmptyTableError, Judged
from kith.evidence.runs.outcome import WrongRequestError
from kith.evidence.store.ledger import entries_of, writing


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kith.contracts.published.edition import Edition
    from kith.evidence.publish.ledger import Release
    from kith.evidence.store.fact_store import FactStore
    from kith.evidence.store.layout import StoreLayout


LONGEST = 300
"""Characters of a name or a reason: enough for a sentence."""


def propose(
    store: FactStore, layout: StoreLayout, request: ReleaseRequest, *, at: datetime
) -> ReleaseAnswer:
    """The table is in the ledger, as one that may be approved or as refused.

    An identical table that is proposed or released already is no new release: the
    answer names the old one.

    Raises:
        WrongRequestError: the table is empty, or its rule set is no rule set for the
            public.
        LedgerError: the ledger is broken or held by somebody else.
    """
    if not RULE_SETS[store.partnership.rule_set].hides_anything:
        raise WrongRequestError(
            f"the rule set '{store.partnership.rule_set}' hides nothing, so nothing "
            "counted under it is released; name another in partnership.toml"
        )
    edition = _edition_of(store)
    with writing(layout.ledger) as ledger:
        known = releases_of(ledger.entries)
        bench = Bench(store, edition.inputs_digest, store.partnership.rule_set, known)
        try:
            judged = bench.judge(request)
        except EmptyTableError as empty:
            raise WrongRequestError(str(empty)) from None
        same = _same(known, bench, judged)
        if same is not None and same.state is Happened.APPROVED:
            return _released_already(same)
        answer = _answer(bench, judged, same.name if same else next_name(known))
        happened = (
            Happened.PROPOSED
            if answer.decision is Decision.MAY_BE_APPROVED
            else Happened.REFUSED
        )
        if same is None or same.state is not happened:
            event = ReleaseEvent(
                happened,
                answer.release,
                at,
                same.digest if same else _digest(bench, judged),
                table=_table(bench, judged, edition),
                reasons=answer.reasons,
            )
            ledger.add(event_to_words(event))
        # A step that was killed may have left readers with the release before.
        show(layout, known)
        return answer


def approve(
    opened: Callable[[str | None], FactStore],
    layout: StoreLayout,
    name: str,
    *,
    by: str,
    at: datetime,
) -> ReleaseAnswer:
    """The release is approved; or refused, where another took its place meanwhile.

    Of an edition, the public sees it from now on. ``opened`` opens an edition of the
    store, the current one where none is named.

    Raises:
        WrongRequestError: there is no such release, or it waits for no approval.
        LedgerError: the ledger is broken or held by somebody else.
    """
    who = _said(by, "--by")
    with writing(layout.ledger) as ledger:
        known = releases_of(ledger.entries)
        release = _find(known, name)
        if release.state is not Happened.PROPOSED:
            raise WrongRequestError(
                f"{name} is {release.state.value}; only what is proposed can be approved"
            )
        table = release.table
        store = opened(table.asked.get("edition"))
        bench = Bench(store, table.inputs_digest, table.rule_set, known)
        answer = ReleaseAnswer(name, Decision.MAY_BE_APPROVED)
        if not is_as_judged(ledger.entries, name):
            asked = ReleaseRequest(audience=table.audience)
            judged = bench.attacked(asked, table.figures)
            answer = _answer(bench, judged, name, curable=False)
        refused = answer.decision is Decision.REFUSED
        if not refused:
            prepare(layout, bench, release)
        event = ReleaseEvent(
            Happened.REFUSED if refused else Happened.APPROVED,
            name,
            at,
            release.digest,
            by=who,
            reasons=answer.reasons,
        )
        ledger.add(event_to_words(event))
        show(layout, releases_of(ledger.entries))
        return answer


def withdraw(
    layout: StoreLayout, name: str, *, by: str, because: str, at: datetime
) -> None:
    """The release is withdrawn, with the reason; what it told stays known.

    Raises:
        WrongRequestError: there is no such release, or it is not released.
        LedgerError: the ledger is broken or held by somebody else.
    """
    who, why = by and _said(by, "--by"), _said(because, "--because")
    with writing(layout.ledger) as ledger:
        release = _find(releases_of(ledger.entries), name)
        if release.state is not Happened.APPROVED:
            raise WrongRequestError(
                f"{name} is {release.state.value}; only what is released can be "
                "withdrawn"
            )
        event = ReleaseEvent(
            Happened.WITHDRAWN, name, at, release.digest, by=who, because=why
        )
        ledger.add(event_to_words(event))
        show(layout, releases_of(ledger.entries))


def listed(layout: StoreLayout) -> list[ReleaseListed]:
    """Every release and where it stands, in the order proposed.

    Raises:
        LedgerError: the ledger is broken.
    """
    known = releases_of(entries_of(layout.ledger))
    return [_listed(release) for release in known.values()]


def shown(layout: StoreLayout, name: str) -> Release:
    """One release, with its table as it is printed; a refused one's is empty.

    Raises:
        WrongRequestError: there is no such release.
        LedgerError: the ledger is broken.
    """
    return _find(releases_of(entries_of(layout.ledger)), name)


def _listed(release: Release) -> ReleaseListed:
    table = release.table
    return ReleaseListed(
        release=release.name,
        state=release.state.value,
        audience=table.audience,
        rule_set=table.rule_set,
        edition=table.edition,
        figures=len(table.figures),
        asked=table.asked,
        digest=release.digest,
        events=tuple(told(event) for event in release.events),
        reasons=release.events[-1].reasons,
    )


def told(event: ReleaseEvent) -> Mapping[str, str]:
    """What happened, when, by whom and why, as words."""
    words = {
        "happened": event.happened.value,
        "at": event.at.isoformat(),
        "by": event.by,
        "because": event.because,
    }
    return {name: word for name, word in words.items() if word}


def _answer(
    bench: Bench, judged: Judged, name: str, *, curable: bool = True
) -> ReleaseAnswer:
    if judged.is_safe:
        return ReleaseAnswer(name, Decision.MAY_BE_APPROVED)
    unsafe = (judged.unsafe,) if judged.unsafe else ()
    return ReleaseAnswer(
        name,
        Decision.REFUSED,
        reasons=(*unsafe, *reasons(judged.given_away)),
        cure=cures(bench, judged) if curable else (),
        given_away=tuple(given_away_words(given) for given in judged.given_away),
    )


def _released_already(release: Release) -> ReleaseAnswer:
    said = f"it is {release.name}, which is released"
    return ReleaseAnswer(
        release.name,
        Decision.MAY_BE_APPROVED,
        reasons=(f"An identical table is no new release: {said}.",),
    )


def _same(known: Mapping[str, Release], bench: Bench, judged: Judged) -> Release | None:
    """The release that prints the very same; of refused ones, that asked the same.

    What was withdrawn may be released again, as a new release.
    """
    digests = {_digest(bench, judged), judged.digest or None}
    return next(
        (
            release
            for release in known.values()
            if release.digest in digests and release.state is not Happened.WITHDRAWN
        ),
        None,
    )


def _digest(bench: Bench, judged: Judged) -> str:
    """Of what is printed; of a refused table only of what was asked.

    Whoever knows all but one number of a table could find it by trying digests.
    """
    if judged.is_safe:
        return judged.digest
    asked = [judged.request.as_words(), bench.rule_set, bench.inputs_digest]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _table(bench: Bench, judged: Judged, edition: Edition) -> ReleaseTable:
    figures = judged.figures if judged.is_safe else ()
    return ReleaseTable(
        asked=judged.request.as_words(),
        audience=judged.request.audience,
        rule_set=bench.rule_set,
        edition=edition.name,
        inputs_digest=edition.inputs_digest,
        figures=figures,
        measures=measures_now(figures),
    )


def _edition_of(store: FactStore) -> Edition:
    assert store.public is not None
    return edition_from_json((store.public / "edition.json").read_text("utf-8"))


def _find(known: Mapping[str, Release], name: str) -> Release:
    if name not in known:
        last = f"the last is {list(known)[-1]}" if known else "the ledger holds none"
        raise WrongRequestError(f"there is no release '{name}'; {last}")
    return known[name]


def _said(text: str, option: str) -> str:
    said = " ".join(text.split())
    if not said or len(said) > LONGEST or not said.isprintable():
        raise WrongRequestError(f"{option} takes words, at most {LONGEST} characters")
    return said
