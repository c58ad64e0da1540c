"""Contacts, referrals and assessments: who came to children's social care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import Facts, Measure, Needed, Selection, Time
from kith.evidence.measures.working_days import (
    with_first_day_past,
    with_working_days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir


CENSUS = "DfE, Children in need census: guide to submitting data"
WORKING_TOGETHER = "Working Together to Safeguard Children"
DECISION_LIMIT = 1
ASSESSMENT_LIMIT = 45
RE_REFERRAL_MONTHS = 12


def _contacts(facts: Facts) -> ir.Table:
    told = facts.table("contacts")
    return told.mutate(happened_on=told.contact_on, counted=told.is_counted)


def _referrals(facts: Facts) -> ir.Table:
    told = facts.table("referrals")
    same_child = ibis.window(group_by=["area", "child"], order_by="referred_on")
    earlier = told.referred_on.lag().over(same_child)
    since = told.referred_on - ibis.interval(months=RE_REFERRAL_MONTHS)
    return told.mutate(
        happened_on=told.referred_on,
        counted=told.is_counted,
        is_re_referral=certainly(earlier >= since),
        ended_without_action=certainly(told.no_further_action),
    )


def _decisions(facts: Facts) -> ir.Table:
    told = facts.table("referrals")
    rows = with_working_days(
        told, facts, start="referred_on", end="decided_on", name="decision_days"
    )
    in_time = (rows.decision_days <= DECISION_LIMIT) & (
        rows.decided_on >= rows.referred_on
    )
    return rows.mutate(
        happened_on=rows.referred_on,
        counted=rows.is_counted,
        decided_in_time=certainly(in_time),
    )


def _undecided_past_limit(facts: Facts) -> ir.Table:
    rows = with_first_day_past(
        facts.table("referrals"),
        facts,
        start="referred_on",
        limit=DECISION_LIMIT,
        name="past_from",
    )
    return rows.mutate(start_on=rows.past_from, end_on=rows.decided_on)


def _assessments_completed(facts: Facts) -> ir.Table:
    told = facts.table("assessments")
    rows = with_working_days(
        told, facts, start="start_on", end="end_on", name="working_days"
    )
    rows = with_working_days(
        rows, facts, start="referred_on", end="end_on", name="days_from_referral"
    )
    from_start = (rows.working_days <= ASSESSMENT_LIMIT) & (
        rows.end_on >= rows.start_on
    )
    from_referral = (rows.days_from_referral <= ASSESSMENT_LIMIT) & (
        rows.end_on >= rows.referred_on
    )
    return rows.mutate(
        happened_on=rows.end_on,
        counted=rows.end_on.between(rows.told_from, rows.told_to),
        in_time=certainly(from_start),
        knows_referral=rows.referred_on.notnull(),
        in_time_from_referral=certainly(from_referral),
    )


def _assessments_past_limit(facts: Facts) -> ir.Table:
    return _open_past_limit(facts, "start_on")


def _assessments_past_limit_from_referral(facts: Facts) -> ir.Table:
    return _open_past_limit(facts, "referred_on")


def _open_past_limit(facts: Facts, start: str) -> ir.Table:
    rows = with_first_day_past(
        facts.table("assessments"),
        facts,
        start=start,
        limit=ASSESSMENT_LIMIT,
        name="past_from",
    )
    return rows.mutate(start_on=rows.past_from)


CONTACTS = Selection("contacts", "contacts", _contacts, Time.EVENTS)
REFERRALS = Selection(
    "referrals",
    "referrals",
    _referrals,
    Time.EVENTS,
    flags=("is_re_referral", "ended_without_action"),
)
DECISIONS = Selection(
    "decisions", "referrals", _decisions, Time.EVENTS, flags=("decided_in_time",)
)
UNDECIDED = Selection(
    "undecided past the limit", "referrals", _undecided_past_limit, Time.SPELLS_AT_END
)
ASSESSMENTS = Selection(
    "assessments completed",
    "assessments",
    _assessments_completed,
    Time.EVENTS,
    flags=("in_time", "knows_referral", "in_time_from_referral"),
    duration="working_days",
)
ASSESSMENTS_PAST = Selection(
    "assessments past the limit",
    "assessments",
    _assessments_past_limit,
    Time.SPELLS_AT_END,
)
ASSESSMENTS_PAST_FROM_REFERRAL = Selection(
    "assessments past the limit from referral",
    "assessments",
    _assessments_past_limit_from_referral,
    Time.SPELLS_AT_END,
)

# No feed asks for it: neither Annex A nor the Standard Safeguarding Dataset does.
_DECIDED = Needed("decided_on", "the day of decision", ())
_OUTCOME = Needed(
    "no_further_action", "whether a referral went further", ("ssd", "annex_a")
)
_REFERRAL_DAY = Needed("referred_on", "the referral an assessment answers", ("ssd",))

MEASURES = (
    Measure(
        code="contacts",
        title="Contacts",
        unit=Unit.CONTACT,
        kind=Kind.FLOW,
        question="help",
        definition="Contacts made to the council's front door about a child, by the "
        "day of contact.",
        numerator="contacts in the period",
        authority="No national definition; as the council records them",
        doubt="There is no national definition, so contacts of two areas should "
        "never be compared.",
        selection=CONTACTS,
    ),
    Measure(
        code="referrals",
        title="Referrals",
        unit=Unit.REFERRAL,
        kind=Kind.FLOW,
        question="help",
        definition="Requests for services for a child whose case is not already "
        "open, by the day of referral. A new or a closed case counts; a request "
        "about an open case does not.",
        numerator="referrals in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=REFERRALS,
    ),
    Measure(
        code="re_referrals",
        title="Re-referrals within 12 months",
        unit=Unit.REFERRAL,
        kind=Kind.FLOW,
        question="help",
        definition="Referrals of a child who had an earlier referral in the twelve "
        "months before: on an earlier day, not before the same day a year before. A "
        "second re-referral counts again.",
        numerator="referrals with an earlier referral in the twelve months before",
        authority="DfE, Characteristics of children in need: methodology",
        rulebook=CENSUS,
        polarity=Polarity.LOWER_IS_BETTER,
        selection=REFERRALS,
        flag="is_re_referral",
        look_back_months=RE_REFERRAL_MONTHS,
    ),
    Measure(
        code="referrals_no_further_action",
        title="Referrals that ended in no further action",
        unit=Unit.REFERRAL,
        kind=Kind.FLOW,
        question="help",
        definition="Referrals in the period that the return says ended without "
        "further action.",
        numerator="referrals with no further action",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=REFERRALS,
        flag="ended_without_action",
        needs=(_OUTCOME,),
    ),
    Measure(
        code="assessments_completed",
        title="Assessments completed",
        unit=Unit.ASSESSMENT,
        kind=Kind.FLOW,
        question="help",
        definition="Assessments by the day they were authorised. One that began "
        "before the period and was completed in it counts.",
        numerator="assessments authorised in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=ASSESSMENTS,
    ),
    Measure(
        code="re_referral_share",
        title="Share of referrals that were re-referrals within 12 months",
        unit=Unit.PER_CENT,
        kind=Kind.RATIO,
        question="help",
        definition="Of referrals in the period, the share where the same child had "
        "an earlier referral in the twelve months before.",
        numerator="re-referrals within 12 months",
        denominator="all referrals in the period",
        authority="DfE, Characteristics of children in need: methodology",
        rulebook=CENSUS,
        polarity=Polarity.LOWER_IS_BETTER,
        selection=REFERRALS,
        flag="is_re_referral",
        look_back_months=RE_REFERRAL_MONTHS,
        numerator_measure="re_referrals",
        denominator_measure="referrals",
    ),
    Measure(
        code="referral_no_further_action_share",
        title="Share of referrals that ended in no further action",
        unit=Unit.PER_CENT,
        kind=Kind.RATIO,
        question="help",
        definition="Of referrals in the period, the share that the return says "
        "ended without further action.",
        numerator="referrals with no further action",
        denominator="all referrals in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=REFERRALS,
        flag="ended_without_action",
        needs=(_OUTCOME,),
        numerator_measure="referrals_no_further_action",
        denominator_measure="referrals",
    ),
    Measure(
        code="decision_timeliness",
        title="Share of referrals decided within one working day",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="help",
        definition="Of referrals in the period, the share decided no later than the "
        "next working day. A referral with no decision is not in time.",
        numerator="referrals decided within one working day",
        denominator="all referrals in the period",
        authority=WORKING_TOGETHER + ", chapter 1: decision within one working day",
        rulebook="Working Together 2018",
        polarity=Polarity.HIGHER_IS_BETTER,
        selection=DECISIONS,
        flag="decided_in_time",
        needs=(_DECIDED,),
        denominator_measure="referrals",
    ),
    Measure(
        code="decision_timeliness_open_past_limit",
        title="Referrals still undecided after one working day",
        unit=Unit.REFERRAL,
        kind=Kind.SNAPSHOT,
        question="help",
        definition="On the last day of the period, referrals without a decision for "
        "which more than one working day has passed.",
        numerator="referrals undecided and past the limit on the last day",
        authority=WORKING_TOGETHER + ", chapter 1: decision within one working day",
        rulebook="Working Together 2018",
        polarity=Polarity.LOWER_IS_BETTER,
        selection=UNDECIDED,
        needs=(_DECIDED,),
    ),
    Measure(
        code="assessment_timeliness",
        title="Share of assessments completed within 45 working days of their start",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="help",
        definition="Of assessments completed in the period, the share authorised no "
        "later than 45 working days after their actual start.",
        numerator="assessments completed within 45 working days of their start",
        denominator="assessments completed in the period",
        authority=CENSUS + "; " + WORKING_TOGETHER + ", chapter 1: 45 working days",
        rulebook="Working Together 2018",
        polarity=Polarity.HIGHER_IS_BETTER,
        selection=ASSESSMENTS,
        flag="in_time",
        denominator_measure="assessments_completed",
    ),
    Measure(
        code="assessment_timeliness_open_past_limit",
        title="Assessments still open after 45 working days from their start",
        unit=Unit.ASSESSMENT,
        kind=Kind.SNAPSHOT,
        question="help",
        definition="On the last day of the period, assessments not yet authorised "
        "more than 45 working days after their actual start.",
        numerator="assessments open and past 45 working days on the last day",
        authority=CENSUS + "; " + WORKING_TOGETHER + ", chapter 1: 45 working days",
        rulebook="Working Together 2018",
        polarity=Polarity.LOWER_IS_BETTER,
        selection=ASSESSMENTS_PAST,
    ),
    Measure(
        code="assessment_timeliness_from_referral",
        title="Share of assessments completed within 45 working days of the referral",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="help",
        definition="Of assessments completed in the period whose referral is told, "
        "the share authorised no later than 45 working days after the referral.",
        numerator="assessments completed within 45 working days of the referral",
        denominator="assessments completed in the period whose referral is told",
        authority=WORKING_TOGETHER + ", chapter 1: 45 working days from referral",
        rulebook="Working Together 2018",
        polarity=Polarity.HIGHER_IS_BETTER,
        doubt="This reading does not fit an assessment made again while the case "
        "is open; the other reading counts from the assessment's own start.",
        selection=ASSESSMENTS,
        flag="in_time_from_referral",
        denominator_flag="knows_referral",
        needs=(_REFERRAL_DAY,),
    ),
    Measure(
        code="assessment_timeliness_from_referral_open_past_limit",
        title="Assessments still open after 45 working days from the referral",
        unit=Unit.ASSESSMENT,
        kind=Kind.SNAPSHOT,
        question="help",
        definition="On the last day of the period, assessments not yet authorised "
        "more than 45 working days after the referral they answer.",
        numerator="assessments open and past 45 working days on the last day",
        authority=WORKING_TOGETHER + ", chapter 1: 45 working days from referral",
        rulebook="Working Together 2018",
        polarity=Polarity.LOWER_IS_BETTER,
        selection=ASSESSMENTS_PAST_FROM_REFERRAL,
        needs=(_REFERRAL_DAY,),
    ),
    Measure(
        code="median_assessment_working_days",
        title="Median length of an assessment in working days",
        unit=Unit.WORKING_DAYS,
        kind=Kind.DURATION,
        question="help",
        definition="Of assessments completed in the period, the middle one's length "
        "in working days from its actual start to its authorisation; halfway "
        "between the middle two where their number is even.",
        numerator="the middle assessment's length in working days",
        denominator="assessments completed in the period",
        authority="DfE, Characteristics of children in need: methodology",
        rulebook=CENSUS,
        polarity=Polarity.LOWER_IS_BETTER,
        selection=ASSESSMENTS,
        denominator_measure="assessments_completed",
    ),
)
