"""The example's business plan and its budgets."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kith.domain.rules.priority_progress import Progress
from kith.web.budgets.actions import (
    Given,
    Heading,
    draft_budget,
    note_value,
    say_spent,
    send_to_sign,
    set_contribution,
    set_heading,
)
from kith.web.budgets.models import ContributionKind
from kith.web.priorities.actions import (
    Aim,
    Note,
    Years,
    add_priority,
    agree_plan,
    choose_measures,
    draft_plan,
    note_priority,
)
from kith.web.site.example.signed import OFFICES, sign_all


if TYPE_CHECKING:
    from kith.web.site.example.timeline import Timeline


MANAGER = "business.manager"
BODY = "executive"


def add_plan(timeline: Timeline, told: dict[str, Any]) -> None:
    """The plan that the development day made."""
    plan, priorities = told["plan"], told["priorities"]
    timeline.add(
        plan["agreed_on"], lambda at: _plan(timeline, plan, priorities, at), minutes=420
    )


def _plan(
    timeline: Timeline,
    told: dict[str, Any],
    priorities: list[dict[str, Any]],
    at: datetime,
) -> None:
    manager = timeline.viewer(MANAGER, at)
    plan = draft_plan(
        viewer=manager,
        at=at,
        body=timeline.find("body", BODY),
        years=Years(told["name"], told["from"], told["to"]),
    )
    for one in priorities:
        made = add_priority(
            viewer=manager,
            at=at,
            plan=plan.pk,
            aim=Aim(
                title=one["title"],
                outcome=one["outcome"],
                lead=timeline.find("person", one["lead"]),
                lead_organisation=timeline.find(
                    "organisation", timeline.find("works_for", one["lead"])
                ),
                is_published=True,
            ),
        )
        choose_measures(
            viewer=manager, at=at, key=made.pk, measures=tuple(one["measures"])
        )
        timeline.keep("priority", one["title"], made)
        if "progress" in one:
            _note(timeline, made.pk, one, at)
    agree_plan(viewer=manager, at=at, key=plan.pk)


def _note(timeline: Timeline, key: Any, one: dict[str, Any], at: datetime) -> None:
    note_priority(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        key=key,
        note=Note(
            progress=Progress(one["progress"]),
            words=one["words"],
            analysis=one.get("analysis", ""),
            noted_on=at.date(),
        ),
    )


def add_budget(timeline: Timeline, told: dict[str, Any]) -> None:
    """A year's budget, drafted in March before it, sent to be signed in April."""
    first = told["first_year"]
    drafted = max(date(first, 3, 20), date(2019, 11, 18))
    signed = drafted + timedelta(days=14)
    timeline.add(drafted, lambda at: _draft(timeline, told, at), minutes=20)
    timeline.add(signed, lambda at: _sign(timeline, told, at))
    timeline.add(
        max(date(first + 1, 5, 4), signed), lambda at: _spent(timeline, told, at)
    )


def _draft(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    manager = timeline.viewer(MANAGER, at)
    budget = draft_budget(
        viewer=manager,
        at=at,
        body=timeline.find("body", BODY),
        first_year=told["first_year"],
    )
    for code, kind, amount in told["contributions"]:
        given = Given(
            organisation=timeline.find("organisation", code),
            kind=ContributionKind(kind),
            amount=Decimal(amount),
            what="Rooms and speakers" if kind == "IN_KIND" else "",
        )
        set_contribution(viewer=manager, at=at, key=budget.pk, given=given)
    for name, planned, _ in told["headings"]:
        heading = Heading(name, Decimal(planned))
        set_heading(viewer=manager, at=at, key=budget.pk, heading=heading)
    if "value" in told:
        note_value(viewer=manager, at=at, key=budget.pk, words=told["value"])
    timeline.keep("budget", str(told["first_year"]), budget)


def _sign(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    """The three lead partners sign; one of them on paper."""
    budget = timeline.find("budget", str(told["first_year"]))
    send_to_sign(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        key=budget.pk,
        signers={
            sector: timeline.find("person", mailbox)
            for sector, (_, mailbox) in OFFICES.items()
        },
    )
    sent = budget.steps.get(move="send_to_sign")
    sign_all(timeline, "budgets", sent.pk, at)


def _spent(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    budget = timeline.find("budget", str(told["first_year"]))
    for heading, _, spent in told["headings"]:
        if spent:
            say_spent(
                viewer=timeline.viewer(MANAGER, at),
                at=at,
                key=budget.pk,
                heading=heading,
                spent=Decimal(spent),
            )
