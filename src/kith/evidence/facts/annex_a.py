"""Annex A → facts. Lists 1 to 5 hold six months; 6 to 9 also what is still open.

Readings, where the list says less than the fact:

* an assessment ends when it is authorised;
* list 5 dates its enquiry by the strategy discussion that started it, and tells the
  conference on the same row;
* list 7 tells only the latest review of a plan, list 8 only the latest placement;
* list 9 says who was served in the days it reports, so the spell is those days.

Lists 10 and 11 are read and accounted for; no measure is made from them.
"""

from __future__ import annotations

from kith.evidence.facts.mapping import FeedMapping, Mapping


IN_TOUCH = (
    "CASE {0} WHEN 'YES' THEN true WHEN 'NO' THEN false WHEN 'REFU' THEN false END"
)
"""Died, no longer required and returned home say nothing about being in touch."""

_TELLS = (
    Mapping(
        "contacts",
        "list_1",
        {"contact_on": "t.contact_on", "source_code": "t.contact_source"},
        "t.contact_on IS NOT NULL",
    ),
    Mapping(
        "early_help_assessments",
        "list_2",
        {
            "start_on": "t.start_on",
            "end_on": "t.end_on",
            "lead_organisation": "t.organisation",
        },
        "t.start_on IS NOT NULL",
    ),
    Mapping(
        "referrals",
        "list_3",
        {
            "referred_on": "t.referred_on",
            "source_code": "t.source_code",
            "no_further_action": "t.no_further_action",
        },
        "t.referred_on IS NOT NULL",
    ),
    Mapping(
        "assessments",
        "list_4",
        {
            "start_on": "t.start_on",
            "end_on": "t.authorised_on",
            "support_required": "t.support_required",
        },
        "t.start_on IS NOT NULL",
    ),
    Mapping(
        "strategy_discussions",
        "list_5",
        {"held_on": "t.strategy_discussion_on", "led_to_enquiry": "true"},
        "t.strategy_discussion_on IS NOT NULL",
    ),
    Mapping(
        "section_47",
        "list_5",
        {
            "started_on": "t.strategy_discussion_on",
            "strategy_discussion_on": "t.strategy_discussion_on",
            "conference_unnecessary": "t.conference_unnecessary",
            "conference_on": "t.conference_on",
        },
        "t.strategy_discussion_on IS NOT NULL",
    ),
    Mapping(
        "conferences",
        "list_5",
        {
            "held_on": "t.conference_on",
            "section_47_started_on": "t.strategy_discussion_on",
            "strategy_discussion_on": "t.strategy_discussion_on",
            "led_to_plan": "t.led_to_plan",
        },
        "t.conference_on IS NOT NULL",
    ),
    Mapping(
        "need_episodes",
        "list_6",
        {
            "start_on": "t.start_on",
            "end_on": "t.closed_on",
            "primary_need": "t.primary_need",
            "closure_reason": "t.closure_reason",
            "case_status": "t.case_status",
        },
        "t.start_on IS NOT NULL",
    ),
    Mapping(
        "need_plans",
        "list_6",
        {"start_on": "t.start_on", "end_on": "t.closed_on"},
        "t.start_on IS NOT NULL AND t.case_status = 'need_plan'",
    ),
    Mapping(
        "protection_plans",
        "list_7",
        {
            "start_on": "t.start_on",
            "end_on": "t.end_on",
            "initial_category": "t.initial_category",
            "latest_category": "t.latest_category",
            "previous_plans": "t.previous_plans",
        },
        "t.start_on IS NOT NULL",
    ),
    Mapping(
        "plan_reviews",
        "list_7",
        {"held_on": "t.latest_review_on"},
        "t.latest_review_on IS NOT NULL",
    ),
    Mapping(
        "care_spells",
        "list_8",
        {
            "start_on": "t.start_on",
            "end_on": "t.ceased_on",
            "legal_status": "t.legal_status",
            "primary_need": "t.primary_need",
            "ceased_reason": "t.ceased_reason",
            "is_unaccompanied": "t.is_unaccompanied",
        },
        "t.start_on IS NOT NULL",
    ),
    Mapping(
        "placements",
        "list_8",
        {
            "start_on": "t.placement_from",
            "end_on": "t.ceased_on",
            "placement_type": "t.placement_type",
            "provider": "t.placement_provider",
        },
        "t.placement_from IS NOT NULL",
    ),
    Mapping(
        "care_leavers",
        "list_9",
        {
            "start_on": "h.first",
            "end_on": "h.last",
            "eligibility": "t.eligibility",
            "in_touch": IN_TOUCH.format("t.in_touch"),
            "accommodation_suitable": "t.accommodation_suitable",
        },
    ),
)

MAPPING = FeedMapping(
    feed="annex_a",
    tells=_TELLS,
    numbers={f"list_{number}": "child_id" for number in range(1, 11)},
    digests={},
)
