"""What the example's people are asked between meetings, and who stands in for whom."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kith.web.access.delegations.actions import StandIn, give_delegation
from kith.web.groups.actions.circulations import cast_vote, propose_circulation
from kith.web.groups.values import Proposal


if TYPE_CHECKING:
    from kith.web.site.example.timeline import Timeline


CHAIR, STANDS_IN = "quality.chair", "police.member"
AWAY = (date(2021, 1, 11), date(2021, 1, 29))


def add_circulation(timeline: Timeline, told: dict[str, Any]) -> None:
    """A vote between meetings, still open on the example's day."""
    timeline.add(told["opened_on"], lambda at: _put(timeline, told, at))


def _put(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    chair = timeline.chair_of(told["body"], at)
    put = propose_circulation(
        viewer=timeline.viewer(chair, at),
        at=at,
        body=timeline.find("body", told["body"]),
        proposal=Proposal(
            wording=told["wording"],
            background=told["background"],
            closes_on=told["closes_on"],
        ),
    )
    for mailbox, choice in told["votes"].items():
        voter = timeline.viewer(mailbox, at)
        cast_vote(viewer=voter, at=at, key=put.pk, choice=choice)


def add_standing_in(timeline: Timeline) -> None:
    """A chair is away for three weeks, and a member of the group stands in."""
    timeline.add(AWAY[0], lambda at: _stand_in(timeline, at), minutes=30)


def _stand_in(timeline: Timeline, at: datetime) -> None:
    give_delegation(
        viewer=timeline.viewer(CHAIR, at),
        at=at,
        stand_in=StandIn(
            taker=timeline.find("person", STANDS_IN),
            body=timeline.find("body", "quality_assurance").pk,
            first_on=AWAY[0],
            last_on=AWAY[1],
            reason="On leave",
        ),
    )
    timeline.forget_viewers()
