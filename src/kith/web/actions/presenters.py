"""Actions in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.actions import ACTION, OPEN, ActionState
from kith.domain.vocabulary.periods import say_day
from kith.web.actions import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action, ActionStep


MOVES = {
    "propose": "Proposed",
    "agree": "Agreed",
}
"""A step of the story, in words."""


@dataclass(frozen=True)
class ActionLine:
    """An action as a list shows it."""

    reference: str
    wording: str
    url: str
    owner: str
    body: str
    due: str
    state: str
    tone: str


def line(action: Action, *, today: date) -> ActionLine:
    """One row of the list."""
    words, tone = standing(action, today=today)
    return ActionLine(
        reference=action.reference,
        wording=action.wording,
        url=reverse("actions:detail", args=[action.pk]),
        owner=f"{action.owner.name}, {action.owner_organisation.name}",
        body=action.body.name,
        due=say_day(action.due_on),
        state=words,
        tone=tone,
    )


def standing(action: Action, *, today: date) -> tuple[str, str]:
    """Where the action stands in words, and the tone of its tag."""
    state = ActionState(action.state)
    if state in OPEN and action.due_on < today:
        return f"{ACTION.words[state]}, overdue", "attention"
    return ACTION.words[state], "" if state in OPEN else "done"


def next_steps(viewer: Viewer, action: Action) -> list[NextStep]:
    """What this viewer can do with the action, and why not the rest."""
    return [
        NextStep(
            "Agree this action",
            reverse("actions:agree", args=[action.pk]),
            policies.why_not_agree(viewer, action),
        )
    ]


def story(steps: Iterable[ActionStep]) -> list[StoryLine]:
    """The action's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]
