"""Periods of care and placements: their days, and each inside the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    open_on,
    overlapping,
    same_child,
    touches,
)
from kith.evidence.quality.meaning.timing import (
    after_months,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Department for Education, SSDA903 guide"
ADULT = 18
NEXT_EPISODE_FOLLOWS = "X1"


@check(
    "care_ends_before_start",
    reads=("care_spells.end_on",),
    severity=Severity.WARN,
    says="A period of care ends before it starts.",
    remedy="Correct the day it started or ended.",
    source=_GUIDE,
)
def care_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "care_spells_overlap",
    reads=("care_spells",),
    severity=Severity.WARN,
    says="A period of care starts while an earlier one of the same child goes on.",
    remedy="End the earlier period, or join the two.",
    source=f"{_GUIDE}: one period of care at a time",
)
def care_spells_overlap(facts: Tables) -> ir.Table:
    return overlapping(facts.table("care_spells"))


@check(
    "care_of_an_adult",
    reads=("care_spells.born_on",),
    severity=Severity.WARN,
    says="A period of care goes on after the 18th birthday.",
    remedy="End the period, or correct the date of birth.",
    source="Children Act 1989 s22, s105: a child is under 18",
)
def care_of_an_adult(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(until > after_months(rows.born_on, ADULT * 12))


@check(
    "care_of_an_unborn_child",
    reads=("care_spells.born_on",),
    severity=Severity.WARN,
    says="A period of care starts before the child is born.",
    remedy="Correct the date of birth or the start of the period.",
    source="Children Act 1989 s22: an unborn child is not looked after",
)
def care_of_an_unborn_child(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    return rows.filter(rows.start_on < rows.born_on)


@check(
    "care_ended_without_reason",
    reads=("care_spells.end_on", "care_spells.ceased_reason"),
    severity=Severity.WARN,
    says="A period of care ended, and no reason is told.",
    remedy="Record why it ended.",
    source=f"{_GUIDE}: reason episode ceased",
)
def care_ended_without_reason(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    return rows.filter(rows.end_on.notnull() & rows.ceased_reason.isnull())


@check(
    "care_goes_on_with_reason_for_end",
    reads=("care_spells.ceased_reason",),
    severity=Severity.WARN,
    says="A period of care goes on, yet a reason for its end is told.",
    remedy="Record the day it ended, or take the reason away.",
    source=f"{_GUIDE}: reason episode ceased; X1 says that another episode follows",
)
def care_goes_on_with_reason_for_end(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    return rows.filter(
        rows.end_on.isnull() & (rows.ceased_reason != NEXT_EPISODE_FOLLOWS)
    )


@check(
    "care_of_short_breaks",
    reads=("care_spells.legal_status",),
    severity=Severity.NOTE,
    says="A period of care is an agreed series of short breaks.",
    remedy="Nothing, if so: the nation's count of children looked after leaves these "
    "out, so compare with care.",
    source=f"{_GUIDE}: legal status V3 and V4",
)
def care_of_short_breaks(facts: Tables) -> ir.Table:
    rows = facts.table("care_spells")
    return rows.filter(rows.legal_status.isin(("V3", "V4")))


@check(
    "plan_goes_on_long_into_care",
    reads=("care_spells", "protection_plans"),
    severity=Severity.NOTE,
    says="A child is looked after, and a protection plan from before goes on three "
    "months later.",
    remedy="See whether both are still needed, or the plan's end was not recorded.",
    source="Working Together 2018 chapter 1: no plan where the child is safe in care",
)
def plan_goes_on_long_into_care(facts: Tables) -> ir.Table:
    rows, plans = facts.table("care_spells"), facts.table("protection_plans")
    rows = rows.mutate(later=after_months(rows.start_on, 3))
    rows = rows.filter(
        (rows.later <= rows.extracted_on)
        & (rows.end_on.isnull() | (rows.end_on > rows.later))
    )
    return rows.semi_join(
        plans,
        [
            *same_child(rows, plans),
            plans.start_on <= rows.start_on,
            open_on(plans, rows.later),
        ],
    )


@check(
    "care_without_case",
    reads=("care_spells", "need_episodes"),
    severity=Severity.NOTE,
    says="A period of care starts on a day when no case of the child is open.",
    remedy="Correct the dates of the care or of the case.",
    source="Department for Education, children in need census guide: looked-after "
    "children are children in need",
)
def care_without_case(facts: Tables) -> ir.Table:
    rows, cases = facts.table("care_spells"), facts.table("need_episodes")
    rows = in_reach(rows, cases, day="start_on", other_day="start_on")
    return rows.anti_join(
        cases, [*same_child(rows, cases), touches(cases, rows.start_on)]
    )


@check(
    "placement_ends_before_start",
    reads=("placements.end_on",),
    severity=Severity.WARN,
    says="A placement ends before it starts.",
    remedy="Correct the day it started or ended.",
    source=_GUIDE,
)
def placement_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("placements")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "placements_overlap",
    reads=("placements.end_on",),
    severity=Severity.WARN,
    says="A placement starts before an earlier one of the same child ended.",
    remedy="End the earlier placement, or correct the dates.",
    source=f"{_GUIDE}: one placement at a time",
)
def placements_overlap(facts: Tables) -> ir.Table:
    rows = facts.table("placements")
    # Annex A tells the latest placement only, so one with no end is not open for sure.
    return overlapping(rows.filter((rows.feed == "ssd") | rows.end_on.notnull()))


@check(
    "placement_outside_care",
    reads=("placements", "care_spells"),
    severity=Severity.WARN,
    says="A placement starts on a day when the child is not looked after.",
    remedy="Correct the dates of the placement or of the period of care.",
    source=_GUIDE,
)
def placement_outside_care(facts: Tables) -> ir.Table:
    rows, care = facts.table("placements"), facts.table("care_spells")
    rows = in_reach(rows, care, day="start_on", other_day="start_on")
    return rows.anti_join(care, [*same_child(rows, care), touches(care, rows.start_on)])


@check(
    "placement_outlasts_care",
    reads=("placements.end_on", "care_spells.end_on"),
    severity=Severity.WARN,
    says="A placement ends after the period of care in which it began.",
    remedy="Correct the end of the placement or of the period of care.",
    source=_GUIDE,
)
def placement_outlasts_care(facts: Tables) -> ir.Table:
    rows, care = facts.table("placements"), facts.table("care_spells")
    return rows.semi_join(
        care,
        [
            *same_child(rows, care),
            care.start_on <= rows.start_on,
            care.end_on > rows.start_on,
            rows.end_on > care.end_on,
        ],
    )
