"""Meetings, minutes and decisions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import LONDON
from kith.web.access.roles import Role
from kith.web.groups.actions import (
    Decided,
    Declared,
    Entry,
    Proposal,
    Sitting,
    add_item,
    add_standing_item,
    declare_interest,
    plan_item,
    plan_meeting,
    propose_circulation,
    record_decision,
    send_papers,
    start_minutes,
)
from kith.web.groups.models import AgendaItem, Meeting
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def at_ten(day: date) -> Sitting:
    """A meeting of two hours in the morning."""
    starts = datetime.combine(day, datetime.min.time(), tzinfo=LONDON).replace(hour=10)
    return Sitting(starts, starts + timedelta(hours=2), place="The town hall")


def meeting(world: World, side: Side, day: date = date(2021, 1, 15)) -> Meeting:
    """A meeting with an item that partners may read."""
    made = plan_meeting(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        sitting=at_ten(day),
    )
    item(world, side, made)
    return made


def item(world: World, side: Side, of: Meeting, marking: str = "PARTNER") -> AgendaItem:
    """One more item."""
    return add_item(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        meeting=of.pk,
        entry=Entry(title=f"Threshold document, {marking}", marking=marking),
    )


def drafted(world: World, side: Side) -> Meeting:
    """A meeting whose minutes are being written."""
    one = meeting(world, side)
    viewer = world.viewer(Role.BUSINESS_MANAGER, side)
    send_papers(viewer=viewer, at=NOW, key=one.pk)
    start_minutes(viewer=viewer, at=NOW, meeting=one.pk)
    return one


def _planned(world: World, side: Side) -> tuple[object, ...]:
    return (meeting(world, side).pk,)


def _drafted(world: World, side: Side) -> tuple[object, ...]:
    return (drafted(world, side).pk,)


def _item(world: World, side: Side) -> tuple[object, ...]:
    return (_own_item(meeting(world, side)).pk,)


def _own_item(of: Meeting) -> AgendaItem:
    """The item that was put on it, not those that stand on every agenda."""
    return AgendaItem.objects.get(meeting=of, title__startswith="Threshold")


def _minuted_item(world: World, side: Side) -> tuple[object, ...]:
    return (_own_item(drafted(world, side)).pk,)


def _body(world: World, side: Side) -> tuple[object, ...]:
    return (side.body.pk,)


def _standing(world: World, side: Side) -> tuple[object, ...]:
    viewer = world.viewer(Role.BUSINESS_MANAGER, side)
    made = add_standing_item(
        viewer=viewer, at=NOW, body=side.body, entry=Entry("Matters arising")
    )
    return (made.pk,)


def _planned_item(world: World, side: Side) -> tuple[object, ...]:
    viewer = world.viewer(Role.BUSINESS_MANAGER, side)
    made = plan_item(
        viewer=viewer,
        at=NOW,
        body=side.body,
        month=date(2021, 3, 1),
        entry=Entry("Section 11 audit"),
    )
    return (made.pk,)


def _interest(world: World, side: Side) -> tuple[object, ...]:
    one = meeting(world, side)
    viewer = world.viewer(Role.BUSINESS_MANAGER, side)
    made = declare_interest(
        viewer=viewer,
        at=NOW,
        meeting=one.pk,
        declared=Declared(world.person(Role.MEMBER, side)),
    )
    return (made.pk,)


def _decision(world: World, side: Side) -> tuple[object, ...]:
    made = record_decision(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        decided=Decided("Adopt the threshold document", date(2021, 1, 14)),
    )
    return (made.pk,)


def circulation(world: World, side: Side) -> tuple[object, ...]:
    """A proposal that a member has still to vote on."""
    world.person(Role.MEMBER, side)
    made = propose_circulation(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        proposal=Proposal("Move the March meeting", date(2021, 1, 22)),
    )
    return (made.pk,)


ARGUMENTS_OF = {
    "groups:habits": _body,
    "groups:habit_set": _body,
    "groups:standing_new": _body,
    "groups:planned_new": _body,
    "groups:standing_end": _standing,
    "groups:planned_drop": _planned_item,
    **dict.fromkeys(
        (
            "groups:meeting",
            "groups:meeting_change",
            "groups:papers_out",
            "groups:hold",
            "groups:cancel",
            "groups:item_new",
            "groups:item_carry",
            "groups:attendance",
            "groups:interest_new",
            "groups:minutes_start",
        ),
        _planned,
    ),
    "groups:interest_rule": _interest,
    **dict.fromkeys(
        (
            "groups:item_change",
            "groups:item_move",
            "groups:item_withdraw",
            "groups:paper_new",
        ),
        _item,
    ),
    **dict.fromkeys(
        ("groups:notes", "groups:item_action", "groups:decision_new"), _minuted_item
    ),
    **dict.fromkeys(
        (
            "groups:minutes",
            "groups:minutes_write",
            "groups:minutes_show",
            "groups:minutes_clear",
            "groups:minutes_agree",
            "groups:minutes_back",
            "groups:minutes_comment",
            "groups:minutes_correct",
        ),
        _drafted,
    ),
    **dict.fromkeys(
        (
            "groups:decision",
            "groups:decision_publish",
            "groups:decision_unpublish",
            "groups:decision_wording",
            "groups:decision_review",
        ),
        _decision,
    ),
    **dict.fromkeys(
        (
            "groups:circulation",
            "groups:vote",
            "groups:circulation_end",
            "groups:circulation_report",
        ),
        circulation,
    ),
}

_DRAFT = "the draft is its writers' and its chair's until it is cleared"
_MARKED = "whoever reads its marking: scrutiny reads what is public"
NARROWER = {
    "groups:minutes": _DRAFT,
    "groups:minutes_comment": _DRAFT,
    "groups:decision": _MARKED,
    "groups:circulation": _MARKED,
}
