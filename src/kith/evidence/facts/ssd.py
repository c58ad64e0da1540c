"""The Standard Safeguarding Dataset → facts.

Who a child is stands in ``person`` alone; the other tables hold the number. Readings:

* a referral that ended without further action opened no case, so it tells a referral
  and no need episode;
* a period of care is the run of episodes since the child entered care. It ends with
  its last episode, unless that ended with X1 (another episode follows at once);
* an absence ("A": away from placement without leave) is not a missing episode;
* plans that another authority holds (``cppl_cp_plan_ola``) are not this council's;
* an EHC plan's child is found through its assessment, request and ``send``; where
  those tables are not sent the plan stands for a child of its own.
"""

from __future__ import annotations

from kith.evidence.facts.annex_a import IN_TOUCH
from kith.evidence.facts.mapping import FeedMapping, Mapping
from kith.evidence.facts.police import TIMES_HELD


_NEXT_EPISODE_FOLLOWS = "X1"

_MISSING = "t.miss_missing_episode_type IS DISTINCT FROM 'A'"

_FRONT_DOOR = (
    Mapping(
        "contacts",
        "contacts",
        {
            "contact_on": "t.cont_contact_date",
            "source_code": "t.cont_contact_source_code",
        },
        "t.cont_contact_date IS NOT NULL",
    ),
    Mapping(
        "referrals",
        "cin_episodes",
        {
            "referred_on": "t.cine_referral_date",
            "source_code": "t.cine_referral_source_code",
            "no_further_action": "t.cine_referral_nfa",
        },
        "t.cine_referral_date IS NOT NULL",
    ),
    Mapping(
        "need_episodes",
        "cin_episodes",
        {
            "start_on": "t.cine_referral_date",
            "end_on": "t.cine_close_date",
            "primary_need": "t.cine_cin_primary_need_code",
            "closure_reason": "t.cine_close_reason",
        },
        "t.cine_referral_date IS NOT NULL AND t.cine_referral_nfa IS NOT TRUE",
    ),
    Mapping(
        "assessments",
        "cin_assessments",
        {
            "start_on": "t.cina_assessment_start_date",
            "end_on": "t.cina_assessment_auth_date",
            "referred_on": "e.referred_on",
            "support_required": "NOT t.cina_assessment_outcome_nfa",
        },
        "t.cina_assessment_start_date IS NOT NULL",
        rows="""cin_assessments AS t LEFT JOIN (
            SELECT cine_referral_id, min(cine_referral_date) AS referred_on
            FROM cin_episodes GROUP BY ALL
        ) AS e ON t.cina_referral_id = e.cine_referral_id""",
    ),
    Mapping(
        "need_plans",
        "cin_plans",
        {
            "start_on": "t.cinp_cin_plan_start_date",
            "end_on": "t.cinp_cin_plan_end_date",
        },
        "t.cinp_cin_plan_start_date IS NOT NULL",
    ),
)

_PROTECTION = (
    Mapping(
        "section_47",
        "s47_enquiry",
        {
            "started_on": "t.s47e_s47_start_date",
            "ended_on": "t.s47e_s47_end_date",
            "conference_unnecessary": "CASE WHEN t.s47e_s47_nfa THEN true END",
            "conference_on": "c.held_on",
        },
        "t.s47e_s47_start_date IS NOT NULL",
        rows="""s47_enquiry AS t LEFT JOIN (
            SELECT icpc_s47_enquiry_id, min(icpc_icpc_date) AS held_on
            FROM initial_cp_conference GROUP BY ALL
        ) AS c ON t.s47e_s47_enquiry_id = c.icpc_s47_enquiry_id""",
    ),
    Mapping(
        "conferences",
        "initial_cp_conference",
        {
            "held_on": "t.icpc_icpc_date",
            "is_transfer_in": "t.icpc_icpc_transfer_in",
            "section_47_started_on": "s.started_on",
            "led_to_plan": "t.icpc_icpc_outcome_cp_flag",
        },
        "t.icpc_icpc_date IS NOT NULL",
        rows="""initial_cp_conference AS t LEFT JOIN (
            SELECT s47e_s47_enquiry_id, min(s47e_s47_start_date) AS started_on
            FROM s47_enquiry GROUP BY ALL
        ) AS s ON t.icpc_s47_enquiry_id = s.s47e_s47_enquiry_id""",
    ),
    Mapping(
        "protection_plans",
        "cp_plans",
        {
            "start_on": "t.cppl_cp_plan_start_date",
            "end_on": "t.cppl_cp_plan_end_date",
            "initial_category": "t.cppl_cp_plan_initial_category",
            "latest_category": "t.cppl_cp_plan_latest_category",
        },
        "t.cppl_cp_plan_start_date IS NOT NULL AND t.cppl_cp_plan_ola IS NOT TRUE",
    ),
    Mapping(
        "plan_reviews",
        "cp_reviews",
        {"held_on": "t.cppr_cp_review_date", "due_on": "t.cppr_cp_review_due"},
        "t.cppr_cp_review_date IS NOT NULL",
    ),
)

