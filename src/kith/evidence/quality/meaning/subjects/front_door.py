"""Contacts, referrals and open cases: their order, and how they answer each other."""

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
    after_days,
    after_months,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_CENSUS = "Department for Education, children in need census guide"


@check(
    "referral_without_contact",
    reads=("referrals", "contacts"),
    severity=Severity.NOTE,
    says="A referral has no contact about the child in the 28 days before it.",
    remedy="See whether the contact is recorded under another number, or not at all.",
    source="Kith's own: a referral begins with somebody's contact",
)
def referral_without_contact(facts: Tables) -> ir.Table:
    referrals, contacts = facts.table("referrals"), facts.table("contacts")
    reached = in_reach(
        referrals, contacts, day="referred_on", other_day="contact_on", back=28
    )
    return reached.anti_join(
        contacts,
        [
            *same_child(reached, contacts),
            contacts.contact_on <= reached.referred_on,
            contacts.contact_on >= after_days(reached.referred_on, -28),
        ],
    )


@check(
    "decision_before_referral",
    reads=("referrals.decided_on",),
    severity=Severity.WARN,
    says="A referral is decided before it is made.",
    remedy="Correct the date of the decision or of the referral.",
    source="Working Together 2018 chapter 1: a decision within one working day",
)
def decision_before_referral(facts: Tables) -> ir.Table:
    rows = facts.table("referrals")
    return rows.filter(rows.decided_on < rows.referred_on)


@check(
    "referral_while_case_open",
    reads=("referrals", "need_episodes"),
    severity=Severity.WARN,
    says="A referral is recorded for a child whose case is open already.",
    remedy="Record it as new information on the open case, or close the old one.",
    source=f"{_CENSUS}: no referral is recorded while a case is open",
)
def referral_while_case_open(facts: Tables) -> ir.Table:
    rows, cases = facts.table("referrals"), facts.table("need_episodes")
    return rows.semi_join(
        cases,
        [
            *same_child(rows, cases),
            cases.start_on < rows.referred_on,
            open_on(cases, rows.referred_on),
        ],
    )


@check(
    "referrals_in_12_months_too_few",
    reads=("annex_a/list_3.referrals_in_12_months",),
    severity=Severity.WARN,
    says="The council counts fewer referrals in twelve months than its list shows.",
    remedy="See how the number is counted; Kith counts re-referrals from the rows.",
    source="Ofsted, ILACS annex A, list 3",
)
def referrals_in_12_months_too_few(facts: Tables) -> ir.Table:
    rows = facts.typed("annex_a/list_3")
    earlier = rows.view()
    pairs = rows.inner_join(
        earlier,
        [
            rows.sheet_number == earlier.sheet_number,
            rows.child_id == earlier.child_id,
            earlier.referred_on < rows.referred_on,
            after_months(earlier.referred_on, 12) > rows.referred_on,
        ],
    )
    shown = pairs.group_by("sheet_number", "source_row").agg(shown=pairs.count())
    return rows.semi_join(
        shown,
        [
            rows.sheet_number == shown.sheet_number,
            rows.source_row == shown.source_row,
            rows.referrals_in_12_months < shown.shown,
        ],
    )


@check(
    "no_further_action_yet_assessed",
    reads=("referrals.no_further_action", "assessments"),
    severity=Severity.WARN,
    says="A referral ended without further action, yet an assessment begins within "
    "ten days.",
    remedy="Correct the outcome of the referral, or record the later referral.",
    source=f"{_CENSUS}: no further action means that no assessment follows",
)
def no_further_action_yet_assessed(facts: Tables) -> ir.Table:
    rows, assessments = facts.table("referrals"), facts.table("assessments")
    rows = rows.filter(rows.no_further_action)
    return rows.semi_join(
        assessments,
        [
            *same_child(rows, assessments),
            assessments.start_on >= rows.referred_on,
            assessments.start_on <= after_days(rows.referred_on, 10),
        ],
    )


@check(
    "no_further_action_yet_case_opened",
    reads=("referrals.no_further_action", "need_episodes"),
    severity=Severity.WARN,
    says="A referral ended without further action, yet a case opens on that day or "
    "the next.",
    remedy="Correct the outcome of the referral or the start of the case.",
    source=f"{_CENSUS}: no further action opens no case",
)
def no_further_action_yet_case_opened(facts: Tables) -> ir.Table:
    rows, cases = facts.table("referrals"), facts.table("need_episodes")
    rows = rows.filter(rows.no_further_action)
    return rows.semi_join(
        cases,
        [
            *same_child(rows, cases),
            cases.start_on >= rows.referred_on,
            cases.start_on <= after_days(rows.referred_on, 1),
        ],
    )


