"""Special educational needs and EHC plans.

An EHC plan's child is reached through its assessment, its request and ``send``.
"""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import FeedColumn
from kith.contracts.feeds.ssd.columns import (
    day,
    flag,
    link,
    own_id,
    person,
    table,
    text,
)


SEND = table(
    "send",
    "children known to the special educational needs team",
    own_id("send_table_id"),
    person("send_person_id"),
    left_out=("send_upn", "send_uln", "send_upn_unknown"),
)

EHCP_REQUESTS = table(
    "ehcp_requests",
    "requests for an assessment",
    own_id("ehcr_ehcp_request_id"),
    link("ehcr_send_table_id", "the child: send_table_id"),
    day("ehcr_ehcp_req_date", "day of the request", required=True),
    day("ehcr_ehcp_req_outcome_date", "day it was decided"),
    text("ehcr_ehcp_req_outcome", "the decision"),
    facts=("ehc_plans",),
)

EHCP_ASSESSMENT = table(
    "ehcp_assessment",
    "assessments for an EHC plan",
    own_id("ehca_ehcp_assessment_id"),
    link("ehca_ehcp_request_id", "the request: ehcr_ehcp_request_id"),
    day("ehca_ehcp_assessment_outcome_date", "day it was decided"),
    text("ehca_ehcp_assessment_outcome", "the decision"),
    flag("ehca_ehcp_assessment_exceptions", "an exception to 20 weeks applies"),
    facts=("ehc_plans",),
)

EHCP_NAMED_PLAN = table(
    "ehcp_named_plan",
    "EHC plans issued",
    own_id("ehcn_named_plan_id"),
    link("ehcn_ehcp_asmt_id", "the assessment: ehca_ehcp_assessment_id"),
    day("ehcn_named_plan_start_date", "day it was issued", required=True),
    day("ehcn_named_plan_ceased_date", "day it ceased; empty while open"),
    text("ehcn_named_plan_ceased_reason", "why it ceased"),
    facts=("ehc_plans",),
)

EHCP_ACTIVE_PLANS = table(
    "ehcp_active_plans",
    "EHC plans the council maintains",
    own_id("ehcp_active_ehcp_id"),
    link("ehcp_ehcp_request_id", "the request: ehcr_ehcp_request_id"),
    FeedColumn(
        "ehcp_active_ehcp_last_review_date",
        T.DATE,
        "last review",
        may_be_absent=True,
    ),
    facts=("ehc_plans",),
)

TABLES = (SEND, EHCP_REQUESTS, EHCP_ASSESSMENT, EHCP_NAMED_PLAN, EHCP_ACTIVE_PLANS)
