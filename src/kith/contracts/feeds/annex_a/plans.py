"""Lists 6 and 7: children in need and children on a protection plan."""

from kith.contracts.feeds.annex_a.columns import (
    LEFT_OUT,
    child,
    code,
    day,
    disability,
    number,
    yes_no,
)
from kith.contracts.feeds.feed import FeedTable, area_column
from kith.contracts.feeds.national_codes import (
    ABUSE,
    ABUSE_CODES,
    CLOSURE_CODES,
    CLOSURES,
    NEED_CODES,
    NEEDS,
)


LIST_6 = FeedTable(
    "list_6",
    "children in need open at the extract or closed in the six months before",
    (
        *child(),
        disability(),
        day("start_on", "day the case opened", "CIN Start Date", required=True),
        code(
            "primary_need",
            "main need",
            "Primary Need Code",
            codes=NEED_CODES,
            values=NEEDS,
        ),
        day("last_seen_on", "day last seen", "Date Child Was Last Seen"),
        day("closed_on", "day it closed; empty while open", "CIN Closure Date"),
        code(
            "closure_reason",
            "why it closed",
            "Reason for Closure",
            codes=CLOSURE_CODES,
            values=CLOSURES,
        ),
        code(
            "case_status",
            "what the case is",
            "Case Status",
            codes=(
                "looked_after",
                "protection_plan",
                "need_plan",
                "assessment",
                "care_leaver",
                "closed",
                "not_known",
            ),
            values=(
                ("looked after child", "looked_after"),
                ("child protection plan", "protection_plan"),
                ("child in need plan", "need_plan"),
                ("open assessment", "assessment"),
                ("care leaver", "care_leaver"),
                ("closed episode", "closed"),
            ),
        ),
        area_column(),
    ),
    key=("child_id", "start_on"),
    file_names=("list 6", "annex a list 6", "children in need"),
    facts=("need_episodes", "need_plans"),
    left_out=LEFT_OUT,
)

LIST_7 = FeedTable(
    "list_7",
    "protection plans open at the extract or ended in the six months before",
    (
        *child(),
        disability(),
        day(
            "start_on",
            "day the plan began",
            "Child Protection Plan Start Date",
            required=True,
        ),
        code(
            "initial_category",
            "category when it began",
            "Initial Category of Abuse",
            codes=ABUSE_CODES,
            values=ABUSE,
        ),
        code(
            "latest_category",
            "latest category",
            "Latest Category of Abuse",
            codes=ABUSE_CODES,
            values=ABUSE,
        ),
        day(
            "last_visit_on",
            "day of the last statutory visit",
            "Date of the Last Statutory Visit",
        ),
        yes_no("seen_alone", "seen alone then", "Was the Child Seen Alone?"),
        day(
            "latest_review_on",
            "day of the latest review conference",
            "Date of latest review conference",
        ),
        day(
            "end_on",
            "day the plan ended; empty while open",
            "Child Protection Plan End Date",
        ),
        yes_no(
            "emergency_protection",
            "emergency order or police protection in the last six months",
            "Subject to Emergency Protection Order or Protected Under Police Powers "
            "in Last Six Months (Y/N)",
        ),
        number(
            "previous_plans",
            "earlier plans with this council",
            "Number of Previous Child Protection Plans",
        ),
        area_column(),
    ),
    key=("child_id", "start_on"),
    file_names=("list 7", "annex a list 7", "child protection"),
    facts=("protection_plans", "plan_reviews"),
    left_out=LEFT_OUT,
)

LISTS = (LIST_6, LIST_7)
