"""Assessments: their days, and the referral they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    overlapping,
    same_child,
    touches,
)
from kith.evidence.quality.meaning.timing import (
    after_days,
    after_months,
    numbered,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Working Together 2018 chapter 1"
LIMIT = 45


@check(
    "assessment_ends_before_start",
    reads=("assessments.end_on",),
    severity=Severity.WARN,
    says="An assessment is authorised before it starts.",
    remedy="Correct the day it started or was authorised.",
    source=_GUIDE,
)
def assessment_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "assessment_longer_than_a_year",
    reads=("assessments",),
    severity=Severity.WARN,
    says="An assessment took, or has been open for, more than a year.",
    remedy="Close it, or correct its dates.",
    source=f"{_GUIDE}: at most 45 working days",
)
def assessment_longer_than_a_year(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(until > after_months(rows.start_on, 12))


@check(
    "assessment_before_referral",
    reads=("assessments.referred_on",),
    severity=Severity.WARN,
    says="An assessment starts before the referral it answers.",
    remedy="Correct the dates, or join it to the right referral.",
    source=_GUIDE,
)
def assessment_before_referral(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    return rows.filter(rows.start_on < rows.referred_on)


@check(
    "assessment_open_past_limit",
    reads=("assessments",),
    severity=Severity.NOTE,
    says="An assessment is open, and more than 45 working days have passed.",
    remedy="Complete it, or record that it is complete.",
    source=f"{_GUIDE}: at most 45 working days",
)
def assessment_open_past_limit(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    rows = numbered(rows, facts, "start_on", "begun")
    rows = numbered(rows, facts, "extracted_on", "seen")
    return rows.filter(rows.end_on.isnull() & (rows.seen - rows.begun > LIMIT))


@check(
    "assessments_overlap",
    reads=("assessments",),
    severity=Severity.WARN,
    says="An assessment starts while an earlier one of the same child is open.",
    remedy="Close the earlier one, or join the two.",
    source="Department for Education, children in need census guide: continuous "
    "assessment",
)
def assessments_overlap(facts: Tables) -> ir.Table:
    return overlapping(facts.table("assessments"))


@check(
    "assessment_without_referral_or_case",
    reads=("assessments", "referrals", "need_episodes"),
    severity=Severity.NOTE,
    says="An assessment starts with no referral in the 45 days before it, and no case "
    "open.",
    remedy="See which referral it answers, and whether that is recorded.",
    source="Kith's own: an assessment answers a referral, or a change on an open case",
)
def assessment_without_referral_or_case(facts: Tables) -> ir.Table:
    rows, referrals = facts.table("assessments"), facts.table("referrals")
    cases = facts.table("need_episodes")
    rows = in_reach(rows, referrals, day="start_on", other_day="referred_on", back=45)
    rows = in_reach(rows, cases, day="start_on", other_day="start_on", back=45)
    unreferred = rows.anti_join(
        referrals,
        [
            *same_child(rows, referrals),
            referrals.referred_on <= rows.start_on,
            referrals.referred_on >= after_days(rows.start_on, -45),
        ],
    )
    return unreferred.anti_join(
        cases, [*same_child(unreferred, cases), touches(cases, unreferred.start_on)]
    )


@check(
    "assessment_outcome_before_end",
    reads=("assessments.support_required",),
    severity=Severity.NOTE,
    says="An assessment has an outcome, and is not authorised.",
    remedy="Record the day it was authorised.",
    source="Ofsted, ILACS annex A, list 4",
)
def assessment_outcome_before_end(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    return rows.filter(rows.support_required.notnull() & rows.end_on.isnull())


@check(
    "assessment_ended_without_outcome",
    reads=("assessments.support_required", "assessments.end_on"),
    severity=Severity.NOTE,
    says="An assessment is authorised, and its outcome is not told.",
    remedy="Record whether support is required.",
    source="Ofsted, ILACS annex A, list 4",
)
def assessment_ended_without_outcome(facts: Tables) -> ir.Table:
    rows = facts.table("assessments")
    return rows.filter(rows.support_required.isnull() & rows.end_on.notnull())
