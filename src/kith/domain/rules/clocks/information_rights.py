"""Clocks of freedom of information, subject access and data breaches."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import (
    Clock,
    Limit,
    MovedToWorkingDay,
    Reading,
    Span,
    Standing,
)
from kith.domain.rules.working_days import ANY_PART_OF_UK, ENGLAND


_TOPIC = "Information rights"
_SUBJECT_ACCESS = "UK GDPR article 12(3); Data Protection Act 2018"

FREEDOM_OF_INFORMATION = Clock(
    "freedom_of_information",
    "A request for information is answered",
    _TOPIC,
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


SUBJECT_ACCESS = Clock(
    "subject_access",
    "A person is given a copy of their own data",
    _TOPIC,
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
    _TOPIC,
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


INFORMATION_CLOCKS = (
    FREEDOM_OF_INFORMATION,
    SUBJECT_ACCESS,
    DATA_BREACH,
)
