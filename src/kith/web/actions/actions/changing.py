"""What may change beside the states: the owner, the sources, the impact; and an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.actions.proposing import Source, put_source
from kith.web.actions.actions.steps import moved, needs_words, told
from kith.web.actions.models import Action, ActionExtension, ActionImpact, Strength
from kith.web.actions.queries import extension_asked, has_source, visible_actions


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


def withdraw_action(*, viewer: Viewer, at: datetime, key: UUID, reason: str) -> Action:
    """The body does not want the action any more, and says why.

    Raises:
        RefusedError: no reason, it is over, or this is not theirs to withdraw.
    """
    with writing(viewer=viewer, at=at, verb="actions.withdrawn") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_withdraw(viewer, action))
        kept = needs_words(reason, "Say why it is withdrawn.")
        asked = extension_asked(viewer, action)
        if asked is not None:
            _drop(asked, viewer, at)
        moved(action, "withdraw", viewer, at, kept)
        event.about(action, body=action.body_id)
    return action


def reassign_action(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    owner: Person,
    organisation: Organisation,
    reason: str,
) -> Action:
    """Somebody else owes the action, with the reason; the story names both.

    Raises:
        RefusedError: no reason, it is over, it is theirs already, or not this viewer's.
    """
    with writing(viewer=viewer, at=at, verb="actions.reassigned") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_reassign(viewer, action, organisation.pk))
        if (action.owner_id, action.owner_organisation_id) == (
            owner.pk,
            organisation.pk,
        ):
            refuse_if("They own it already.")
        kept = needs_words(reason, "Say why somebody else takes it on.")
        before, action.owner = action.owner, owner
        action.owner_organisation = organisation
        action.save(update_fields=["owner", "owner_organisation"])
        told(action, "reassign", viewer, at, f"{before.name} to {owner.name}: {kept}")
        event.about(
            action, body=action.body_id, was=str(before.pk), becomes=str(owner.pk)
        )
    return action


def add_source(*, viewer: Viewer, at: datetime, key: UUID, source: Source) -> Action:
    """The action answers this source too: one weakness, one plan.

    Raises:
        RefusedError: it has this source, it is over, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.source_added") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_add_source(viewer, action))
        if source.key is None:
            needs_words(source.words, "Say what it came from.")
        elif has_source(viewer, action, source.noun, source.key):
            refuse_if("This action has that source already.")
        put = put_source(action, source, viewer, at)
        told(
            action,
            "add_source",
            viewer,
            at,
            f"{put.get_kind_display()}: {put.words}".rstrip(": "),
        )
        event.about(action, body=action.body_id, kind=put.kind, of=put.noun)
    return action


def state_impact(
    *, viewer: Viewer, at: datetime, key: UUID, words: str, strength: Strength
) -> Action:
    """It is said what changed for children, and how that is known.

    Working Together asks the yearly report for evidence of impact; most reports of
    2020 to 2021 had none, so "no evidence yet" is an answer too.

    Raises:
        RefusedError: nothing was said, nothing was done yet, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.impact_stated") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_state_impact(viewer, action))
        kept = needs_words(words, "Say what changed for children, or that nothing did.")
        ActionImpact.objects.create(
            action=action,
            number=action.impacts.count() + 1,
            words=kept,
            strength=strength,
            stated_by_id=viewer.who,
            stated_at=at,
        )
        told(action, "state_impact", viewer, at, kept)
        event.about(action, body=action.body_id, strength=str(strength))
    return action


def _drop(asked: ActionExtension, viewer: Viewer, at: datetime) -> None:
    """A wish for more time falls with its action, and is no question any more."""
    asked.is_given, asked.answer = False, "The action was withdrawn."
    asked.decided_by_id, asked.decided_at = viewer.who, at
    asked.save()
