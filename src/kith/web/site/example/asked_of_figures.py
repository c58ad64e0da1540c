"""The example's scorecard: questions asked of the figures, words of agencies, an action."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kith.web.actions.actions import Source, agree_action, propose_action
from kith.web.actions.models import SourceKind
from kith.web.scorecards import actions as acts
from kith.web.scorecards.models import TargetKind
from kith.web.scorecards.queries import About, periods_on_offer
from kith.web.site.example.promises import promise_of


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.scorecards.models import Scorecard
    from kith.web.site.example.timeline import Timeline


BEFORE_NINE = -120
"""Minutes before a step's usual hour: the last day of the example ends at nine."""
A_WHILE = timedelta(minutes=20)


def add_scorecard(timeline: Timeline, told: dict[str, Any]) -> None:
    """A scorecard on the day on which the edition was out."""
    timeline.add(
        told["drafted_on"], lambda at: _draft(timeline, told, at), minutes=BEFORE_NINE
    )


def _draft(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    analyst = timeline.viewer(told["drafted_by"], at)
    periods = periods_on_offer(analyst)
    if not periods:
        return  # nothing is published in this home, so nothing can be asked of it
    body = timeline.find("body", told["body"])
    card = acts.draft_scorecard(
        viewer=analyst,
        at=at,
        body=body,
        heading=acts.Heading(told["title"], body.areas.get(), periods[0]),
    )
    questions = [
        acts.add_question(
            viewer=analyst,
            at=at,
            key=card.pk,
            asked=acts.Asked(one["words"], one["measures"]),
        ).pk
        for one in told["questions"]
    ]
    _write_beside(timeline, card, told, at)
    acts.link_priorities(
        viewer=analyst,
        at=at,
        key=card.pk,
        priorities=[
            timeline.find("priority", title).pk for title in told["priorities"]
        ],
    )
    _say(timeline, card, questions, told, at)
    _lead_to(timeline, card, told, at + 4 * A_WHILE)


def _write_beside(
    timeline: Timeline, card: Scorecard, told: dict[str, Any], at: datetime
) -> None:
    analyst = timeline.viewer(told["drafted_by"], at)
    for one in told["step_changes"]:
        annotation = acts.Annotation(**one)
        acts.annotate(viewer=analyst, at=at, key=card.pk, annotation=annotation)
    for one in told["targets"]:
        target = acts.Target(
            **{
                **one,
                "kind": TargetKind(one["kind"]),
                "value": Decimal(one["value"]),
            }
        )
        acts.set_target(viewer=analyst, at=at, key=card.pk, target=target)


def _say(
    timeline: Timeline,
    card: Scorecard,
    questions: list[UUID],
    told: dict[str, Any],
    at: datetime,
) -> None:
    """Each agency is asked, and answers."""
    for number, one in enumerate(told["commentary"], 1):
        organisation = timeline.find(
            "organisation", timeline.find("works_for", one["by"])
        )
        about = About(measure=one.get("measure", ""))
        if "question" in one:
            about = About(question=questions[one["question"] - 1])
        acts.ask_commentary(
            viewer=timeline.viewer(told["drafted_by"], at),
            at=at,
            key=card.pk,
            organisation=organisation,
            about=about,
            wanted_on=at.date(),
        )
        said = acts.Said(
            organisation=organisation,
            about=about,
            what=one["what"],
            so_what=one["so_what"],
            now_what=one["now_what"],
        )
        acts.comment(
            viewer=timeline.viewer(one["by"], at),
            at=at + number * A_WHILE,
            key=card.pk,
            said=said,
        )


def _lead_to(
    timeline: Timeline, card: Scorecard, told: dict[str, Any], at: datetime
) -> None:
    """The chair agrees it, and an action comes of it."""
    chair = timeline.viewer(timeline.chair_of(told["body"], at), at)
    acts.agree_scorecard(viewer=chair, at=at, key=card.pk)
    action = propose_action(
        viewer=chair,
        at=at,
        body=card.body,
        promise=promise_of(timeline, told["action"]),
        sources=[
            Source(
                SourceKind.SCORECARD,
                card.reference,
                "scorecards",
                card.pk,
                f"/scorecards/{card.pk}/",
            )
        ],
    )
    agree_action(viewer=chair, at=at, key=action.pk)
    timeline.keep("scorecard", told["title"], card)
