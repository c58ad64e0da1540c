"""Care, placements and care leavers."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import FeedColumn
from kith.contracts.feeds.national_codes import (
    ACCOMMODATION_CODES,
    ACTIVITY_CODES,
    CEASED_CODES,
    ELIGIBILITY,
    ELIGIBILITY_CODES,
    IN_TOUCH,
    IN_TOUCH_CODES,
    NEED_CODES,
    NEEDS,
    PLACEMENT_CODES,
    PLACEMENTS,
    PROVIDER_CODES,
    PROVIDERS,
    SUITABLE,
)
from kith.contracts.feeds.ssd.columns import (
    code,
    day,
    link,
    own_id,
    person,
    table,
    text,
)


CLA_EPISODES = table(
    "cla_episodes",
    "episodes of care: a period of care has one or more",
    own_id("clae_cla_episode_id"),
    person("clae_person_id"),
    day("clae_cla_episode_start_date", "day the episode began", required=True),
    code(
        "clae_cla_episode_start_reason",
        "why the episode began; S: the period of care began",
        ("S", "P", "L", "T", "B", "U"),
    ),
    code("clae_cla_primary_need_code", "main need", NEED_CODES, NEEDS),
    day("clae_cla_episode_ceased_date", "day it ended; empty while it goes on"),
    code(
        "clae_cla_episode_ceased_reason",
        "why it ended; X1: the next episode follows at once",
        CEASED_CODES,
    ),
    link("clae_cla_id", "the period of care"),
    link("clae_referral_id", "the referral: cine_referral_id"),
    link("clae_cla_placement_id", "the placement: clap_cla_placement_id"),
    FeedColumn(
        "clae_entered_care_date",
        T.DATE,
        "day the period of care began",
        may_be_absent=True,
    ),
    FeedColumn(
        "clae_cla_last_iro_contact_date",
        T.DATE,
        "last contact of the independent reviewing officer",
        may_be_absent=True,
    ),
    facts=("care_spells",),
)

CLA_PLACEMENT = table(
    "cla_placement",
    "placements during care",
    own_id("clap_cla_placement_id"),
    day("clap_cla_placement_start_date", "day it began", required=True),
    code("clap_cla_placement_type", "its type", PLACEMENT_CODES, PLACEMENTS),
    text("clap_cla_placement_urn", "the home's number with Ofsted"),
    FeedColumn(
        "clap_cla_placement_distance",
        T.DECIMAL,
        "miles from home",
        may_be_absent=True,
    ),
    link("clap_cla_id", "the period of care: clae_cla_id"),
    code("clap_cla_placement_provider", "who provides it", PROVIDER_CODES, PROVIDERS),
    day("clap_cla_placement_end_date", "day it ended; empty while it goes on"),
    text("clap_cla_placement_change_reason", "why it changed"),
    link("clap_person_id", "the child: pers_person_id"),
    facts=("placements",),
    left_out=("clap_cla_placement_postcode",),
)

CARE_LEAVERS = table(
    "care_leavers",
    "young people receiving leaving care services",
    own_id("clea_table_id"),
    person("clea_person_id"),
    code("clea_care_leaver_eligibility", "category", ELIGIBILITY_CODES, ELIGIBILITY),
    code("clea_care_leaver_in_touch", "in touch", IN_TOUCH_CODES, IN_TOUCH),
    FeedColumn(
        "clea_care_leaver_latest_contact",
        T.DATE,
        "last contact",
        may_be_absent=True,
    ),
    code("clea_care_leaver_accommodation", "SSDA903 letter", ACCOMMODATION_CODES),
    FeedColumn(
        "clea_care_leaver_accom_suitable",
        T.BOOLEAN,
        "the accommodation is suitable",
        values=SUITABLE,
        may_be_absent=True,
    ),
    code("clea_care_leaver_activity", "SSDA903 code", ACTIVITY_CODES),
    FeedColumn(
        "clea_pathway_plan_review_date",
        T.DATE,
        "last review of the pathway plan",
        may_be_absent=True,
    ),
    facts=("care_leavers",),
    left_out=(
        "clea_care_leaver_personal_advisor",
        "clea_care_leaver_allocated_team",
        "clea_care_leaver_worker_id",
    ),
)

TABLES = (CLA_EPISODES, CLA_PLACEMENT, CARE_LEAVERS)
