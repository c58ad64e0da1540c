"""Clocks of referral, assessment, child protection, police protection and care."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import CENSUS, WT_ALL


_FRONT_DOOR = "Referral and assessment"
_PROTECTION = "Child protection"
_CARE = "Children in care"

REFERRAL_DECISION = Clock(
    "referral_decision",
    "A social worker decides what follows a referral",
    _FRONT_DOOR,
    (
        Reading(
            "from_receipt",
            "the day the referral was received",
            Limit(1, Span.WORKING_DAYS),
            "A social worker decides what response is needed, and tells the referrer, "
            "within 1 working day of receiving the referral.",
            "on responding to a referral",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

ASSESSMENT = Clock(
    "assessment",
    "The council concludes a statutory assessment",
    _FRONT_DOOR,
    (
        Reading(
            "from_referral",
            "the day of the referral",
            Limit(45, Span.WORKING_DAYS),
            "The assessment concludes no longer than 45 working days after referral; "
            "this cannot be counted for a reassessment on an open case.",
            "on the time an assessment may take",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
        Reading(
            "from_start",
            "the day the assessment actually started",
            Limit(45, Span.WORKING_DAYS),
            "The assessment is complete within 45 working days of its actual start.",
            "assessment dates",
            Standing.STATUTORY_GUIDANCE,
            CENSUS,
        ),
    ),
)

INITIAL_CONFERENCE = Clock(
    "initial_conference",
    "The initial child protection conference is held",
    _PROTECTION,
    (
        Reading(
            "from_strategy_discussion",
            "the day of the strategy discussion that started the section 47 enquiry",
            Limit(15, Span.WORKING_DAYS),
            "The initial conference takes place within 15 working days of the "
            "strategy discussion that started the enquiry.",
            "on the timing of the initial child protection conference",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
        Reading(
            "from_section_47_start",
            "the day the section 47 enquiry started",
            Limit(15, Span.WORKING_DAYS),
            "The initial conference takes place within 15 working days of the start "
            "of the section 47 enquiry, which is how the census counts it.",
            "section 47 start and initial conference dates",
            Standing.STATUTORY_GUIDANCE,
            CENSUS,
        ),
    ),
)

FIRST_PROTECTION_REVIEW = Clock(
    "first_protection_review",
    "The first review of a child protection plan",
    _PROTECTION,
    (
        Reading(
            "from_initial_conference",
            "the day of the initial child protection conference",
            Limit(3, Span.MONTHS),
            "The first review conference is held within 3 months of the initial one.",
            "on child protection review conferences",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

LATER_PROTECTION_REVIEW = Clock(
    "later_protection_review",
    "Each later review of a child protection plan",
    _PROTECTION,
    (
        Reading(
            "from_previous_review",
            "the day of the review before",
            Limit(6, Span.MONTHS),
            "Later review conferences follow at no more than 6 months.",
            "on child protection review conferences",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

POLICE_PROTECTION = Clock(
    "police_protection",
    "Police protection of a child ends",
    _PROTECTION,
    (
        Reading(
            "from_taken",
            "the time the child was taken into police protection",
            Limit(72, Span.HOURS),
            "No child may be kept in police protection for more than 72 hours.",
            "s46(6)",
            Standing.LAW,
            ("children-act-1989",),
        ),
    ),
)

INITIAL_HEALTH_ASSESSMENT = Clock(
    "initial_health_assessment",
    "A child entering care has an initial health assessment",
    _CARE,
    (
        Reading(
            "from_entry",
            "the day the child came into care",
            Limit(20, Span.WORKING_DAYS),
            "The initial health assessment is done within 20 working days of the "
            "child coming into care; the council and health share the clock.",
            "on initial health assessments",
            Standing.STATUTORY_GUIDANCE,
            ("looked-after-health-2015",),
        ),
    ),
)

REVIEW_HEALTH_ASSESSMENT = Clock(
    "review_health_assessment",
    "A child in care has a review health assessment",
    _CARE,
    (
        Reading(
            "under_five",
            "the day of the health assessment before, for a child under 5",
            Limit(6, Span.MONTHS),
            "The health of a child under 5 is reviewed at least once in every "
            "6 months.",
            "regulation 7",
            Standing.LAW,
            ("care-planning-2010",),
        ),
        Reading(
            "five_and_over",
            "the day of the health assessment before, for a child of 5 or over",
            Limit(12, Span.MONTHS),
            "The health of a child of 5 or over is reviewed at least once in every "
            "12 months.",
            "regulation 7",
            Standing.LAW,
            ("care-planning-2010",),
        ),
    ),
)

PROTECTION_CLOCKS = (
    REFERRAL_DECISION,
    ASSESSMENT,
    INITIAL_CONFERENCE,
    FIRST_PROTECTION_REVIEW,
    LATER_PROTECTION_REVIEW,
    POLICE_PROTECTION,
    INITIAL_HEALTH_ASSESSMENT,
    REVIEW_HEALTH_ASSESSMENT,
)
