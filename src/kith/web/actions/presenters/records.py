"""One action: where it stands in its states, what can be done next, its story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.actions import ACTION, ActionState
from kith.domain.vocabulary.periods import say_day
from kith.web.actions import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import (
        Action,
        ActionEvidence,
        ActionExtension,
        ActionSource,
        ActionStep,
    )


MOVES = {
    "propose": "Proposed",
    "agree": "Agreed",
    "start": "Started",
    "note": "Progress",
    "submit_evidence": "Evidence given",
    "send_back": "Sent back",
    "verify": "Verified",
    "close": "Closed",
    "withdraw": "Withdrawn",
    "ask_extension": "More time asked for",
    "extend": "More time given",
    "refuse_extension": "More time refused",
    "reassign": "Given to somebody else",
    "add_source": "Another source",
    "state_impact": "What changed for children",
}
"""A step of the story, in words."""

WAY = (
    ActionState.PROPOSED,
    ActionState.AGREED,
    ActionState.IN_PROGRESS,
    ActionState.EVIDENCE_SUBMITTED,
    ActionState.VERIFIED,
    ActionState.CLOSED,
)
"""The states that an action passes through when all goes well."""


@dataclass(frozen=True)
class Stage:
    """One state on the line: behind, here, or ahead."""

    words: str
    place: str


@dataclass(frozen=True)
class Link:
    """Something that hangs on the action: words, and a page where there is one."""

    words: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Given:
    """A piece of evidence as the page shows it."""

    words: str
    who: str
    at: object
    documents: tuple[Link, ...]


def line_of_states(action: Action) -> tuple[Stage, ...]:
    """Where it stands among the states; nothing for what was withdrawn."""
    state = ActionState(action.state)
    if state not in WAY:
        return ()
    here = WAY.index(state)
    places = ["behind"] * here + ["here"] + ["ahead"] * len(WAY)
    return tuple(
        Stage(ACTION.words[one], place) for one, place in zip(WAY, places, strict=False)
    )


def facts(action: Action, *, today: date) -> list[tuple[str, str]]:
    """What is known of it in a glance."""
    due = say_day(action.due_on)
    if action.due_on != action.first_due_on:
        due = f"{due} (first promised for {say_day(action.first_due_on)})"
    late = (today - action.due_on).days
    if late > 0 and action.state not in ("CLOSED", "WITHDRAWN"):
        due = f"{due}: {late} {'day' if late == 1 else 'days'} overdue"
    rows = [
        ("Owner", action.owner.name),
        ("Organisation", action.owner_organisation.name),
        ("Due", due),
    ]
    if action.verified_by is not None:
        rows.append(("Verified by", action.verified_by.name))
    return rows


def next_steps(
    viewer: Viewer,
    action: Action,
    *,
    giver: UUID | None,
    asked: ActionExtension | None,
) -> list[NextStep]:
    """What this viewer can do with the action, and why not the rest."""
    why_nots = {
        **_doing(viewer, action, giver),
        **_changing(viewer, action, is_asked=asked is not None),
    }
    return [
        NextStep(
            words,
            reverse(f"actions:{route}", args=[action.pk]),
            why_not,
            opens_page=route not in _AT_ONCE,
        )
        for route, (words, why_not) in why_nots.items()
    ]


def _doing(
    viewer: Viewer, action: Action, giver: UUID | None
) -> dict[str, tuple[str, str]]:
    """The steps that lead to its end: each route, its words, and why not."""
    judge = policies.why_not_judge
    return {
        "agree": ("Agree this action", policies.why_not_agree(viewer, action)),
        "start": ("Say that work has begun", policies.why_not_start(viewer, action)),
        "note": ("Note progress", policies.why_not_note(viewer, action)),
        "evidence": (
            "Give evidence that it is done",
            policies.why_not_submit(viewer, action),
        ),
        "verify": (
            "Verify that it is done",
            judge(viewer, action, "verify", giver),
        ),
        "send_back": (
            "Send the evidence back",
            judge(viewer, action, "send_back", giver),
        ),
        "close": ("Close this action", policies.why_not_close(viewer, action)),
        "impact": (
            "Say what changed for children",
            policies.why_not_state_impact(viewer, action),
        ),
    }


def _changing(
    viewer: Viewer, action: Action, *, is_asked: bool
) -> dict[str, tuple[str, str]]:
    """What changes the promise itself: each route, its words, and why not."""
    return {
        "ask_more_time": (
            "Ask for more time",
            policies.why_not_ask_extension(viewer, action, is_asked=is_asked),
        ),
        "decide_more_time": (
            "Answer the wish for more time",
            policies.why_not_decide_extension(viewer, action, is_asked=is_asked),
        ),
        "more_time": ("Give more time", policies.why_not_extend(viewer, action)),
        "reassign": (
            "Give it to somebody else",
            policies.why_not_reassign(viewer, action),
        ),
        "add_source": ("Add a source", policies.why_not_add_source(viewer, action)),
        "withdraw": (
            "Withdraw this action",
            policies.why_not_withdraw(viewer, action),
        ),
    }


_AT_ONCE = {"agree", "start", "close"}


def source_links(sources: Iterable[ActionSource]) -> list[Link]:
    """Where it came from."""
    return [
        Link(one.words or one.get_kind_display(), one.url, one.get_kind_display())
        for one in sources
    ]


def evidence_lines(
    given: Iterable[ActionEvidence], titles: Mapping[UUID, str]
) -> list[Given]:
    """What was given, with the documents that this viewer may open by name."""
    return [
        Given(
            one.words,
            one.submitted_by.name,
            one.submitted_at,
            tuple(_document(paper.document, titles) for paper in one.documents.all()),
        )
        for one in given
    ]


def story(steps: Iterable[ActionStep]) -> list[StoryLine]:
    """The action's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def _document(key: UUID, titles: Mapping[UUID, str]) -> Link:
    if key not in titles:
        return Link("A document that is not open to you")
    return Link(titles[key], reverse("documents:detail", args=[key]))
