"""The council's returns for which the nation has no format; these are Kith's own."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import (
    Feed,
    FeedTable,
    FileFormat,
    area_column,
    child_columns,
    column,
)
from kith.domain.vocabulary.missing import MissingSetting


_FORMATS = (FileFormat.CSV, FileFormat.XLSX, FileFormat.PARQUET)
_BASIS = (
    "Children Act 1989 s17, s47; Children Act 2004 s16E; UK GDPR Art 6(1)(e), 9(2)(g)"
)
_OWN = "Kith's own format; the nation has none"

MISSING_AND_RETURN_INTERVIEWS = Feed(
    code="missing_and_return_interviews",
    title="Missing episodes and return interviews, with date-times",
    owner="the council's missing children lead",
    lawful_basis=_BASIS,
    child_level=True,
    source=_OWN,
    formats=_FORMATS,
    tables=(
        FeedTable(
            "episodes",
            "one row for each missing episode, with its return interview",
            (
                *child_columns(),
                column(
                    "missing_from", T.DATETIME, "moment reported missing", required=True
                ),
                column(
                    "returned_at",
                    T.DATETIME,
                    "moment of return; empty while missing",
                    may_be_absent=True,
                ),
                column(
                    "missing_setting",
                    T.CODE,
                    "missing from where",
                    codes=tuple(MissingSetting),
                    may_be_absent=True,
                ),
                column(
                    "interview_offered",
                    T.BOOLEAN,
                    "a return interview was offered",
                    may_be_absent=True,
                ),
                column(
                    "interview_offered_on",
                    T.DATE,
                    "day of the offer",
                    may_be_absent=True,
                ),
                column(
                    "interview_accepted",
                    T.BOOLEAN,
                    "the child accepted",
                    may_be_absent=True,
                ),
                column(
                    "interviewed_at",
                    T.DATETIME,
                    "moment the interview was held",
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("child_id", "missing_from"),
            file_names=(
                "episodes",
                "missing_episodes",
                "missing_and_return_interviews",
            ),
            facts=("missing_episodes", "return_interviews"),
        ),
    ),
)

STRATEGY_DISCUSSIONS = Feed(
    code="strategy_discussions",
    title="Strategy discussions",
    owner="the council's front door",
    lawful_basis=_BASIS,
    child_level=True,
    source=_OWN,
    formats=_FORMATS,
    tables=(
        FeedTable(
            "strategy_discussions",
            "one row for each child discussed in each strategy discussion",
            (
                *child_columns(),
                column("held_on", T.DATE, "date of the discussion", required=True),
                column(
                    "led_to_enquiry",
                    T.BOOLEAN,
                    "a section 47 enquiry followed",
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("child_id", "held_on"),
            file_names=("strategy_discussions",),
            facts=("strategy_discussions",),
        ),
    ),
)

EHC_PLANS = Feed(
    code="ehc_plans",
    title="Education, health and care plans",
    owner="the council's SEND team",
    lawful_basis="Children and Families Act 2014 Part 3; UK GDPR Art 6(1)(c), 9(2)(g)",
    child_level=True,
    source=_OWN + " apart from SEN2, which the ssd feed follows",
    formats=_FORMATS,
    tables=(
        FeedTable(
            "ehc_plans",
            "one row for each plan the council maintains or maintained, ages 0 to 25",
            (
                *child_columns(),
                column("start_on", T.DATE, "day the plan was issued", required=True),
                column(
                    "end_on",
                    T.DATE,
                    "day it ceased; empty while open",
                    may_be_absent=True,
                ),
                column(
                    "requested_on",
                    T.DATE,
                    "day the assessment was requested",
                    may_be_absent=True,
                ),
                column(
                    "has_exception",
                    T.BOOLEAN,
                    "an exception to 20 weeks applies",
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("child_id", "start_on"),
            file_names=("ehc_plans",),
            facts=("ehc_plans",),
        ),
    ),
)

HOME_EDUCATION = Feed(
    code="home_education",
    title="Elective home education",
    owner="the council's education inclusion team",
    lawful_basis="Education Act 1996 s436A, s437; UK GDPR Art 6(1)(e)",
    child_level=True,
    source=_OWN,
    formats=_FORMATS,
    tables=(
        FeedTable(
            "home_education",
            "one row for each spell of a child educated at home",
            (
                *child_columns(),
                column("start_on", T.DATE, "first day educated at home", required=True),
                column(
                    "end_on",
                    T.DATE,
                    "last day; empty while it goes on",
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("child_id", "start_on"),
            file_names=("home_education", "elective_home_education", "ehe"),
            facts=("home_education",),
        ),
    ),
)

EARLY_HELP = Feed(
    code="early_help",
    title="Early help episodes",
    owner="the council's early help hub",
    lawful_basis="Children Act 2004 s10; UK GDPR Art 6(1)(e)",
    child_level=True,
    source=_OWN,
    formats=_FORMATS,
    tables=(
        FeedTable(
            "early_help_episodes",
            "one row for each child's early help episode",
            (
                *child_columns(),
                column("start_on", T.DATE, "first day", required=True),
                column(
                    "end_on",
                    T.DATE,
                    "day it ended; empty while open",
                    may_be_absent=True,
                ),
                column("lead_organisation", T.TEXT, "who leads", may_be_absent=True),
                column(
                    "closure_reason",
                    T.CODE,
                    "why it ended",
                    may_be_absent=True,
                    codes=(
                        "needs_met",
                        "partly_met",
                        "stepped_up",
                        "stepped_down",
                        "moved",
                        "disengaged",
                        "transferred",
                        "not_known",
                    ),
                ),
                area_column(),
            ),
            key=("child_id", "start_on"),
            file_names=("early_help_episodes", "early_help"),
            facts=("early_help",),
        ),
    ),
)

LADO = Feed(
    code="lado",
    title="Allegations against people who work with children: coded fields only",
    owner="the council's designated officer (LADO)",
    lawful_basis="Children Act 2004 s11; no personal data: coded fields and a keyed case number",
    child_level=False,
    source=_OWN,
    formats=_FORMATS,
    tables=(
        FeedTable(
            "contacts",
            "one row for each contact with the designated officer",
            (
                column(
                    "case_number",
                    T.TEXT,
                    "the officer's number; kept only as a keyed digest",
                    required=True,
                    personal=True,
                ),
                column("received_on", T.DATE, "day received", required=True),
                column(
                    "contact_kind",
                    T.CODE,
                    "what it was",
                    required=True,
                    codes=("referral", "advice", "other_lado", "record_check"),
                ),
                column(
                    "sector",
                    T.CODE,
                    "where the person works",
                    may_be_absent=True,
                    codes=(
                        "early_years",
                        "school",
                        "further_education",
                        "transport",
                        "foster_care",
                        "adoption",
                        "residential",
                        "supported_accommodation",
                        "social_care",
                        "health",
                        "police",
                        "justice",
                        "faith",
                        "sport_leisure",
                        "youth",
                        "tuition",
                        "voluntary",
                        "supply_agency",
                        "other",
                        "not_known",
                    ),
                ),
                column(
                    "category",
                    T.CODE,
                    "kind of allegation",
                    may_be_absent=True,
                    codes=(
                        "physical",
                        "emotional",
                        "sexual",
                        "neglect",
                        "conduct",
                        "private_life",
                        "online",
                        "non_recent",
                        "restraint",
                        "not_known",
                    ),
                ),
                column(
                    "outcome",
                    T.CODE,
                    "outcome where closed",
                    may_be_absent=True,
                    codes=(
                        "substantiated",
                        "malicious",
                        "false",
                        "unsubstantiated",
                        "unfounded",
                        "ongoing",
                        "no_further_action",
                        "transferred",
                        "not_known",
                    ),
                ),
                area_column(),
            ),
            key=("case_number",),
            file_names=("contacts", "lado", "lado_contacts"),
            facts=("allegations",),
        ),
    ),
)

FEEDS = (
    MISSING_AND_RETURN_INTERVIEWS,
    STRATEGY_DISCUSSIONS,
    EHC_PLANS,
    HOME_EDUCATION,
    EARLY_HELP,
    LADO,
)
