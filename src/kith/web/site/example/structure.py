"""The example's bodies: opened, seated, linked, and one of them closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from kith.web.access.roles import Role
from kith.web.bodies.actions import (
    BodyDetails,
    Cadence,
    QuorumTerms,
    SeatDetails,
    add_seat,
    close_body,
    link_body,
    open_body,
    plan_rotation,
    report_group,
    start_group,
)
from kith.web.site.example.beginning import HERE, MANAGER, REGION


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.web.bodies.models import Body
    from kith.web.site.example.timeline import Timeline


MINUTES = "minutes"
ONE_DAY = timedelta(days=1)
TURNS = (
    ("police.partner", date(2019, 11, 1), date(2020, 12, 31)),
    ("health.partner", date(2021, 1, 1), None),
)
"""Who chaired the Executive and the Leads group: the report's rotation."""


def add_body(timeline: Timeline, told: dict[str, Any]) -> None:
    """A body on the day on which it opened, with its seats; closed where it was."""
    turns = (
        TURNS if "chair" not in told else ((told["chair"], told["opened_on"], None),)
    )
    timeline.keep("chairs", told["code"], turns)
    timeline.add(told["opened_on"], lambda at: _open(timeline, told, at), minutes=10)
    if "closed_on" in told:
        timeline.add(
            told["closed_on"], lambda at: _close(timeline, told, at), minutes=300
        )


def _open(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    runner = REGION if told["kind"] == "regional" else MANAGER
    viewer = timeline.viewer(runner, at)
    quorum, cadence = told.get("quorum", {}), told["cadence"]
    body = open_body(
        viewer=viewer,
        at=at,
        details=BodyDetails(
            name=told["name"],
            kind=told["kind"].upper(),
            areas=[timeline.find("area", one) for one in told.get("areas", [HERE])],
            purpose=told["purpose"],
            parent=timeline.made.get("body", {}).get(told.get("parent", "")),
            quorum=QuorumTerms(
                all_sectors=quorum.get("all_sectors", False),
                number=None if quorum else 3,
                chair=quorum.get("chair", False),
            ),
            cadence=Cadence(cadence["every"], cadence["unit"]),
            opened_on=told["opened_on"],
            code=told["code"],
        ),
    )
    timeline.keep("body", told["code"], body)
    timeline.forget_viewers()
    if told["kind"] == "task_and_finish":
        start_group(viewer=timeline.viewer(runner, at), at=at, key=body.pk)
    _seats(timeline, told, body, runner, at)
    timeline.forget_viewers()


def _seats(
    timeline: Timeline, told: dict[str, Any], body: Body, runner: str, at: datetime
) -> None:
    for chair, first, last in timeline.find("chairs", told["code"]):
        _seat(timeline, body, chair, Role.GROUP_CHAIR, runner, at, (first, last))
    days = (told["opened_on"], None)
    for mailbox in told["members"]:
        role = Role.LAY_MEMBER if mailbox == "lay.member" else Role.MEMBER
        out_of_the_chair = _besides(timeline.find("chairs", told["code"]), mailbox)
        sits = days if out_of_the_chair is None else out_of_the_chair
        _seat(timeline, body, mailbox, role, runner, at, sits)
    _seat(timeline, body, MINUTES, Role.MINUTE_TAKER, runner, at, days)


def _besides(
    turns: Sequence[tuple[str, date, date | None]], mailbox: str
) -> tuple[date, date | None] | None:
    """When somebody who takes a turn in the chair is a member instead."""
    for place, (chair, first, last) in enumerate(turns):
        if chair == mailbox and last is not None:
            return last + ONE_DAY, None
        if chair == mailbox and place:
            return turns[0][1], first - ONE_DAY
    return None


def _seat(  # noqa: PLR0913 - one seat has these parts
    timeline: Timeline,
    body: Body,
    mailbox: str,
    role: Role,
    runner: str,
    at: datetime,
    days: tuple[date, date | None],
) -> None:
    organisation = timeline.find("works_for", mailbox)
    add_seat(
        viewer=timeline.viewer(runner, at),
        at=at,
        body=body,
        details=SeatDetails(
            role=role,
            first_on=days[0],
            last_on=days[1],
            organisation=timeline.find("organisation", organisation),
            person=timeline.find("person", mailbox),
            is_voting=role in (Role.GROUP_CHAIR, Role.MEMBER),
        ),
    )


def _close(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    body = timeline.find("body", told["code"])
    report_group(
        viewer=timeline.viewer(told["chair"], at),
        at=at,
        key=body.pk,
        words="What the forum saw, what it changed, and what others now carry on.",
    )
    close_body(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        key=body.pk,
        on=told["closed_on"],
        reason=told["closed_because"],
    )


def add_links(timeline: Timeline, rotation: dict[str, Any]) -> None:
    """The rotation of the chair, and the boards beside the Executive."""

    def run(at: datetime) -> None:
        viewer, body = timeline.viewer(MANAGER, at), timeline.find("body", "executive")
        plan_rotation(
            viewer=viewer,
            at=at,
            key=body.pk,
            order=[timeline.find("organisation", one) for one in rotation["order"]],
            term_months=rotation["term_months"],
            first_from=rotation["first_from"],
        )
        for name, how in (
            ("Improvement Board", "The chair of the Executive sits on it"),
            ("North Somerset Safeguarding Adults Board", "Shares what concerns both"),
            ("Safer and Stronger Communities partnership", "Reads the yearly report"),
        ):
            link_body(viewer=viewer, at=at, key=body.pk, name=name, how=how)

    timeline.add(rotation["first_from"], run, minutes=15)
