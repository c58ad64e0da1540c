"""The example's risks: seen in a group, raised tier by tier, replied to."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from kith.domain.rules.risk_levels import Mark
from kith.web.risks.actions import (
    Guard,
    RiskAccount,
    accept_risk,
    add_control,
    raise_risk,
    raise_risk_on,
    record_risk,
    review_risk,
)


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.site.example.timeline import Timeline


STEP = timedelta(days=12)


def add_risk(timeline: Timeline, said: dict[str, Any]) -> None:
    """A risk on the day on which it was recorded, and its way up from there."""
    timeline.add(
        said["recorded_on"], lambda at: _record(timeline, said, at), minutes=360
    )


def _record(timeline: Timeline, said: dict[str, Any], at: datetime) -> None:
    chair = timeline.chair_of(said["body"], at)
    owner = timeline.find("person", chair)
    viewer = timeline.viewer(chair, at)
    risk = record_risk(
        viewer=viewer,
        at=at,
        body=timeline.find("body", said["body"]),
        account=RiskAccount(
            title=said["title"],
            cause=said["cause"],
            event=said["event"],
            effect=said["effect"],
            owner=owner,
            before=Mark(*said["before"]),
            now=Mark(*said["before"]),
            target=Mark(*said["target"]),
            owner_organisation=timeline.find(
                "organisation", timeline.find("works_for", chair)
            ),
        ),
    )
    add_control(
        viewer=viewer,
        at=at,
        key=risk.pk,
        guard=Guard("Agencies tell each other every fortnight what they see", owner),
    )
    _go_up(timeline, risk.pk, said, at)


def _go_up(timeline: Timeline, key: UUID, said: dict[str, Any], at: datetime) -> None:
    """Raised at once; each tier answers some days later, the last one accepts."""
    tiers, day = said["raised_to"], at.date()
    timeline.later(day, lambda at: _raise(timeline, key, said["body"], at), minutes=400)
    for place, tier in enumerate(tiers):
        day += STEP
        is_last = place == len(tiers) - 1
        if is_last and tier == "strategic_partnership":
            # The region has not answered yet when the example's day comes.
            continue
        timeline.later(
            day,
            partial(_answer, timeline, key, tier, is_last=is_last),
            minutes=50,
        )
    timeline.later(day + STEP * 2, lambda at: _review(timeline, key, said, at))


def _raise(timeline: Timeline, key: UUID, body: str, at: datetime) -> None:
    raise_risk(
        viewer=timeline.viewer(timeline.chair_of(body, at), at),
        at=at,
        key=key,
        reason="The group cannot lower this risk by itself.",
    )


def _answer(
    timeline: Timeline, key: UUID, tier: str, at: datetime, *, is_last: bool
) -> None:
    viewer = timeline.viewer(timeline.chair_of(tier, at), at)
    if is_last:
        words = "Held here from now on; partners report at each meeting."
        accept_risk(viewer=viewer, at=at, key=key, words=words)
    else:
        words = "This needs every partner, so it goes higher."
        raise_risk_on(viewer=viewer, at=at, key=key, words=words)


def _review(timeline: Timeline, key: UUID, said: dict[str, Any], at: datetime) -> None:
    if said["now"] == said["before"]:
        return
    review_risk(
        viewer=timeline.viewer(timeline.chair_of(said["body"], at), at),
        at=at,
        key=key,
        mark=Mark(*said["now"]),
        review_on=at.date() + timedelta(days=91),
        words="Agencies see more children again than in spring.",
    )
