"""The example's challenge: schools, and what they are not told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kith.domain.rules.disagreement_ladder import Rung
from kith.web.challenges.actions import (
    Disagreement,
    Said,
    answer_challenge,
    raise_challenge,
    take_up,
)
from kith.web.challenges.models import Answer
from kith.web.site.example.beginning import HERE


if TYPE_CHECKING:
    from kith.web.site.example.timeline import Timeline


def add_challenge(timeline: Timeline, told: dict[str, Any]) -> None:
    """A disagreement about the system, answered, and taken one rung up."""
    day = told["raised_on"]
    timeline.add(day, lambda at: _raise(timeline, told, at))
    later = day + timedelta(days=3)
    timeline.add(later, lambda at: _answer(timeline, told, at))
    timeline.add(later, lambda at: _take_up(timeline, told, at), minutes=90)


def _raise(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    raiser = told["raised_by"]
    made = raise_challenge(
        viewer=timeline.viewer(raiser, at),
        at=at,
        disagreement=Disagreement(
            area=timeline.find("area", HERE),
            raised_by=timeline.find("organisation", timeline.find("works_for", raiser)),
            about=timeline.find("organisation", told["about"]),
            title=told["title"],
            what=told["what"],
            wanted=told["wanted"],
            first_rung=Rung.HEAD_OF_SERVICE,
            asked=timeline.find("person", told["asked"]),
        ),
    )
    timeline.keep("challenge", told["title"], made)


def _answer(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    answer_challenge(
        viewer=timeline.viewer(told["asked"], at),
        at=at,
        key=timeline.find("challenge", told["title"]).pk,
        answer=Answer.REFUSED,
        said=Said(told["answer"]),
    )


def _take_up(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    take_up(
        viewer=timeline.viewer(told["raised_by"], at),
        at=at,
        key=timeline.find("challenge", told["title"]).pk,
        said=Said(told["again"]),
    )
