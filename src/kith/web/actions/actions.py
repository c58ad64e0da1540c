"""Every write of actions: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.states.actions import ACTION, ActionState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.models import Action, ActionStep
from kith.web.actions.queries import visible_actions


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Promise:
    """What an action promises: who does what, by when."""

    wording: str
    owner_organisation: Organisation
    owner: Person
    due_on: date


def propose_action(
    *, viewer: Viewer, at: datetime, body: Body, promise: Promise
) -> Action:
    """The body has a new action, proposed and not yet agreed."""
    with writing(viewer=viewer, at=at, verb="actions.proposed") as event:
        refuse_if(policies.why_not_propose(viewer, body.pk))
        action = Action.objects.create(
            reference=_next_reference(body, at),
            body=body,
            wording=promise.wording,
            owner_organisation=promise.owner_organisation,
            owner=promise.owner,
            due_on=promise.due_on,
            state=ActionState.PROPOSED,
            proposed_by_id=viewer.who,
            proposed_at=at,
        )
        _step(action, "propose", viewer, at)
        event.about(action, body=body.pk, due_on=promise.due_on.isoformat())
    return action


def agree_action(*, viewer: Viewer, at: datetime, key: UUID, words: str = "") -> Action:
    """The chair has agreed the action: its owner now owes it.

    Raises:
        RefusedError: it is not proposed any more, or this is not theirs to agree.
    """
    with writing(viewer=viewer, at=at, verb="actions.agreed") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_agree(viewer, action))
        action.state = ACTION.move("agree").target
        action.save(update_fields=["state"])
        _step(action, "agree", viewer, at, words)
        event.about(action, body=action.body_id)
    return action


def _step(
    action: Action, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    ActionStep.objects.create(
        action=action,
        move=move,
        state=action.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _next_reference(body: Body, at: datetime) -> str:
    """EXECUTIVE/2020/07: numbered within its body, so that it betrays no other's."""
    stem = f"{body.code.upper().replace('_', '-')}/{at.year}/"
    taken = Action.objects.filter(reference__startswith=stem).count()
    return f"{stem}{taken + 1:02d}"
