"""Minutes in words: where they stand, what can be done, what came of each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.minutes import MinutesState
from kith.domain.vocabulary.periods import say_day
from kith.web.groups import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Meeting, Minutes, MinutesStep


MOVES = {
    "start": "Begun",
    "show_chair": "Shown to the chair",
    "send_back": "Sent back",
    "clear": "Cleared for members to read",
    "agree": "Agreed",
}
TONES = {MinutesState.AGREED: "done", MinutesState.WITH_CHAIR: "attention"}


def tone(minutes: Minutes) -> str:
    """The tone of the tag."""
    return TONES.get(MinutesState(minutes.state), "")


def sentence(minutes: Minutes) -> str:
    """What a reader should know of this text before reading it."""
    if minutes.state == MinutesState.AGREED:
        where = (
            f"at the meeting of {say_day(minutes.agreed_in.day)}"
            if minutes.agreed_in
            else "after the group's last meeting"
        )
        who = minutes.agreed_by.name if minutes.agreed_by else ""
        return f"Agreed {where} by {who}. They change no more."
    return "A draft: not agreed, and not to be quoted."


def next_steps(
    viewer: Viewer,
    minutes: Minutes,
    begun: Meeting | None,
    later: Sequence[Meeting],
) -> list[NextStep]:
    """What this viewer can do with the minutes, and why not the rest."""
    key = [minutes.meeting_id]
    steps = [
        NextStep(
            "Write the minutes",
            reverse("groups:minutes_write", args=key),
            policies.why_not_write(viewer, minutes),
            opens_page=True,
        ),
        NextStep(
            "Show the draft to the chair",
            reverse("groups:minutes_show", args=key),
            policies.why_not_show_chair(viewer, minutes),
        ),
        NextStep(
            "Clear the draft for members",
            reverse("groups:minutes_clear", args=key),
            policies.why_not_clear(viewer, minutes),
        ),
        NextStep(
            "Agree the minutes",
            reverse("groups:minutes_agree", args=key),
            policies.why_not_agree(viewer, minutes, begun),
        ),
        NextStep(
            "Send the draft back",
            reverse("groups:minutes_back", args=key),
            policies.why_not_send_back(viewer, minutes),
            opens_page=True,
        ),
        NextStep(
            "Comment on the draft",
            reverse("groups:minutes_comment", args=key),
            policies.why_not_comment(viewer, minutes),
            opens_page=True,
        ),
    ]
    return [*steps, _correction(viewer, minutes, later)]


def _correction(viewer: Viewer, minutes: Minutes, later: Sequence[Meeting]) -> NextStep:
    why_not = (
        policies.why_not_correct(viewer, minutes, later[0])
        if later
        else "There is no later meeting to note it at."
    )
    return NextStep(
        "Note a correction",
        reverse("groups:minutes_correct", args=[minutes.meeting_id]),
        why_not,
        opens_page=True,
    )


def story(steps: Iterable[MinutesStep]) -> list[StoryLine]:
    """The minutes' steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]
