"""Clocks of audit and challenge between agencies; all of them local."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import LOCAL


_TOPIC = "Audit and challenge"

SECTION_11_AUDIT = Clock(
    "section_11_audit",
    "Agencies answer the section 11 audit again",
    _TOPIC,
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
    _TOPIC,
    (_rung("shortest", 1), _rung("longest", 5)),
)


AUDIT_CLOCKS = (
    SECTION_11_AUDIT,
    DISAGREEMENT_ESCALATION,
)
