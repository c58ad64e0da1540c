"""Clocks of serious incidents, rapid reviews and local practice reviews.

None of them pauses for a criminal or a coroner's process: delay is explained to the
Panel and the Department, with dated reasons and a revised date.
"""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import (
    LOCAL,
    WT_2018,
    WT_ALL,
    WT_SINCE_2023,
)


_TOPIC = "Serious incidents and reviews"

_DAY_0 = (
    "Whether the 15 working days run from awareness or from notification differs "
    "between local procedures, so both are computed."
)

SERIOUS_INCIDENT_NOTIFICATION = Clock(
    "serious_incident_notification",
    "The council notifies the national Panel of a serious incident",
    _TOPIC,
    (
        Reading(
            "from_awareness",
            "the day the council became aware of the incident",
            Limit(5, Span.WORKING_DAYS),
            "The council notifies the Child Safeguarding Practice Review Panel, and "
            "tells the other partners, within 5 working days of becoming aware.",
            "on notifying serious incidents; Children Act 2004 s16C(1)",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

LOOKED_AFTER_DEATH_NOTIFICATION = Clock(
    "looked_after_death_notification",
    "The council notifies the death of a looked-after child, whatever the cause",
    _TOPIC,
    (
        Reading(
            "from_awareness",
            "the day the council became aware of the death",
            Limit(5, Span.WORKING_DAYS),
            "The council notifies the Secretary of State and Ofsted within 5 working "
            "days of becoming aware; on its own this starts no rapid review.",
            "on notifying the death of a looked-after child",
            Standing.STATUTORY_GUIDANCE,
            WT_2018,
            "The 2018 edition states the duty; that its 5 working days cover this "
            "notification should be confirmed.",
        ),
        Reading(
            "from_awareness",
            "the day the council became aware of the death",
            Limit(5, Span.WORKING_DAYS),
            "The council notifies the Secretary of State and Ofsted within 5 working "
            "days of becoming aware; on its own this starts no rapid review.",
            "chapter 5, on notifying the death of a looked-after child",
            Standing.STATUTORY_GUIDANCE,
            WT_SINCE_2023,
        ),
    ),
)

CARE_LEAVER_DEATH_NOTIFICATION = Clock(
    "care_leaver_death_notification",
    "The council notifies the death of a care leaver up to and including age 24",
    _TOPIC,
    (
        Reading(
            "from_awareness",
            "the day the council became aware of the death",
            Limit(5, Span.WORKING_DAYS),
            "The council is expected to notify the Department and Ofsted of the death "
            "of a care leaver up to and including age 24, counted here as within "
            "5 working days of becoming aware; on its own this starts no rapid review.",
            "chapter 5, on notifying the death of a care leaver",
            Standing.NATIONAL_GUIDANCE,
            WT_SINCE_2023,
            "An expectation without force of law; that the 5 working days apply to "
            "it should be confirmed.",
        ),
    ),
)

RAPID_REVIEW = Clock(
    "rapid_review",
    "The partners complete a rapid review and send it to the Panel",
    _TOPIC,
    (
        Reading(
            "from_awareness",
            "the day the council became aware of the incident",
            Limit(15, Span.WORKING_DAYS),
            "The rapid review is complete and with the Panel within 15 working days "
            "of the council becoming aware of the incident.",
            "on rapid reviews, with the Panel's guidance for safeguarding partners",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
            _DAY_0,
        ),
        Reading(
            "from_notification",
            "the day the council notified the Panel",
            Limit(15, Span.WORKING_DAYS),
            "The rapid review is complete and with the Panel within 15 working days "
            "of the notification.",
            "on rapid reviews, with the Panel's guidance for safeguarding partners",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
            _DAY_0,
        ),
    ),
)

RAPID_REVIEW_SUMMARIES = Clock(
    "rapid_review_summaries",
    "Agencies return their summaries for a rapid review",
    _TOPIC,
    (
        Reading(
            "from_request",
            "the day summaries were asked for",
            Limit(10, Span.WORKING_DAYS),
            "Agencies' summaries are returned and read by the panel by day 10.",
            "the working timeline of one area",
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)

RAPID_REVIEW_SIGN_OFF = Clock(
    "rapid_review_sign_off",
    "The partners' leads agree the rapid review before it is sent",
    _TOPIC,
    (
        Reading(
            "from_request",
            "the day summaries were asked for",
            Limit(14, Span.WORKING_DAYS),
            "The leads of the three partners meet on day 14, the day before sending.",
            "the working timeline of one area",
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)

PANEL_REPLY = Clock(
    "panel_reply",
    "The Panel replies to a rapid review",
    _TOPIC,
    (
        Reading(
            "from_sending",
            "the day the rapid review was sent",
            Limit(10, Span.DAYS),
            "No limit is set for the Panel; one area expects a reply in about 10 days.",
            "the expectation of one area",
            Standing.LOCAL,
            LOCAL,
            "One area's expectation; whether it means working days is not stated.",
        ),
    ),
)

LOCAL_REVIEW_PUBLICATION = Clock(
    "local_review_publication",
    "The partners publish a local child safeguarding practice review",
    _TOPIC,
    (
        Reading(
            "from_decision",
            "the day the partners decided to start the review",
            Limit(6, Span.MONTHS),
            "The review is published no later than 6 months after the decision to "
            "start it; delay is explained to the Panel and the Secretary of State.",
            "on publishing local reviews, with the review regulations 2018",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

FULL_REPORT_TO_PANEL = Clock(
    "full_report_to_panel",
    "The full report goes to the Panel and the Secretary of State before publication",
    _TOPIC,
    (
        Reading(
            "before_publication",
            "the day the report will be published",
            Limit(7, Span.WORKING_DAYS, backwards=True),
            "The full report is with the Panel and the Secretary of State at least "
            "7 working days before publication; the due date is the last such day.",
            "on publishing local reviews, with the review regulations 2018",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

REPORT_KEPT_PUBLIC = Clock(
    "report_kept_public",
    "The published review stays public",
    _TOPIC,
    (
        Reading(
            "from_publication",
            "the day the report was published",
            Limit(12, Span.MONTHS),
            "The report stays public for at least one year; the due date is the "
            "first day on which it may be taken down.",
            "on publishing local reviews",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

REVIEW_CLOCKS = (
    SERIOUS_INCIDENT_NOTIFICATION,
    LOOKED_AFTER_DEATH_NOTIFICATION,
    CARE_LEAVER_DEATH_NOTIFICATION,
    RAPID_REVIEW,
    RAPID_REVIEW_SUMMARIES,
    RAPID_REVIEW_SIGN_OFF,
    PANEL_REPLY,
    LOCAL_REVIEW_PUBLICATION,
    FULL_REPORT_TO_PANEL,
    REPORT_KEPT_PUBLIC,
)
