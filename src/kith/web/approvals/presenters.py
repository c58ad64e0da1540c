"""Approvals in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.approvals import APPROVAL, ApprovalState
from kith.domain.vocabulary.periods import say_day
from kith.web.approvals import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import Approval, ApprovalStep


MOVES = {
    "ask": "Asked for",
    "give": "Signed",
    "refuse": "Refused",
    "record": "Recorded as approved elsewhere",
    "confirm": "Confirmed",
    "send_back": "Sent back",
    "withdraw": "Withdrawn",
}
"""A step of the story, in words."""

TONES = {
    ApprovalState.GIVEN: "done",
    ApprovalState.REFUSED: "error",
    ApprovalState.RECORDED: "attention",
}


@dataclass(frozen=True)
class ApprovalLine:
    """An approval as a list shows it."""

    title: str
    url: str
    office: str
    who: str
    due: str
    state: str
    tone: str
    how: str


def line(approval: Approval) -> ApprovalLine:
    """One row of the list."""
    state = ApprovalState(approval.state)
    return ApprovalLine(
        title=approval.title,
        url=reverse("approvals:detail", args=[approval.pk]),
        office=approval.office,
        who=approval.asked_of.name if approval.asked_of else "Without a sign-in",
        due=say_day(approval.due_on) if approval.due_on else "No date set",
        state=APPROVAL.words[state],
        tone=TONES.get(state, ""),
        how=how_given(approval),
    )


def how_given(approval: Approval) -> str:
    """How the approval was given, in one sentence; empty where it is not."""
    if approval.approved_on is None:
        return ""
    day = say_day(approval.approved_on)
    if approval.recorded_by is None:
        return f"Signed here on {day}."
    said = f"Approved elsewhere on {day}; recorded by {approval.recorded_by.name}"
    if approval.confirmed_by is None:
        return f"{said}, to be confirmed by somebody else."
    return f"{said}, confirmed by {approval.confirmed_by.name}."


def next_steps(viewer: Viewer, approval: Approval) -> list[NextStep]:
    """What this viewer can do with the approval, and why not the rest."""
    steps = (
        ("Sign this", "give", policies.why_not_give, False),
        ("Refuse to sign", "refuse", policies.why_not_refuse, True),
        ("Record it as approved elsewhere", "record", policies.why_not_record, True),
        ("Confirm what was recorded", "confirm", policies.why_not_confirm, False),
        ("Send the record back", "send_back", policies.why_not_send_back, True),
        ("Stop asking for it", "withdraw", policies.why_not_withdraw, True),
    )
    return [
        NextStep(
            words,
            reverse(f"approvals:{route}", args=[approval.pk]),
            why_not(viewer, approval),
            opens_page=opens_page,
        )
        for words, route, why_not, opens_page in steps
    ]


def story(steps: Iterable[ApprovalStep]) -> list[StoryLine]:
    """The approval's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]
