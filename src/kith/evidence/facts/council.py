"""The council's own returns → facts: nearly column for column."""

from __future__ import annotations

from kith.evidence.facts.mapping import FeedMapping, Mapping
from kith.evidence.facts.police import TIMES_HELD


_EPISODE = {
    "missing_from": "t.missing_from",
    "returned_at": "t.returned_at",
    "returned_on": "CAST(t.returned_at AS DATE)",
    "missing_setting": "t.missing_setting",
}

MISSING_AND_RETURN_INTERVIEWS = FeedMapping(
    feed="missing_and_return_interviews",
    tells=(
        Mapping(
            "missing_episodes",
            "episodes",
            {
                **_EPISODE,
                "missing_on": "CAST(t.missing_from AS DATE)",
                "times_held": TIMES_HELD.format("t.missing_from"),
            },
        ),
        Mapping(
            "return_interviews",
            "episodes",
            {
                **_EPISODE,
                "offered": "t.interview_offered",
                "accepted": "t.interview_accepted",
                "offered_on": "t.interview_offered_on",
                "interviewed_on": "CAST(t.interviewed_at AS DATE)",
                "interviewed_at": "t.interviewed_at",
                "times_held": TIMES_HELD.format("t.returned_at")
                + " AND coalesce("
                + TIMES_HELD.format("t.interviewed_at")
                + ", true)",
            },
            "t.returned_at IS NOT NULL",
        ),
    ),
    numbers={"episodes": "child_id"},
    digests={},
)

STRATEGY_DISCUSSIONS = FeedMapping(
    feed="strategy_discussions",
    tells=(
        Mapping(
            "strategy_discussions",
            "strategy_discussions",
            {"held_on": "t.held_on", "led_to_enquiry": "t.led_to_enquiry"},
        ),
    ),
    numbers={"strategy_discussions": "child_id"},
    digests={},
)

EHC_PLANS = FeedMapping(
    feed="ehc_plans",
    tells=(
        Mapping(
            "ehc_plans",
            "ehc_plans",
            {
                "start_on": "t.start_on",
                "end_on": "t.end_on",
                "requested_on": "t.requested_on",
                "has_exception": "t.has_exception",
            },
        ),
    ),
    numbers={"ehc_plans": "child_id"},
    digests={},
)

HOME_EDUCATION = FeedMapping(
    feed="home_education",
    tells=(
        Mapping(
            "home_education",
            "home_education",
            {"start_on": "t.start_on", "end_on": "t.end_on"},
        ),
    ),
    numbers={"home_education": "child_id"},
    digests={},
)

EARLY_HELP = FeedMapping(
    feed="early_help",
    tells=(
        Mapping(
            "early_help",
            "early_help_episodes",
            {
                "start_on": "t.start_on",
                "end_on": "t.end_on",
                "lead_organisation": "t.lead_organisation",
                "closure_reason": "t.closure_reason",
            },
        ),
    ),
    numbers={"early_help_episodes": "child_id"},
    digests={},
)

LADO = FeedMapping(
    feed="lado",
    tells=(
        Mapping(
            "allegations",
            "contacts",
            {
                "case_key": "t.case_number",
                "received_on": "t.received_on",
                "contact_kind": "t.contact_kind",
                "sector": "t.sector",
                "category": "t.category",
                "outcome": "t.outcome",
            },
        ),
    ),
    numbers={},
    digests={"contacts": {"case_number": "case"}},
)

MAPPINGS = (
    MISSING_AND_RETURN_INTERVIEWS,
    STRATEGY_DISCUSSIONS,
    EHC_PLANS,
    HOME_EDUCATION,
    EARLY_HELP,
    LADO,
)
