"""Section 47 enquiries, conferences, protection plans and missing episodes."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import FeedColumn
from kith.contracts.feeds.national_codes import ABUSE, ABUSE_CODES
from kith.contracts.feeds.ssd.columns import (
    code,
    day,
    flag,
    link,
    own_id,
    person,
    table,
    text,
)


S47_ENQUIRY = table(
    "s47_enquiry",
    "enquiries under section 47",
    own_id("s47e_s47_enquiry_id"),
    link("s47e_referral_id", "the referral: cine_referral_id"),
    person("s47e_person_id"),
    day("s47e_s47_start_date", "day it began", required=True),
    day("s47e_s47_end_date", "day it ended"),
    flag("s47e_s47_nfa", "outcome: no further action"),
    facts=("section_47",),
    left_out=(
        "s47e_s47_outcome_json",
        "s47e_s47_completed_by_worker_id",
        "s47e_s47_completed_by_team",
    ),
)

INITIAL_CP_CONFERENCE = table(
    "initial_cp_conference",
    "initial child protection conferences",
    own_id("icpc_icpc_id"),
    link("icpc_icpc_meeting_id", "the meeting, shared by brothers and sisters"),
    link("icpc_s47_enquiry_id", "its enquiry: s47e_s47_enquiry_id"),
    person("icpc_person_id"),
    link("icpc_cp_plan_id", "its plan: cppl_cp_plan_id"),
    link("icpc_referral_id", "the referral: cine_referral_id"),
    flag("icpc_icpc_transfer_in", "the plan came from another council"),
    day("icpc_icpc_target_date", "day it was due"),
    # A conference that is arranged and not yet held has no date.
    day("icpc_icpc_date", "day it was held"),
    flag("icpc_icpc_outcome_cp_flag", "a protection plan followed"),
    facts=("conferences",),
    left_out=("icpc_icpc_outcome_json", "icpc_icpc_team", "icpc_icpc_worker_id"),
)

CP_PLANS = table(
    "cp_plans",
    "child protection plans",
    own_id("cppl_cp_plan_id"),
    link("cppl_referral_id", "the referral: cine_referral_id"),
    link("cppl_icpc_id", "its conference: icpc_icpc_id"),
    person("cppl_person_id"),
    day("cppl_cp_plan_start_date", "day it began", required=True),
    day("cppl_cp_plan_end_date", "day it ended; empty while open"),
    flag("cppl_cp_plan_ola", "the plan is another council's"),
    code("cppl_cp_plan_initial_category", "when it began", ABUSE_CODES, ABUSE),
    code("cppl_cp_plan_latest_category", "latest category", ABUSE_CODES, ABUSE),
    facts=("protection_plans",),
)

CP_REVIEWS = table(
    "cp_reviews",
    "reviews of protection plans",
    own_id("cppr_cp_review_id"),
    person("cppr_person_id"),
    link("cppr_cp_plan_id", "its plan: cppl_cp_plan_id"),
    day("cppr_cp_review_due", "day it was due"),
    # A review that is arranged and not yet held has no date.
    day("cppr_cp_review_date", "day it was held"),
    link("cppr_cp_review_meeting_id", "the meeting"),
    flag("cppr_cp_review_outcome_continue_cp", "the plan goes on"),
    flag("cppr_cp_review_quorate", "enough agencies were there"),
    text("cppr_cp_review_participation", "how the child took part"),
    facts=("plan_reviews",),
)

MISSING = table(
    "missing",
    "missing and absent episodes of looked-after children",
    own_id("miss_table_id"),
    person("miss_person_id"),
    FeedColumn(
        "miss_missing_episode_start_date", T.DATETIME, "moment it began", required=True
    ),
    code(
        "miss_missing_episode_type",
        "missing or absent",
        ("M", "A"),
        (("missing", "M"), ("absent", "A"), ("away without authorisation", "A")),
    ),
    FeedColumn(
        "miss_missing_episode_end_date",
        T.DATETIME,
        "moment of return; empty while missing",
    ),
    flag("miss_missing_rhi_offered", "a return interview was offered"),
    flag("miss_missing_rhi_accepted", "the child accepted it"),
    facts=("missing_episodes", "return_interviews"),
)

TABLES = (S47_ENQUIRY, INITIAL_CP_CONFERENCE, CP_PLANS, CP_REVIEWS, MISSING)
