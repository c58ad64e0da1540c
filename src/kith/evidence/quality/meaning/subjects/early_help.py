"""Early help: its days, its end, and the step up to social care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    open_on,
    overlapping,
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    after_days,
    after_months,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_OWN = "Kith's own"


@check(
    "early_help_ends_before_start",
    reads=("early_help.end_on",),
    severity=Severity.WARN,
    says="An early help episode ends before it starts.",
    remedy="Correct the day it started or ended.",
    source=_OWN,
)
def early_help_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("early_help")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "early_help_overlaps",
    reads=("early_help",),
    severity=Severity.WARN,
    says="An early help episode starts while an earlier one of the same child goes on.",
    remedy="End the earlier episode, or join the two.",
    source=_OWN,
)
def early_help_overlaps(facts: Tables) -> ir.Table:
    return overlapping(facts.table("early_help"))


@check(
    "early_help_longer_than_two_years",
    reads=("early_help",),
    severity=Severity.NOTE,
    says="An early help episode lasted, or has been open for, more than two years.",
    remedy="End it, if it has ended.",
    source=_OWN,
)
def early_help_longer_than_two_years(facts: Tables) -> ir.Table:
    rows = facts.table("early_help")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(until > after_months(rows.start_on, 24))


@check(
    "early_help_ended_without_reason",
    reads=("early_help.end_on", "early_help.closure_reason"),
    severity=Severity.NOTE,
    says="An early help episode ended, and no reason is told.",
    remedy="Record why it ended.",
    source=_OWN,
)
def early_help_ended_without_reason(facts: Tables) -> ir.Table:
    rows = facts.table("early_help")
    return rows.filter(rows.end_on.notnull() & rows.closure_reason.isnull())


@check(
    "early_help_open_with_reason_for_end",
    reads=("early_help.closure_reason",),
    severity=Severity.WARN,
    says="An early help episode goes on, yet a reason for its end is told.",
    remedy="Record the day it ended, or take the reason away.",
    source=_OWN,
)
def early_help_open_with_reason_for_end(facts: Tables) -> ir.Table:
    rows = facts.table("early_help")
    return rows.filter(rows.end_on.isnull() & rows.closure_reason.notnull())


@check(
    "stepped_up_without_referral",
    reads=("early_help.closure_reason", "referrals"),
    severity=Severity.WARN,
    says="Early help ended by stepping up to social care, and no referral of the child "
    "is told from 14 days before to 28 days after.",
    remedy="See whether the referral was made, and under which number.",
    source="Working Together 2018 chapter 1: early help and referral",
)
def stepped_up_without_referral(facts: Tables) -> ir.Table:
    rows, referrals = facts.table("early_help"), facts.table("referrals")
    rows = rows.filter((rows.closure_reason == "stepped_up") & rows.end_on.notnull())
    rows = in_reach(
        rows, referrals, day="end_on", other_day="referred_on", back=14, ahead=28
    )
    return rows.anti_join(
        referrals,
        [
            *same_child(rows, referrals),
            referrals.referred_on >= after_days(rows.end_on, -14),
            referrals.referred_on <= after_days(rows.end_on, 28),
        ],
    )


@check(
    "early_help_while_case_open",
    reads=("early_help", "need_episodes"),
    severity=Severity.NOTE,
    says="Early help starts while the child's case is open to social care.",
    remedy="See which of the two is current.",
    source=_OWN,
)
def early_help_while_case_open(facts: Tables) -> ir.Table:
    rows, cases = facts.table("early_help"), facts.table("need_episodes")
    return rows.semi_join(
        cases,
        [
            *same_child(rows, cases),
            cases.start_on < rows.start_on,
            open_on(cases, rows.start_on),
        ],
    )


@check(
    "early_help_assessment_ends_before_start",
    reads=("early_help_assessments.end_on",),
    severity=Severity.WARN,
    says="An early help assessment is completed before it starts.",
    remedy="Correct the day it started or was completed.",
    source="Ofsted, ILACS annex A, list 2",
)
def early_help_assessment_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("early_help_assessments")
    return rows.filter(rows.end_on < rows.start_on)
