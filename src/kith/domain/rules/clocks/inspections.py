"""Clocks of inspections: notice before, and the action plan after."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing


_TOPIC = "Inspection"

JTAI_NOTICE = Clock(
    "jtai_notice",
    "Partners are told of a joint targeted area inspection",
    _TOPIC,
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
    _TOPIC,
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
    _TOPIC,
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


INSPECTION_CLOCKS = (
    JTAI_NOTICE,
    JTAI_ACTION_PLAN,
    ILACS_ACTION_PLAN,
)
