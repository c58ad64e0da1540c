"""What the engine answered is kept, in the platform's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.releases import ReleaseState
from kith.domain.vocabulary.moments import london_day
from kith.web.audit.recording import recorded
from kith.web.releases.actions.steps import move
from kith.web.releases.models import BUILDING, Build, BuildState, Release


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from kith.domain.vocabulary.actors import Actor
    from kith.web.releases.values import Judged


TAKEN = (ReleaseState.PROPOSED, ReleaseState.APPROVED, ReleaseState.RELEASED)
"""States in which a release holds its name in the ledger."""


def begin_building(*, actor: Actor, at: datetime, key: UUID) -> Build | None:
    """The edition is built now; None where that was called off meanwhile.

    Begun again where a worker died over it.
    """
    with recorded(actor=actor, at=at, verb="releases.building_begun") as event:
        build = (
            Build.objects.select_for_update().filter(pk=key, state__in=BUILDING).first()
        )
        if build is not None:
            build.state = BuildState.RUNNING
            build.save(update_fields=["state"])
        event.about_several("releases", (key,) if build is not None else ())
    return build


def keep_built(
    *,
    actor: Actor,
    at: datetime,
    key: UUID,
    state: BuildState,
    outcome: Mapping[str, object],
    fault: str = "",
) -> None:
    """What came of a build is kept, unless it was called off meanwhile."""
    with recorded(actor=actor, at=at, verb="releases.edition_built") as event:
        build = Build.objects.select_for_update().filter(pk=key).first()
        is_kept = build is not None and build.state in BUILDING
        if build is not None and is_kept:
            build.state, build.outcome, build.fault = state, dict(outcome), fault
            build.save(update_fields=["state", "outcome", "fault"])
        event.about_several("releases", (key,), outcome=str(state), kept=int(is_kept))


def keep_judged(
    *, actor: Actor, at: datetime, key: UUID, judged: Judged | None, fault: str = ""
) -> None:
    """What the ledger said of a release is kept, unless it was dropped meanwhile."""
    with recorded(actor=actor, at=at, verb="releases.judged") as event:
        of = _standing(key, ReleaseState.ASKED)
        if of is not None and judged is None:
            of.fault = fault
            move(of, "fail", at, words=fault)
        elif of is not None and judged is not None:
            _fill(of, judged)
            _settle(of, judged, at)
        event.also([of] if of is not None else ())
        event.about_several(
            "releases",
            (key,),
            outcome="" if of is None else of.state,
            ledger="" if of is None else of.ledger,
        )


def keep_released(
    *,
    actor: Actor,
    at: datetime,
    key: UUID,
    answer: Mapping[str, object] | None = None,
    fault: str = "",
) -> None:
    """An approved release is out; or refused at the last, or failed, and says so.

    ``answer`` is the ledger's where it refused; without one and without a fault it is out.
    """
    with recorded(actor=actor, at=at, verb="releases.released") as event:
        of = _standing(key, ReleaseState.APPROVED)
        if of is not None and answer is not None:
            of.answer = dict(answer)
            move(of, "refuse", at)
        elif of is not None and fault:
            of.fault = fault
            move(of, "fail", at, words=fault)
        elif of is not None:
            of.released_on = london_day(at)
            move(of, "go_out", at)
        event.about_several(
            "releases",
            (key,),
            outcome="" if of is None else of.state,
            ledger="" if of is None else of.ledger,
        )


def keep_taken_down(*, actor: Actor, at: datetime, key: UUID) -> None:
    """The ledger has learnt that a release is withdrawn."""
    with recorded(actor=actor, at=at, verb="releases.taken_down") as event:
        of = _standing(key, ReleaseState.WITHDRAWN)
        if of is not None:
            of.is_taken_down = True
            of.save(update_fields=["is_taken_down"])
        event.about_several("releases", (key,))


def _standing(key: UUID, state: ReleaseState) -> Release | None:
    return Release.objects.select_for_update().filter(pk=key, state=state).first()


def _fill(of: Release, judged: Judged) -> None:
    of.ledger, of.answer = judged.ledger, dict(judged.answer)
    of.asked, of.rule_set = dict(judged.asked), judged.rule_set
    of.figures, of.table = judged.figures, list(judged.table)
    of.titles, of.fault = dict(judged.titles), ""


def _settle(of: Release, judged: Judged, at: datetime) -> None:
    """Where the release stands after the ledger has spoken."""
    twin = (
        Release.objects.filter(ledger=of.ledger, state__in=TAKEN)
        .exclude(pk=of.pk)
        .first()
    )
    if twin is not None:
        words = f"An identical table is no new release: it is {twin.reference}."
        move(of, "drop", at, words=words)
    elif judged.state == "approved":
        # It went out from the command line: the site learns of it, and whose word it was.
        of.approver = judged.approver[:100]
        of.released_on = london_day(at)
        move(of, "go_out", at, words="It was released from the command line.")
    else:
        is_refused = judged.answer.get("decision") == "refused"
        move(of, "refuse" if is_refused else "find_safe", at)
