"""Lists 8 and 9: children looked after and care leavers."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.annex_a.columns import (
    LEFT_OUT,
    child,
    code,
    day,
    disability,
    number,
    text,
    yes_no,
)
from kith.contracts.feeds.feed import FeedColumn, FeedTable, area_column
from kith.contracts.feeds.national_codes import (
    ACCOMMODATION_CODES,
    ACTIVITY_CODES,
    CEASED_CODES,
    ELIGIBILITY,
    ELIGIBILITY_CODES,
    IN_TOUCH,
    IN_TOUCH_CODES,
    LEGAL,
    LEGAL_CODES,
    NEED_CODES,
    NEEDS,
    PLACEMENT_CODES,
    PLACEMENTS,
    PROVIDER_CODES,
    PROVIDERS,
    SUITABLE,
)


_SPELL = (
    yes_no(
        "is_unaccompanied",
        "unaccompanied asylum-seeking child in the last 12 months",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    ),
    disability(),
    day("start_on", "day care began", "Date Started to be Looked After", required=True),
    code(
        "primary_need",
        "main need",
        "Child's Category of Need",
        codes=NEED_CODES,
        values=NEEDS,
    ),
    yes_no(
        "second_period",
        "a second or later period of care in the last 12 months",
        "Is this a second or subsequent period of being a Looked After Child within "
        "the last 12 months (Y/N)",
    ),
    day("legal_status_from", "status since", "Start date of current legal status"),
    code(
        "legal_status",
        "current legal status",
        "Child's Legal Status",
        codes=LEGAL_CODES,
        values=LEGAL,
    ),
)

_REVIEWS = (
    day("latest_review_on", "last statutory review", "Date of Latest Statutory Review"),
    day("last_visit_on", "last social work visit", "Date of Last Social Work Visit"),
    code(
        "permanence_plan",
        "the plan for a permanent home",
        "What is the permanence plan for this child?",
        codes=(
            "return_to_family",
            "adoption",
            "special_guardianship",
            "supported_living",
            "residential",
            "fostering",
            "other",
        ),
        values=(
            ("return to family", "return_to_family"),
            ("SGO/CAO", "special_guardianship"),
            ("supported living in the community", "supported_living"),
            ("long-term residential placement", "residential"),
            ("long-term fostering", "fostering"),
        ),
    ),
    day(
        "last_reviewing_officer_on",
        "last contact of the independent reviewing officer",
        "Date of Last IRO Visit / Contact to the Child",
    ),
    day("last_health_on", "last health assessment", "Date of Last Health Assessment"),
    day("last_dental_on", "last dental check", "Date of Last Dental Check"),
    number(
        "placements_in_12_months",
        "placements in the last 12 months",
        "Number of Placements in the Last 12 months",
    ),
    day(
        "ceased_on",
        "day care ended; empty while it goes on",
        "Date Ceased to be Looked After",
    ),
    code(
        "ceased_reason",
        "why it ended",
        "Reason Ceased to be Looked After",
        codes=CEASED_CODES,
    ),
)

_PLACEMENT = (
    day(
        "placement_from",
        "day the latest placement began",
        "Start Date of Most Recent Placement",
    ),
    code(
        "placement_type",
        "its type",
        "Placement Type",
        codes=PLACEMENT_CODES,
        values=PLACEMENTS,
    ),
    code(
        "placement_provider",
        "who provides it",
        "Placement Provider",
        codes=PROVIDER_CODES,
        values=PROVIDERS,
    ),
    text("placement_urn", "the home's number with Ofsted", "URN of Placement"),
    code(
        "placement_location",
        "inside or outside the council's area",
        "Placement Location",
        codes=("in", "out"),
    ),
    text("placement_council", "council of the placement", "LA of Placement"),
)

_MISSING = (
    number(
        "missing_episodes_in_12_months",
        "times missing in the last 12 months",
        "Number of Episodes the Child has been 'Missing' from their Placement in the "
        "last 12 months",
    ),
    number(
        "absent_episodes_in_12_months",
        "times absent in the last 12 months",
        "Number of Episodes the Child has been 'Absent' from their Placement in the "
        "last 12 months",
    ),
    yes_no(
        "interview_offered",
        "a return interview was offered after the last episode",
        "Was the child offered a Return Interview after their last missing episode "
        "(Y/N)?",
    ),
    yes_no(
        "interview_accepted",
        "the child accepted it",
        "Did the child accept a Return Interview after their last missing episode "
        "(Y/N)?",
    ),
)

LIST_8 = FeedTable(
    "list_8",
    "children looked after at the extract or in the six months before",
    (*child(), *_SPELL, *_REVIEWS, *_PLACEMENT, *_MISSING, area_column()),
    key=("child_id", "start_on"),
    file_names=("list 8", "annex a list 8", "children looked after"),
    facts=("care_spells", "placements"),
    left_out=(*LEFT_OUT, "Placement postcode"),
)

LIST_9 = FeedTable(
    "list_9",
    "young people receiving leaving care services",
    (
        *child(),
        disability(),
        code(
            "eligibility",
            "category of care leaver",
            "Eligibility Category",
            "Eligibity Category",
            codes=ELIGIBILITY_CODES,
            values=ELIGIBILITY,
        ),
        code(
            "in_touch",
            "whether the council is in touch",
            "LA in Touch",
            codes=IN_TOUCH_CODES,
            values=IN_TOUCH,
        ),
        code(
            "accommodation",
            "type of accommodation, SSDA903 letter",
            "Type of Accommodation",
            codes=ACCOMMODATION_CODES,
        ),
        FeedColumn(
            "accommodation_suitable",
            T.BOOLEAN,
            "the accommodation is suitable",
            headers=("Suitability of Accommodation", "Suitability of Accomodation"),
            values=SUITABLE,
        ),
        code(
            "activity",
            "education, employment or training, SSDA903 code",
            "Activity Status",
            codes=ACTIVITY_CODES,
        ),
        area_column(),
    ),
    key=("child_id",),
    file_names=("list 9", "annex a list 9", "care leavers"),
    facts=("care_leavers",),
    left_out=LEFT_OUT,
)

LISTS = (LIST_8, LIST_9)
