"""Clocks of return interviews, missing education, EHC plans and schools' training."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import KCSIE_ALL


_MISSING = "Missing children and education"
_SCHOOLS = "Training"
_REGISTRATION = ("pupil-registration-2006", "school-attendance-2024")
_SCHOOL_DAYS = (
    "The rule counts days on which the school met; its holidays are not in this "
    "calendar, so the true day is this one or later."
)

RETURN_INTERVIEW = Clock(
    "return_interview",
    "A child who was missing is offered an independent return interview",
    _MISSING,
    (
        Reading(
            "from_return",
            "the time the child returned",
            Limit(72, Span.HOURS),
            "The interview takes place within 72 hours of the child's return.",
            "on independent return interviews",
            Standing.STATUTORY_GUIDANCE,
            ("missing-2014",),
        ),
    ),
)


def _absence(name: str, days: int, rule: str) -> Reading:
    return Reading(
        name,
        "the last school day the child attended",
        Limit(days, Span.WORKING_DAYS),
        rule,
        "with Education Act 1996 s436A",
        Standing.LAW,
        _REGISTRATION,
        _SCHOOL_DAYS,
    )


CHILDREN_MISSING_EDUCATION = Clock(
    "children_missing_education",
    "A school tells the council of a child missing education",
    _MISSING,
    (
        _absence(
            "ten_days",
            10,
            "The school reports a child continuously absent without leave for "
            "10 school days, after reasonable enquiries.",
        ),
        _absence(
            "twenty_days",
            20,
            "After 20 school days and joint enquiries that do not find the child, "
            "the school may take the name off the roll and tells the council.",
        ),
    ),
)

EHC_PLAN = Clock(
    "ehc_plan",
    "The council issues a final education, health and care plan",
    _MISSING,
    (
        Reading(
            "from_request",
            "the day the request for an assessment was received",
            Limit(20, Span.WEEKS),
            "The final plan is issued within 20 weeks of the request, unless an "
            "exception applies.",
            "regulation 13",
            Standing.LAW,
            ("send-2014",),
        ),
    ),
)


DESIGNATED_LEAD_TRAINING = Clock(
    "designated_lead_training",
    "A school's designated safeguarding lead is trained again",
    _SCHOOLS,
    (
        Reading(
            "from_training",
            "the day of the training before",
            Limit(24, Span.MONTHS),
            "The designated safeguarding lead's training is renewed every 2 years.",
            "on the role of the designated safeguarding lead",
            Standing.STATUTORY_GUIDANCE,
            KCSIE_ALL,
        ),
    ),
)

DESIGNATED_LEAD_UPDATE = Clock(
    "designated_lead_update",
    "A school's designated safeguarding lead is brought up to date",
    _SCHOOLS,
    (
        Reading(
            "from_update",
            "the day of the update before",
            Limit(12, Span.MONTHS),
            "Between trainings, knowledge is brought up to date at least yearly.",
            "on the role of the designated safeguarding lead",
            Standing.STATUTORY_GUIDANCE,
            KCSIE_ALL,
        ),
    ),
)

HEALTH_TRAINING = Clock(
    "health_safeguarding_training",
    "A health worker's safeguarding competence is refreshed",
    _SCHOOLS,
    (
        Reading(
            "from_training",
            "the day the level was reached or refreshed",
            Limit(36, Span.MONTHS),
            "The hours of the person's level are completed over every 3 years.",
            "levels 1 to 5",
            Standing.NATIONAL_GUIDANCE,
            ("intercollegiate-2019",),
        ),
    ),
)

MISSING_AND_SCHOOL_CLOCKS = (
    RETURN_INTERVIEW,
    CHILDREN_MISSING_EDUCATION,
    EHC_PLAN,
    DESIGNATED_LEAD_TRAINING,
    DESIGNATED_LEAD_UPDATE,
    HEALTH_TRAINING,
)
