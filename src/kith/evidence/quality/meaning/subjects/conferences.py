"""Initial conferences: the enquiry before, the plan after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    open_on,
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    after_days,
    numbered,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Working Together 2018 chapter 1"


@check(
    "conference_without_enquiry",
    reads=("conferences", "section_47"),
    severity=Severity.WARN,
    says="An initial conference, not for a plan from elsewhere, has no enquiry in the "
    "90 days before it.",
    remedy="Send the enquiry, or say that the plan came from another area.",
    source=_GUIDE,
)
def conference_without_enquiry(facts: Tables) -> ir.Table:
    rows, made = facts.table("conferences"), facts.table("section_47")
    rows = rows.filter(
        ~rows.is_transfer_in.fill_null(False)  # noqa: FBT003 (Ibis's own)
        & rows.section_47_started_on.isnull()
    )
    rows = in_reach(rows, made, day="held_on", other_day="started_on", back=90)
    return rows.anti_join(
        made,
        [
            *same_child(rows, made),
            made.started_on <= rows.held_on,
            made.started_on >= after_days(rows.held_on, -90),
        ],
    )


@check(
    "conference_without_its_plan",
    reads=("conferences.led_to_plan", "protection_plans"),
    severity=Severity.WARN,
    says="A conference led to a protection plan, and none of the child starts within "
    "15 days.",
    remedy="Send the plan, or correct the conference's outcome.",
    source=f"{_GUIDE}: the plan begins with the conference's decision",
)
def conference_without_its_plan(facts: Tables) -> ir.Table:
    rows, plans = facts.table("conferences"), facts.table("protection_plans")
    rows = rows.filter(rows.led_to_plan)
    rows = in_reach(rows, plans, day="held_on", other_day="start_on", ahead=15)
    return rows.anti_join(
        plans,
        [
            *same_child(rows, plans),
            plans.start_on >= rows.held_on,
            plans.start_on <= after_days(rows.held_on, 15),
        ],
    )


@check(
    "conference_without_plan_yet_one_starts",
    reads=("conferences.led_to_plan", "protection_plans"),
    severity=Severity.WARN,
    says="A conference led to no protection plan, yet one of the child starts within "
    "15 days.",
    remedy="Correct the conference's outcome or the plan's date.",
    source=_GUIDE,
)
def conference_without_plan_yet_one_starts(facts: Tables) -> ir.Table:
    rows, plans = facts.table("conferences"), facts.table("protection_plans")
    rows = rows.filter(~rows.led_to_plan)
    return rows.semi_join(
        plans,
        [
            *same_child(rows, plans),
            plans.start_on >= rows.held_on,
            plans.start_on <= after_days(rows.held_on, 15),
        ],
    )


@check(
    "conference_while_on_plan",
    reads=("conferences", "protection_plans"),
    severity=Severity.WARN,
    says="An initial conference is held about a child who is on a plan already.",
    remedy="See whether it was a review conference, or the earlier plan had ended.",
    source=f"{_GUIDE}: a child on a plan is reviewed",
)
def conference_while_on_plan(facts: Tables) -> ir.Table:
    rows, plans = facts.table("conferences"), facts.table("protection_plans")
    return rows.semi_join(
        plans,
        [
            *same_child(rows, plans),
            plans.start_on < rows.held_on,
            open_on(plans, rows.held_on),
        ],
    )


@check(
    "conference_on_day_off",
    reads=("conferences",),
    severity=Severity.NOTE,
    says="An initial conference is dated on a weekend or a bank holiday.",
    remedy="See whether the date is right.",
    source="Kith's own; bank holidays of England",
)
def conference_on_day_off(facts: Tables) -> ir.Table:
    rows = facts.table("conferences")
    rows = rows.mutate(day_before=after_days(rows.held_on, -1).cast("date"))
    rows = numbered(rows, facts, "held_on", "held")
    rows = numbered(rows, facts, "day_before", "before")
    return rows.filter(rows.held == rows.before)


@check(
    "conference_again_within_days",
    reads=("conferences",),
    severity=Severity.NOTE,
    says="A second initial conference about a child is held within 14 days.",
    remedy="See whether it is one conference recorded twice, or one adjourned.",
    source="Kith's own",
)
def conference_again_within_days(facts: Tables) -> ir.Table:
    rows = facts.table("conferences")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            earlier.held_on < rows.held_on,
            earlier.held_on >= after_days(rows.held_on, -14),
        ],
    )
