"""More time: never without a reason, never given by whoever owns the action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import say_day
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.actions.steps import needs_words, told
from kith.web.actions.models import Action, ActionExtension
from kith.web.actions.queries import extension_asked, visible_actions


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


WHY = "Say why more time is needed."


def ask_extension(
    *, viewer: Viewer, at: datetime, key: UUID, to: date, reason: str
) -> Action:
    """More time is asked for; the due date stands until somebody else decides.

    Raises:
        RefusedError: no reason, no later day, asked already, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.extension_asked") as event:
        action = locked(visible_actions(viewer), key)
        is_asked = extension_asked(viewer, action) is not None
        refuse_if(policies.why_not_ask_extension(viewer, action, is_asked=is_asked))
        kept = needs_words(reason, WHY)
        _put(action, to, kept, viewer, at)
        told(action, "ask_extension", viewer, at, f"To {say_day(to)}: {kept}")
        event.about(action, body=action.body_id, to=to.isoformat())
    return action


def decide_extension(
    *, viewer: Viewer, at: datetime, key: UUID, is_given: bool, words: str = ""
) -> Action:
    """More time is given, and a new due date holds; or it is refused, with the reason.

    Raises:
        RefusedError: nobody asked, it is refused without a reason, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.extension_decided") as event:
        action = locked(visible_actions(viewer), key)
        asked = extension_asked(viewer, action)
        refuse_if(
            policies.why_not_decide_extension(
                viewer, action, is_asked=asked is not None
            )
        )
        assert asked is not None  # the policy has just said so
        answer = words.strip()
        if not is_given:
            answer = needs_words(words, "Say why there is no more time.")
        asked.is_given, asked.answer = is_given, answer
        asked.decided_by_id, asked.decided_at = viewer.who, at
        asked.save()
        step = "extend" if is_given else "refuse_extension"
        if is_given:
            action.due_on = asked.to_on
            action.save(update_fields=["due_on"])
            answer = f"To {say_day(asked.to_on)}. {answer}".strip()
        told(action, step, viewer, at, answer)
        event.about(
            action, body=action.body_id, to=asked.to_on.isoformat(), is_given=is_given
        )
    return action


def extend_action(
    *, viewer: Viewer, at: datetime, key: UUID, to: date, reason: str
) -> Action:
    """The chair has given more time unasked, with the reason.

    Raises:
        RefusedError: no reason, no later day, a wish is still open, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="actions.extended") as event:
        action = locked(visible_actions(viewer), key)
        refuse_if(policies.why_not_extend(viewer, action))
        if extension_asked(viewer, action) is not None:
            refuse_if("More time has been asked for: answer that first.")
        kept = needs_words(reason, WHY)
        given = _put(action, to, kept, viewer, at)
        given.is_given, given.decided_by_id, given.decided_at = True, viewer.who, at
        given.save()
        action.due_on = to
        action.save(update_fields=["due_on"])
        told(action, "extend", viewer, at, f"To {say_day(to)}: {kept}")
        event.about(action, body=action.body_id, to=to.isoformat())
    return action


def _put(
    action: Action, to: date, reason: str, viewer: Viewer, at: datetime
) -> ActionExtension:
    if to <= action.due_on:
        refuse_if(f"It is due on {say_day(action.due_on)}: name a later day.")
    return ActionExtension.objects.create(
        action=action,
        from_on=action.due_on,
        to_on=to,
        reason=reason,
        asked_by_id=viewer.who,
        asked_at=at,
    )
