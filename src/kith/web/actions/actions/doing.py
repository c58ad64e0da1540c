"""From agreed to evidence given: what the owner does, or somebody does for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.actions.steps import moved, needs_words, told
from kith.web.actions.models import Action, ActionEvidence, EvidenceDocument
from kith.web.actions.queries import visible_actions


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Evidence:
    """What shows that an action is done: words, and documents by their keys."""

    words: str
    documents: tuple[UUID, ...] = ()


def agree_action(*, viewer: Viewer, at: datetime, key: UUID, words: str = "") -> Action:
    """The chair has agreed the action: its owner now owes it.

    Raises:
        RefusedError: it is not proposed any more, or this is not theirs to agree.
    """
    with writing(viewer=viewer, at=at, verb="actions.agreed") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_agree(viewer, action))
        moved(action, "agree", viewer, at, words)
        event.about(action, body=action.body_id)
    return action


def start_action(*, viewer: Viewer, at: datetime, key: UUID, words: str = "") -> Action:
    """Work on the action has begun.

    Raises:
        RefusedError: it is not agreed, or this is not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.started") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_start(viewer, action))
        moved(action, "start", viewer, at, words)
        event.about(action, body=action.body_id)
    return action


def note_progress(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Action:
    """The story says how far the work has come; an agreed action has thereby begun.

    Raises:
        RefusedError: nothing was said, it is not under way, or this is not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.progressed") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_note(viewer, action))
        kept = needs_words(words, "Say how far it has come.")
        if not policies.why_not_start(viewer, action):
            moved(action, "start", viewer, at)
        told(action, "note", viewer, at, kept)
        event.about(action, body=action.body_id)
    return action


def submit_evidence(
    *, viewer: Viewer, at: datetime, key: UUID, evidence: Evidence
) -> Action:
    """Evidence is given that the action is done, and waits for somebody else's eyes.

    Raises:
        RefusedError: nothing was said, it is not under way, or this is not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.evidence_submitted") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_submit(viewer, action))
        kept = needs_words(evidence.words, "Say what shows that it is done.")
        given = ActionEvidence.objects.create(
            action=action,
            number=action.evidence.count() + 1,
            words=kept,
            submitted_by_id=viewer.who,
            submitted_at=at,
        )
        for document in dict.fromkeys(evidence.documents):
            EvidenceDocument.objects.create(evidence=given, document=document)
        moved(action, "submit_evidence", viewer, at, kept)
        event.about(action, body=action.body_id, documents=len(set(evidence.documents)))
    return action
