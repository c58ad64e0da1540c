"""The person, and children's social care up to the end of a need episode."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import ETHNICITY_VALUES, SEX_VALUES, FeedColumn
from kith.contracts.feeds.national_codes import (
    CLOSURE_CODES,
    CLOSURES,
    NEED_CODES,
    NEEDS,
    SOURCE_CODES,
    SOURCES,
)
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
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES
from kith.domain.vocabulary.sex import Sex


PERSON = table(
    "person",
    "one row for each child or young person",
    own_id("pers_person_id", "the council's own number for the child"),
    code("pers_sex", "recorded sex", tuple(Sex), SEX_VALUES),
    text("pers_gender", "gender, as recorded"),
    code("pers_ethnicity", "national code", tuple(ETHNIC_CODES), ETHNICITY_VALUES),
    FeedColumn("pers_dob", T.DATE, "date of birth", personal=True),
    FeedColumn(
        "pers_expected_dob",
        T.DATE,
        "expected date, for a child not yet born",
        personal=True,
        may_be_absent=True,
    ),
    FeedColumn(
        "pers_death_date", T.DATE, "day of death", personal=True, may_be_absent=True
    ),
    flag("pers_send_flag", "has an EHC plan"),
    flag("pers_is_mother", "is a mother"),
    facts=("people",),
    left_out=(
        "pers_forename",
        "pers_surname",
        "pers_common_child_id",
        "pers_legacy_id",
        "pers_upn_unknown",
        "pers_nationality",
    ),
)

CONTACTS = table(
    "contacts",
    "contacts to the front door",
    own_id("cont_contact_id"),
    person("cont_person_id"),
    day("cont_contact_date", "date of contact", required=True),
    code("cont_contact_source_code", "who made it", SOURCE_CODES, SOURCES),
    text("cont_contact_source_desc", "who made it, in words"),
    facts=("contacts",),
    left_out=("cont_contact_outcome_json",),
)

EARLY_HELP = table(
    "early_help_episodes",
    "early help episodes",
    own_id("earl_episode_id"),
    person("earl_person_id"),
    day("earl_episode_start_date", "first day", required=True),
    day("earl_episode_end_date", "day it ended; empty while open"),
    text("earl_episode_reason", "why it began"),
    text("earl_episode_end_reason", "why it ended"),
    text("earl_episode_organisation", "who leads"),
    facts=("early_help",),
    left_out=("earl_episode_worker_id",),
)

CIN_EPISODES = table(
    "cin_episodes",
    "referrals, and the need episodes they began",
    own_id("cine_referral_id"),
    person("cine_person_id"),
    day("cine_referral_date", "date of referral", required=True),
    code("cine_cin_primary_need_code", "main need", NEED_CODES, NEEDS),
    code("cine_referral_source_code", "who made it", SOURCE_CODES, SOURCES),
    text("cine_referral_source_desc", "who made it, in words"),
    flag("cine_referral_nfa", "ended without further action"),
    code("cine_close_reason", "why the case closed", CLOSURE_CODES, CLOSURES),
    day("cine_close_date", "day the case closed; empty while open"),
    facts=("referrals", "need_episodes"),
    left_out=(
        "cine_referral_outcome_json",
        "cine_referral_team",
        "cine_referral_worker_id",
    ),
)

CIN_ASSESSMENTS = table(
    "cin_assessments",
    "assessments under section 17",
    own_id("cina_assessment_id"),
    person("cina_person_id"),
    link("cina_referral_id", "the referral: cine_referral_id"),
    day("cina_assessment_start_date", "day it began", required=True),
    flag("cina_assessment_child_seen", "the child was seen"),
    day("cina_assessment_auth_date", "day it was authorised; empty while open"),
    flag("cina_assessment_outcome_nfa", "outcome: no further action"),
    facts=("assessments",),
    left_out=(
        "cina_assessment_outcome_json",
        "cina_assessment_team",
        "cina_assessment_worker_id",
    ),
)

CIN_PLANS = table(
    "cin_plans",
    "child in need plans",
    own_id("cinp_cin_plan_id"),
    link("cinp_referral_id", "the referral: cine_referral_id"),
    person("cinp_person_id"),
    day("cinp_cin_plan_start_date", "day it began", required=True),
    day("cinp_cin_plan_end_date", "day it ended; empty while open"),
    facts=("need_plans",),
    left_out=("cinp_cin_plan_team", "cinp_cin_plan_worker_id"),
)

TABLES = (PERSON, CONTACTS, EARLY_HELP, CIN_EPISODES, CIN_ASSESSMENTS, CIN_PLANS)