_CARE = (
    Mapping(
        "care_spells",
        "cla_episodes",
        {
            "start_on": "t.entered_on",
            "end_on": f"""CASE WHEN t.clae_cla_episode_ceased_reason
                IS DISTINCT FROM '{_NEXT_EPISODE_FOLLOWS}'
                THEN t.clae_cla_episode_ceased_date END""",
            "primary_need": "t.clae_cla_primary_need_code",
            "ceased_reason": "t.clae_cla_episode_ceased_reason",
        },
        "t.entered_on IS NOT NULL",
        rows="""(
            SELECT *, coalesce(
                clae_entered_care_date, clae_cla_episode_start_date
            ) AS entered_on
            FROM cla_episodes
            QUALIFY row_number() OVER (
                PARTITION BY area, child, entered_on
                ORDER BY clae_cla_episode_start_date DESC NULLS LAST,
                    source_file DESC, source_sheet DESC, source_row DESC
            ) = 1
        ) AS t""",
    ),
    Mapping(
        "placements",
        "cla_placement",
        {
            "start_on": "t.clap_cla_placement_start_date",
            "end_on": "t.clap_cla_placement_end_date",
            "placement_type": "t.clap_cla_placement_type",
            "provider": "t.clap_cla_placement_provider",
        },
        "t.clap_cla_placement_start_date IS NOT NULL",
    ),
    Mapping(
        "care_leavers",
        "care_leavers",
        {
            "start_on": "h.first",
            "end_on": "h.last",
            "eligibility": "t.clea_care_leaver_eligibility",
            "in_touch": IN_TOUCH.format("t.clea_care_leaver_in_touch"),
            "accommodation_suitable": "t.clea_care_leaver_accom_suitable",
        },
    ),
    Mapping(
        "missing_episodes",
        "missing",
        {
            "missing_on": "CAST(t.miss_missing_episode_start_date AS DATE)",
            "missing_from": "t.miss_missing_episode_start_date",
            "returned_at": "t.miss_missing_episode_end_date",
            "returned_on": "CAST(t.miss_missing_episode_end_date AS DATE)",
            "times_held": TIMES_HELD.format("t.miss_missing_episode_start_date"),
        },
        _MISSING,
    ),
    Mapping(
        "return_interviews",
        "missing",
        {
            "missing_from": "t.miss_missing_episode_start_date",
            "returned_on": "CAST(t.miss_missing_episode_end_date AS DATE)",
            "returned_at": "t.miss_missing_episode_end_date",
            "offered": "t.miss_missing_rhi_offered",
            "accepted": "t.miss_missing_rhi_accepted",
            # The dataset holds no time of an interview.
            "times_held": "false",
        },
        f"{_MISSING} AND t.miss_missing_episode_end_date IS NOT NULL",
    ),
)

_OTHERS = (
    Mapping(
        "people",
        "person",
        {"died_on": "t.pers_death_date"},
    ),
    Mapping(
        "early_help",
        "early_help_episodes",
        {
            "start_on": "t.earl_episode_start_date",
            "end_on": "t.earl_episode_end_date",
            "lead_organisation": "t.earl_episode_organisation",
        },
        "t.earl_episode_start_date IS NOT NULL",
    ),
    Mapping(
        "ehc_plans",
        "ehcp_named_plan",
        {
            "start_on": "t.ehcn_named_plan_start_date",
            "end_on": "t.ehcn_named_plan_ceased_date",
            "requested_on": "r.requested_on",
            "has_exception": "a.has_exception",
        },
        "t.ehcn_named_plan_start_date IS NOT NULL",
        rows="""ehcp_named_plan AS t
            LEFT JOIN (
                SELECT ehca_ehcp_assessment_id AS id,
                    min(ehca_ehcp_request_id) AS request,
                    bool_or(ehca_ehcp_assessment_exceptions) AS has_exception
                FROM ehcp_assessment GROUP BY id
            ) AS a ON t.ehcn_ehcp_asmt_id = a.id
            LEFT JOIN (
                SELECT ehcr_ehcp_request_id AS id,
                    min(ehcr_ehcp_req_date) AS requested_on,
                    min(ehcr_send_table_id) AS send
                FROM ehcp_requests GROUP BY id
            ) AS r ON a.request = r.id
            LEFT JOIN (
                SELECT send_table_id AS id, min(child) AS child
                FROM send GROUP BY id
            ) AS s ON r.send = s.id""",
        child="coalesce(s.child, t.ehcn_named_plan_id)",
    ),
)

MAPPING = FeedMapping(
    feed="ssd",
    tells=(*_FRONT_DOOR, *_PROTECTION, *_CARE, *_OTHERS),
    numbers={
        "person": "pers_person_id",
        "contacts": "cont_person_id",
        "cin_episodes": "cine_person_id",
        "cin_assessments": "cina_person_id",
        "cin_plans": "cinp_person_id",
        "s47_enquiry": "s47e_person_id",
        "initial_cp_conference": "icpc_person_id",
        "cp_plans": "cppl_person_id",
        "cp_reviews": "cppr_person_id",
        "cla_episodes": "clae_person_id",
        "cla_placement": "clap_person_id",
        "care_leavers": "clea_person_id",
        "early_help_episodes": "earl_person_id",
        "missing": "miss_person_id",
        "send": "send_person_id",
    },
    digests={"ehcp_named_plan": {"ehcn_named_plan_id": "plan"}},
    person={
        "person": {
            "sex": "t.pers_sex",
            "ethnicity_code": "t.pers_ethnicity",
            "born_on": "coalesce(t.pers_dob, t.pers_expected_dob)",
        }
    },
)
