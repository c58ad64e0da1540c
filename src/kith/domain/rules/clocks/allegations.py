"""Clocks of allegations against people who work with children (LADO).

Most are local targets or long-standing procedure, and say so: the shares of cases
concluded in one, three and twelve months are never shown as law.
"""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import KCSIE_ALL, LOCAL, WT_ALL


_TOPIC = "Allegations (LADO)"
_PROCEDURE = "long-standing procedure kept by many councils"
_HISTORIC = "a historic national expectation kept in many local reports"
_SURVIVES = (
    "Whether this expectation survives in current national guidance is not certain."
)
_OLDER_TEXT = (
    "Older wording of the guidance; that it stands in this edition should be confirmed."
)

LADO_REFERRAL = Clock(
    "lado_referral",
    "An employer or the police tell the council's designated officer",
    _TOPIC,
    (
        Reading(
            "from_awareness",
            "the day the employer or the police became aware of the allegation",
            Limit(1, Span.WORKING_DAYS),
            "The designated officer is told within 1 working day of an allegation "
            "coming to notice.",
            "on people in positions of trust",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
        Reading(
            "within_24_hours",
            "the time the employer or the police became aware of the allegation",
            Limit(24, Span.HOURS),
            "Some areas ask that the designated officer be told within 24 hours.",
            "published local procedures",
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)


def _local(
    name: str, title: str, reading: tuple[str, str], days: int, rule: str
) -> Clock:
    return Clock(
        name,
        title,
        _TOPIC,
        (
            Reading(
                *reading,
                Limit(days, Span.WORKING_DAYS),
                rule,
                _PROCEDURE,
                Standing.LOCAL,
                LOCAL,
            ),
        ),
    )


LADO_PROCEDURE = (
    _local(
        "lado_first_response",
        "The designated officer first responds",
        ("from_contact", "the day of the contact"),
        1,
        "The designated officer responds within 1 working day; a local target.",
    ),
    _local(
        "lado_employer_action",
        "The employer acts where there is no crime and no formal discipline",
        ("from_decision", "the day it was decided that neither is needed"),
        3,
        "Where neither a crime nor formal discipline is in question, the employer "
        "acts within 3 working days.",
    ),
    _local(
        "lado_hearing",
        "A disciplinary hearing where no further investigation is needed",
        ("from_decision", "the day it was decided to hold a hearing"),
        15,
        "Where no further investigation is needed, the hearing is held within "
        "15 working days.",
    ),
    _local(
        "lado_investigation_report",
        "The disciplinary investigator reports",
        ("from_appointment", "the day the investigator was appointed"),
        10,
        "The disciplinary investigator reports within 10 working days.",
    ),
    _local(
        "lado_hearing_decision",
        "The employer decides whether to hold a hearing",
        ("from_report", "the day of the investigator's report"),
        2,
        "Within 2 working days of the report it is decided whether to hold a hearing.",
    ),
    _local(
        "lado_hearing_after_investigation",
        "A disciplinary hearing after an investigation",
        ("from_decision", "the day it was decided to hold a hearing"),
        15,
        "The hearing is held within 15 working days of the decision to hold it.",
    ),
)


def _kcsie_review(name: str, starts: str, limit: Limit, rule: str) -> Reading:
    return Reading(
        name,
        starts,
        limit,
        rule,
        "part four, on reviewing a case",
        Standing.STATUTORY_GUIDANCE,
        KCSIE_ALL,
        _OLDER_TEXT,
    )


LADO_FIRST_REVIEW = Clock(
    "lado_first_review",
    "The first review of an allegation's progress",
    _TOPIC,
    (
        _kcsie_review(
            "from_initial_assessment",
            "the day of the initial assessment",
            Limit(4, Span.WEEKS),
            "The first review is held no later than 4 weeks after the initial "
            "assessment.",
        ),
    ),
)

LADO_LATER_REVIEW = Clock(
    "lado_later_review",
    "Each later review of an allegation's progress",
    _TOPIC,
    (
        _kcsie_review(
            "fortnightly",
            "the day of the review before",
            Limit(2, Span.WEEKS),
            "Later reviews are held fortnightly or monthly; this one fortnightly.",
        ),
        _kcsie_review(
            "monthly",
            "the day of the review before",
            Limit(1, Span.MONTHS),
            "Later reviews are held fortnightly or monthly; this one monthly.",
        ),
    ),
)


def _conclusion(name: str, months: int, share: str) -> Reading:
    period = "1 month" if months == 1 else f"{months} months"
    return Reading(
        name,
        "the day of the referral",
        Limit(months, Span.MONTHS),
        f"{share} concluded within {period}; a target, not law.",
        _HISTORIC,
        Standing.LOCAL,
        LOCAL,
        _SURVIVES,
    )


LADO_CONCLUSION = Clock(
    "lado_conclusion",
    "An allegation is concluded",
    _TOPIC,
    (
        _conclusion("one_month", 1, "80 per cent of cases are"),
        _conclusion("three_months", 3, "90 per cent of cases are"),
        _conclusion("twelve_months", 12, "All but exceptional cases are"),
    ),
)

OFSTED_EARLY_YEARS_NOTIFICATION = Clock(
    "ofsted_early_years_notification",
    "A registered early years provider tells Ofsted of an allegation",
    _TOPIC,
    (
        Reading(
            "from_allegation",
            "the day the allegation was made",
            Limit(14, Span.DAYS),
            "The provider tells Ofsted as soon as practicable, and within 14 days of "
            "the allegation at the latest.",
            "section 3, safeguarding and welfare requirements",
            Standing.LAW,
            ("eyfs",),
        ),
    ),
)

ALLEGATION_CLOCKS = (
    LADO_REFERRAL,
    *LADO_PROCEDURE,
    LADO_FIRST_REVIEW,
    LADO_LATER_REVIEW,
    LADO_CONCLUSION,
    OFSTED_EARLY_YEARS_NOTIFICATION,
)
