"""The example's sharing and returns: agreed, owed, sent, sent back, locked and restated."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kith.domain.rules.return_calendar import Cadence
from kith.domain.vocabulary.actors import Actor
from kith.web.agreements.actions import (
    Terms,
    Withheld,
    agree_agreement,
    draft_agreement,
    record_withholding,
)
from kith.web.returns.actions import (
    check_return,
    lock_return,
    open_due_returns,
    owe,
    restate_return,
    send_back_return,
    send_return,
    sign_return,
    type_figures,
)
from kith.web.returns.values import Owed, Typed
from kith.web.site.example.beginning import HERE, MANAGER


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from kith.web.returns.models import Return
    from kith.web.site.example.timeline import Timeline


ANALYST = "analyst"
ACTOR = Actor.platform("returns")
JUDGED_AFTER = timedelta(days=2)
"""How long the example's analyst takes."""


def add_sharing(timeline: Timeline, told: dict[str, Any]) -> None:
    """Agreements drafted and agreed, and a decision not to share."""
    for one in told["agreements"]:
        timeline.add(one["drafted_on"], _step(_draft, timeline, one))
        timeline.add(one["agreed_on"], _step(_agree, timeline, one))
    for one in told["withholdings"]:
        timeline.add(one["on"], _step(_withhold, timeline, one))


def add_returns(timeline: Timeline, told: dict[str, Any]) -> None:
    """Every duty with what was sent for it."""
    for duty in told["duties"]:
        timeline.add(duty["planned_on"], _step(_owe, timeline, duty))
        for sent in duty.get("sent", ()):
            day = sent["on"]
            both = (duty, sent)
            timeline.add(day, _fall_due)
            timeline.add(day, _step(_send, timeline, both), minutes=30)
            timeline.add(day + JUDGED_AFTER, _step(_judge, timeline, both))
            if "restated_on" in sent:
                timeline.add(sent["restated_on"], _step(_restate, timeline, both))
    timeline.add(timeline.until.date(), _fall_due)


def _step(
    deed: Callable[[Timeline, Any, datetime], None], timeline: Timeline, told: object
) -> Callable[[datetime], None]:
    return lambda at: deed(timeline, told, at)


def _fall_due(at: datetime) -> None:
    open_due_returns(actor=ACTOR, at=at)


def _draft(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    made = draft_agreement(
        viewer=timeline.viewer(told["drafted_by"], at),
        at=at,
        terms=Terms(
            title=told["title"],
            purpose=told["purpose"],
            legal_basis=told["legal_basis"],
            fields=told["fields"],
            security=told["security"],
            controller=timeline.find("organisation", told["controller"]),
            parties=[timeline.find("organisation", one) for one in told["parties"]],
            areas=[timeline.find("area", HERE)],
            feeds=told["feeds"],
            first_on=told["from"],
            last_on=told.get("to"),
            review_on=told["review"],
        ),
    )
    timeline.keep("agreement", told["title"], made)


def _agree(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    key = timeline.find("agreement", told["title"]).pk
    agree_agreement(viewer=timeline.viewer(told["agreed_by"], at), at=at, key=key)


def _withhold(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    record_withholding(
        viewer=timeline.viewer(told["by"], at),
        at=at,
        withheld=Withheld(
            area=timeline.find("area", HERE),
            holder=timeline.find("organisation", told["holder"]),
            asked_by=timeline.find("organisation", told["asked_by"]),
            what=told["what"],
            reason=told["reason"],
            decided_on=told["on"],
        ),
    )


def _owe(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    made = owe(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        owed=Owed(
            area=timeline.find("area", HERE),
            organisation=timeline.find("organisation", told["organisation"]),
            feed=told["feed"],
            cadence=Cadence(told["cadence"]),
            first_on=told["from"],
            days_to_send=told["days"],
            measures=told.get("measures", ()),
            steward=timeline.find("person", told["steward"]),
        ),
    )
    timeline.keep("duty", f"{told['organisation']} {told['feed']}", made)


def _return(timeline: Timeline, duty: dict[str, Any], first: date) -> Return:
    owed = timeline.find("duty", f"{duty['organisation']} {duty['feed']}")
    found: Return = owed.returns.get(first_on=first)
    return found


def _send(
    timeline: Timeline, told: tuple[dict[str, Any], dict[str, Any]], at: datetime
) -> None:
    duty, sent = told
    _figures(timeline, duty, sent, sent["figures"], at)


def _figures(
    timeline: Timeline,
    duty: dict[str, Any],
    sent: dict[str, Any],
    figures: list[list[int]],
    at: datetime,
) -> None:
    viewer = timeline.viewer(duty["steward"], at)
    of = _return(timeline, duty, sent["from"])
    typed = [
        Typed(measure, *count) if count else Typed(measure, None)
        for measure, count in zip(duty["measures"], figures, strict=True)
    ]
    type_figures(viewer=viewer, at=at, key=of.pk, typed=typed, is_nil=False)
    send_return(viewer=viewer, at=at, key=of.pk, note=sent.get("note", ""))


def _judge(
    timeline: Timeline, told: tuple[dict[str, Any], dict[str, Any]], at: datetime
) -> None:
    duty, sent = told
    key = _return(timeline, duty, sent["from"]).pk
    analyst = timeline.viewer(ANALYST, at)
    if sent["end"] == "sent_back":
        send_back_return(viewer=analyst, at=at, key=key, words=sent["because"])
        return
    check_return(viewer=analyst, at=at, key=key, words="")
    sign_return(viewer=timeline.viewer(duty["lead"], at), at=at, key=key)
    lock_return(viewer=analyst, at=at, key=key)


def _restate(
    timeline: Timeline, told: tuple[dict[str, Any], dict[str, Any]], at: datetime
) -> None:
    duty, sent = told
    key = _return(timeline, duty, sent["from"]).pk
    analyst = timeline.viewer(ANALYST, at)
    words = sent["restated_because"]
    restate_return(viewer=analyst, at=at, key=key, words=words)
    _figures(timeline, duty, {**sent, "note": ""}, sent["restated"], at)
    _judge(timeline, told, at)
