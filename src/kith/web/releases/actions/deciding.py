"""Approving a release, withdrawing it, and saying what was wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import refuse_if
from kith.web.access.roles import ROLES
from kith.web.access.writing import writing
from kith.web.releases import policies
from kith.web.releases.actions.steps import GO_OUT, TAKE_DOWN, ask_engine, held, move
from kith.web.releases.models import Erratum


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import Release


def approve_release(*, viewer: Viewer, at: datetime, key: UUID) -> Release:
    """It goes out, unless the ledger finds that something else has gone out meanwhile.

    Raises:
        RefusedError: not theirs, they proposed it, or the ledger has not let it through.
    """
    with writing(viewer=viewer, at=at, verb="releases.approved") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_approve(viewer, of))
        of.approved_by_id, of.approved_at = viewer.who, at
        of.approver = approving_role(viewer)
        move(of, "approve", at, by=viewer.who)
        ask_engine(GO_OUT, of)
        event.about(of, ledger=of.ledger)
    return of


def withdraw_release(
    *, viewer: Viewer, at: datetime, key: UUID, because: str
) -> Release:
    """It is taken back at once, with the reason in its place; the ledger learns of it.

    Raises:
        RefusedError: it is not released, not theirs, or no reason is given.
    """
    with writing(viewer=viewer, at=at, verb="releases.withdrawn") as event:
        refuse_if(policies.why_not_unsaid(because))
        of = held(viewer, key)
        refuse_if(policies.why_not_withdraw(viewer, of))
        of.withdrawn_by_id, of.withdrawn_at = viewer.who, at
        of.withdrawn_because = " ".join(because.split())
        move(of, "withdraw", at, by=viewer.who, words=of.withdrawn_because)
        ask_engine(TAKE_DOWN, of)
        event.about(of, ledger=of.ledger)
    return of


def note_erratum(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Erratum:
    """What was wrong stands beside the release, in public and for good."""
    with writing(viewer=viewer, at=at, verb="releases.erratum_noted") as event:
        refuse_if(policies.why_not_unsaid(words))
        of = held(viewer, key)
        refuse_if(policies.why_not_correct(viewer, of))
        noted = Erratum.objects.create(
            of=of, words=words.strip(), noted_by_id=viewer.who, noted_at=at
        )
        event.about(of, ledger=of.ledger)
    return noted


def approving_role(viewer: Viewer) -> str:
    """As what the viewer approves: the public is told a role, never a name."""
    held_as = (one for one in viewer.grants if P.RELEASE_APPROVE in one.permissions)
    names = [ROLES[one.role].name for one in held_as if one.role is not None]
    return names[0] if names else "Approver"