@check(
    "referral_again_within_days",
    reads=("referrals",),
    severity=Severity.NOTE,
    says="A child is referred again within three days.",
    remedy="See whether it is one referral recorded twice.",
    source="Kith's own",
)
def referral_again_within_days(facts: Tables) -> ir.Table:
    rows = facts.table("referrals")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            earlier.referred_on < rows.referred_on,
            earlier.referred_on >= after_days(rows.referred_on, -3),
        ],
    )


@check(
    "case_ends_before_start",
    reads=("need_episodes.end_on",),
    severity=Severity.WARN,
    says="A case closes before it opens.",
    remedy="Correct the day it opened or closed.",
    source=_CENSUS,
)
def case_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("need_episodes")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "cases_overlap",
    reads=("need_episodes",),
    severity=Severity.WARN,
    says="A case opens while an earlier one of the same child is open.",
    remedy="Close the earlier case, or join the two.",
    source=f"{_CENSUS}: one episode of need at a time",
)
def cases_overlap(facts: Tables) -> ir.Table:
    return overlapping(facts.table("need_episodes"))


@check(
    "case_closed_without_reason",
    reads=("need_episodes.end_on", "need_episodes.closure_reason"),
    severity=Severity.NOTE,
    says="A case is closed, and no reason is told.",
    remedy="Record why it closed.",
    source=f"{_CENSUS}: reason for closure",
)
def case_closed_without_reason(facts: Tables) -> ir.Table:
    rows = facts.table("need_episodes")
    return rows.filter(rows.end_on.notnull() & rows.closure_reason.isnull())


@check(
    "case_open_with_closing_reason",
    reads=("need_episodes.closure_reason",),
    severity=Severity.WARN,
    says="A case is open, yet a reason for closing it is told.",
    remedy="Record the day it closed, or take the reason away.",
    source=f"{_CENSUS}: reason for closure",
)
def case_open_with_closing_reason(facts: Tables) -> ir.Table:
    rows = facts.table("need_episodes")
    return rows.filter(rows.end_on.isnull() & rows.closure_reason.notnull())


@check(
    "case_called_closed_yet_open",
    reads=("need_episodes.case_status",),
    severity=Severity.WARN,
    says="A case is called closed, and has no closing day.",
    remedy="Record the day it closed, or correct its status.",
    source="Ofsted, ILACS annex A, list 6",
)
def case_called_closed_yet_open(facts: Tables) -> ir.Table:
    rows = facts.table("need_episodes")
    return rows.filter(rows.end_on.isnull() & (rows.case_status == "closed"))


@check(
    "case_closed_for_death_of_a_living_child",
    reads=("need_episodes.closure_reason", "people.died_on"),
    severity=Severity.WARN,
    says="A case closed because the child died, and no date of death is told.",
    remedy="Correct the reason for closing, or record the death.",
    source=f"{_CENSUS}: reason for closure RC2, died",
)
def case_closed_for_death_of_a_living_child(facts: Tables) -> ir.Table:
    rows, people = facts.table("need_episodes"), facts.table("people")
    dead = people.filter(people.died_on.notnull())
    rows = rows.filter(rows.closure_reason == "RC2")
    return rows.anti_join(dead, same_child(rows, dead))


@check(
    "need_plan_ends_before_start",
    reads=("need_plans.end_on",),
    severity=Severity.WARN,
    says="A child in need plan ends before it starts.",
    remedy="Correct the day it started or ended.",
    source="Kith's own",
)
def need_plan_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("need_plans")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "need_plans_overlap",
    reads=("need_plans",),
    severity=Severity.WARN,
    says="A child in need plan starts while an earlier one goes on.",
    remedy="End the earlier plan, or join the two.",
    source="Kith's own",
)
def need_plans_overlap(facts: Tables) -> ir.Table:
    rows = facts.table("need_plans")
    # Annex A stops telling a plan once the case is closed, so one that has no end
    # there is not open for sure.
    return overlapping(rows.filter((rows.feed == "ssd") | rows.end_on.notnull()))


@check(
    "need_plan_without_case",
    reads=("need_plans", "need_episodes"),
    severity=Severity.WARN,
    says="A child in need plan starts on a day when no case of the child is open.",
    remedy="Correct the dates of the plan or of the case.",
    source="Children Act 1989 s17",
)
def need_plan_without_case(facts: Tables) -> ir.Table:
    rows, cases = facts.table("need_plans"), facts.table("need_episodes")
    reached = in_reach(rows, cases, day="start_on", other_day="start_on")
    return reached.anti_join(
        cases, [*same_child(reached, cases), touches(cases, reached.start_on)]
    )
