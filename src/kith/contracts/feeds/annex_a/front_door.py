"""Lists 1 to 5: contacts, early help, referrals, assessments, enquiries."""

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
from kith.contracts.feeds.feed import FeedTable, area_column
from kith.contracts.feeds.national_codes import SOURCE_CODES, SOURCES


LIST_1 = FeedTable(
    "list_1",
    "contacts in the six months before the extract",
    (
        *child(),
        day("contact_on", "date of contact", "Date of Contact", required=True),
        code(
            "contact_source",
            "who made it",
            "Contact Source",
            "Source of Contact",
            codes=SOURCE_CODES,
            values=SOURCES,
        ),
        area_column(),
    ),
    key=("child_id", "contact_on", "contact_source"),
    file_names=("list 1", "annex a list 1", "contacts"),
    facts=("contacts",),
    left_out=LEFT_OUT,
)

LIST_2 = FeedTable(
    "list_2",
    "early help assessments in the six months before the extract",
    (
        *child(),
        day(
            "start_on",
            "day the assessment began",
            "Assessment start date",
            "Early Help Assessment start date",
            required=True,
        ),
        day(
            "end_on",
            "day it was completed; empty while open",
            "Assessment completion date",
            "Early Help Assessment completion date",
        ),
        text("organisation", "who completed it", "Organisation completing assessment"),
        area_column(),
    ),
    key=("child_id", "start_on"),
    file_names=("list 2", "annex a list 2", "early help"),
    facts=("early_help_assessments",),
    left_out=LEFT_OUT,
)

LIST_3 = FeedTable(
    "list_3",
    "referrals in the six months before the extract",
    (
        *child(),
        day("referred_on", "date of referral", "Date of Referral", required=True),
        code(
            "source_code",
            "who made it",
            "Referral Source",
            "Source of Referral",
            codes=SOURCE_CODES,
            values=SOURCES,
        ),
        yes_no(
            "no_further_action",
            "ended without further action",
            "Referral NFA?",
            "Referral No Further Action",
        ),
        number(
            "referrals_in_12_months",
            "referrals in the year before, as the council counts",
            "Number of Referrals in Last 12 Months",
        ),
        area_column(),
    ),
    key=("child_id", "referred_on"),
    file_names=("list 3", "annex a list 3", "referrals"),
    facts=("referrals",),
    left_out=LEFT_OUT,
)

LIST_4 = FeedTable(
    "list_4",
    "assessments open in the six months before the extract",
    (
        *child(),
        disability(),
        day(
            "start_on",
            "day the assessment began",
            "Continuous Assessment Start Date",
            "Assessment Start Date",
            required=True,
        ),
        yes_no(
            "child_seen",
            "the child was seen",
            "Child Seen During Continuous Assessment",
        ),
        day(
            "authorised_on",
            "day it was authorised; empty while open",
            "Continuous Assessment Date of Authorisation",
            "Date of Authorisation",
        ),
        yes_no(
            "support_required",
            "the child needs children's social care support",
            "Was the child assessed as requiring LA children's social care support?",
        ),
        area_column(),
    ),
    key=("child_id", "start_on"),
    file_names=("list 4", "annex a list 4", "assessments"),
    facts=("assessments",),
    left_out=LEFT_OUT,
)

LIST_5 = FeedTable(
    "list_5",
    "section 47 enquiries and initial conferences in the six months before the extract",
    (
        *child(),
        disability(),
        # Neither date is required: a conference for a child whose plan came from
        # elsewhere has no enquiry here, and an enquiry need not end in a conference.
        day(
            "strategy_discussion_on",
            "the discussion that began the enquiry",
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Strategy discussion initiating Section 47 Enquiry Date",
        ),
        yes_no(
            "conference_unnecessary",
            "no initial conference was needed",
            "Was an Initial Child Protection Conference deemed unnecessary?",
        ),
        day(
            "conference_on",
            "day of the initial conference",
            "Date of Initial Child Protection Conference",
        ),
        yes_no(
            "led_to_plan",
            "the conference resulted in a protection plan",
            "Did the Initial Child Protection Conference Result in a Child "
            "Protection Plan",
        ),
        number(
            "enquiries_in_12_months",
            "enquiries in the year before, as the council counts",
            "Number of Section 47 Enquiries in the last 12 months",
        ),
        number(
            "conferences_in_12_months",
            "initial conferences in the year before, as the council counts",
            "Number of ICPCs in the last 12 months",
        ),
        area_column(),
    ),
    key=("child_id", "strategy_discussion_on", "conference_on"),
    file_names=("list 5", "annex a list 5"),
    facts=("strategy_discussions", "section_47", "conferences"),
    left_out=LEFT_OUT,
)

LISTS = (LIST_1, LIST_2, LIST_3, LIST_4, LIST_5)
