"""Clocks of the partnership itself: inspections, yearly report, audits, information."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import (
    Clock,
    Limit,
    MovedToWorkingDay,
    Reading,
    Span,
    Standing,
    YearlyDate,
)
from kith.domain.rules.clocks.editions import LOCAL, WT_2018, WT_ALL, WT_SINCE_2023
from kith.domain.rules.working_days import ANY_PART_OF_UK, ENGLAND


_INSPECTION = "Inspection"
_REPORT = "Yearly report"
_AUDIT = "Audit and challenge"
_INFORMATION = "Information rights"
_OWN_STEP = "a step partnerships set themselves to meet the publication date"

JTAI_NOTICE = Clock(
    "jtai_notice",
    "Partners are told of a joint targeted area inspection",
    _INSPECTION,
    (
        Reading(
            "before_fieldwork",
            "the first day of fieldwork",
            Limit(10, Span.WORKING_DAYS, backwards=True),
            "Notice is given 10 working days before fieldwork.",
            "on notice of the inspection",
            Standing.NATIONAL_GUIDANCE,
            ("jtai",),
        ),
    ),
)

JTAI_ACTION_PLAN = Clock(
    "jtai_action_plan",
    "The partners return a written statement of proposed action after a JTAI",
    _INSPECTION,
    (
        Reading(
            "from_letter",
            "the day the inspection letter was published",
            Limit(70, Span.WORKING_DAYS),
            "The written statement of proposed action is returned within 70 working "
            "days of the letter.",
            "on the written statement of proposed action; Children Act 2004 s20",
            Standing.LAW,
            ("jtai",),
        ),
    ),
)

ILACS_ACTION_PLAN = Clock(
    "ilacs_action_plan",
    "The council returns its action plan after an inspection of its services",
    _INSPECTION,
    (
        Reading(
            "from_report",
            "the day the inspection report was received",
            Limit(70, Span.WORKING_DAYS),
            "The council sends its action plan within 70 working days of the report.",
            "on the statement of proposed action; Education and Inspections Act 2006 "
            "s137",
            Standing.LAW,
            ("ilacs",),
        ),
    ),
)

ANNUAL_REPORT_DRAFT = Clock(
    "annual_report_draft",
    "A full draft of the yearly report is written",
    _REPORT,
    (
        Reading(
            "from_period_end",
            "the last day of the report's period",
            Limit(30, Span.DAYS),
            "A full draft is ready within 30 days of the period's end.",
            _OWN_STEP,
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)

ANNUAL_REPORT_SIGNATURES = Clock(
    "annual_report_signatures",
    "The three lead safeguarding partners sign the yearly report",
    _REPORT,
    (
        Reading(
            "from_period_end",
            "the last day of the report's period",
            Limit(90, Span.DAYS),
            "The three lead partners have signed within 90 days of the period's end.",
            _OWN_STEP,
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)

ANNUAL_REPORT_PUBLICATION = Clock(
    "annual_report_publication",
    "The yearly report is published",
    _REPORT,
    (
        Reading(
            "from_previous_report",
            "the day the report before was published",
            Limit(12, Span.MONTHS),
            "A report is published at least once in every 12 months.",
            "chapter 3, on the yearly report; Children Act 2004 s16G",
            Standing.LAW,
            WT_2018,
        ),
        Reading(
            "from_period_end",
            "the last day of the report's period",
            YearlyDate(9, 30, "30 September"),
            "The report on a year from April to March is published by the end of "
            "September.",
            "chapter 2, on the yearly report; Children Act 2004 s16G",
            Standing.STATUTORY_GUIDANCE,
            WT_SINCE_2023,
        ),
    ),
)

ANNUAL_REPORT_COPIES = Clock(
    "annual_report_copies",
    "The yearly report is copied to the Panel and to Foundations",
    _REPORT,
    (
        Reading(
            "from_publication",
            "the day the report was published",
            Limit(7, Span.DAYS),
            "A copy goes to the Panel and to the What Works Centre (Foundations) "
            "within 7 days of publication.",
            "on the yearly report",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)

SECTION_11_AUDIT = Clock(
    "section_11_audit",
    "Agencies answer the section 11 audit again",
    _AUDIT,
    (
        Reading(
            "yearly",
            "the day the audit before closed",
            Limit(12, Span.MONTHS),
            "Some partnerships audit every year.",
            "published local cycles; Children Act 2004 s11 sets the duty, no cycle",
            Standing.LOCAL,
            LOCAL,
        ),
        Reading(
            "every_two_years",
            "the day the audit before closed",
            Limit(24, Span.MONTHS),
            "Some partnerships audit every two years.",
            "published local cycles; Children Act 2004 s11 sets the duty, no cycle",
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)


def _rung(name: str, days: int) -> Reading:
    return Reading(
        name,
        "the day the disagreement reached this rung",
        Limit(days, Span.WORKING_DAYS),
        "Each rung of the escalation ladder has a local limit, commonly 1 to 5 "
        f"working days; this one {days}.",
        "published local procedures",
        Standing.LOCAL,
        LOCAL,
        "Limits differ by area and by rung; take the area's own procedure.",
    )


DISAGREEMENT_ESCALATION = Clock(
    "disagreement_escalation",
    "A professional disagreement moves up one rung",
    _AUDIT,
    (_rung("shortest", 1), _rung("longest", 5)),
)

FREEDOM_OF_INFORMATION = Clock(
    "freedom_of_information",
    "A request for information is answered",
    _INFORMATION,
    (
        Reading(
            "from_receipt",
            "the day the request was received",
            Limit(20, Span.WORKING_DAYS, calendar=ANY_PART_OF_UK),
            "The request is answered promptly and no later than the 20th working day "
            "after receipt; a bank holiday in any part of the United Kingdom is no "
            "working day.",
            "s10",
            Standing.LAW,
            ("foi-2000",),
        ),
    ),
)

_SUBJECT_ACCESS = "UK GDPR article 12(3); Data Protection Act 2018"

SUBJECT_ACCESS = Clock(
    "subject_access",
    "A person is given a copy of their own data",
    _INFORMATION,
    (
        Reading(
            "one_month",
            "the day the request was received",
            Limit(1, Span.MONTHS),
            "The request is answered within one month of receipt.",
            _SUBJECT_ACCESS,
            Standing.LAW,
            ("ico",),
        ),
        Reading(
            "one_month_to_working_day",
            "the day the request was received",
            MovedToWorkingDay(1, ENGLAND),
            "One month from receipt; where it ends on a weekend or bank holiday, the "
            "Commissioner's guidance lets it run to the next working day.",
            "the Commissioner's guidance on time limits",
            Standing.NATIONAL_GUIDANCE,
            ("ico",),
        ),
    ),
)

DATA_BREACH = Clock(
    "data_breach",
    "A personal data breach is reported to the Information Commissioner",
    _INFORMATION,
    (
        Reading(
            "from_awareness",
            "the time the controller became aware of the breach",
            Limit(72, Span.HOURS),
            "The breach is reported without undue delay and within 72 clock hours of "
            "becoming aware; nights, weekends and holidays count.",
            "UK GDPR article 33",
            Standing.LAW,
            ("ico",),
        ),
    ),
)

PARTNERSHIP_CLOCKS = (
    JTAI_NOTICE,
    JTAI_ACTION_PLAN,
    ILACS_ACTION_PLAN,
    ANNUAL_REPORT_DRAFT,
    ANNUAL_REPORT_SIGNATURES,
    ANNUAL_REPORT_PUBLICATION,
    ANNUAL_REPORT_COPIES,
    SECTION_11_AUDIT,
    DISAGREEMENT_ESCALATION,
    FREEDOM_OF_INFORMATION,
    SUBJECT_ACCESS,
    DATA_BREACH,
)
