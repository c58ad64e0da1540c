"""What became of the actions that the example's meetings asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from kith.web.actions.actions import (
    Evidence,
    Promise,
    agree_action,
    ask_extension,
    close_action,
    decide_extension,
    note_progress,
    start_action,
    state_impact,
    submit_evidence,
    verify_action,
)
from kith.web.actions.models import Strength


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.site.example.timeline import Timeline


MANAGER = "business.manager"


def promise_of(timeline: Timeline, said: dict[str, Any]) -> Promise:
    """The promise as the data has it."""
    return Promise(
        wording=said["wording"],
        owner_organisation=timeline.find(
            "organisation", timeline.find("works_for", said["owner"])
        ),
        owner=timeline.find("person", said["owner"]),
        due_on=said["due"],
    )


def what_became_of_it(
    timeline: Timeline, key: UUID, said: dict[str, Any], chair: str, made_on: date
) -> None:
    """The steps after the meeting, up to where the data says that it stands."""
    owner, due, ends = said["owner"], said["due"], said["ends"]
    judge = MANAGER if chair == owner else chair
    who = {"owner": owner, "judge": judge, "chair": judge}
    timeline.later(made_on, lambda at: _agree(timeline, key, who, at), minutes=330)
    if ends == "agreed":
        return
    begun = made_on + timedelta(days=7)
    timeline.later(begun, lambda at: _start(timeline, key, who, said, at))
    if "extended_to" in said:
        asked = due - timedelta(days=6)
        timeline.later(asked, lambda at: _more_time(timeline, key, who, said, at))
    if ends == "in_progress":
        return
    ready = due - timedelta(days=7)
    timeline.later(ready, lambda at: _give_evidence(timeline, key, who, said, at))
    if ends == "closed":
        timeline.later(
            due - timedelta(days=2), lambda at: _end(timeline, key, who, said, at)
        )


def _agree(timeline: Timeline, key: UUID, who: dict[str, str], at: datetime) -> None:
    agree_action(viewer=timeline.viewer(who["chair"], at), at=at, key=key)


def _start(
    timeline: Timeline,
    key: UUID,
    who: dict[str, str],
    said: dict[str, Any],
    at: datetime,
) -> None:
    owner = timeline.viewer(who["owner"], at)
    start_action(viewer=owner, at=at, key=key)
    if "progress" in said:
        note_progress(viewer=owner, at=at, key=key, words=said["progress"])


def _more_time(
    timeline: Timeline,
    key: UUID,
    who: dict[str, str],
    said: dict[str, Any],
    at: datetime,
) -> None:
    ask_extension(
        viewer=timeline.viewer(who["owner"], at),
        at=at,
        key=key,
        to=said["extended_to"],
        reason=said["because"],
    )
    decide_extension(
        viewer=timeline.viewer(who["judge"], at),
        at=at,
        key=key,
        is_given=True,
        words="Agreed: the reason is outside your hands.",
    )


def _give_evidence(
    timeline: Timeline,
    key: UUID,
    who: dict[str, str],
    said: dict[str, Any],
    at: datetime,
) -> None:
    words = said.get("evidence", "Done, and shown to the group.")
    submit_evidence(
        viewer=timeline.viewer(who["owner"], at),
        at=at,
        key=key,
        evidence=Evidence(words),
    )


def _end(
    timeline: Timeline,
    key: UUID,
    who: dict[str, str],
    said: dict[str, Any],
    at: datetime,
) -> None:
    judge = timeline.viewer(who["judge"], at)
    is_measured = "was seen" in said["impact"]
    state_impact(
        viewer=timeline.viewer(who["owner"], at),
        at=at,
        key=key,
        words=said["impact"],
        strength=Strength.SEEN if is_measured else Strength.NONE,
    )
    verify_action(viewer=judge, at=at, key=key, words="Checked against what was asked.")
    close_action(viewer=judge, at=at, key=key)
