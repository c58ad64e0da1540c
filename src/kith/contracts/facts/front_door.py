"""Contacts, referrals and assessments."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form, spell


CONTACTS = FactTable(
    "contacts",
    "a contact made to the council's front door about a child",
    Form.EVENT,
    key=("child", "contact_on", "source_code"),
    date="contact_on",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("contact_on", ColumnType.DATE, "date of contact", required=True),
        Column("source_code", ColumnType.CODE, "who made it, census code such as 6"),
    ),
)

REFERRALS = FactTable(
    "referrals",
    "a request for services for a child who is not already open",
    Form.EVENT,
    key=("child", "referred_on"),
    date="referred_on",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("referred_on", ColumnType.DATE, "date of referral", required=True),
        Column("source_code", ColumnType.CODE, "who made it, census code such as 6"),
        Column("no_further_action", ColumnType.BOOLEAN, "ended without further action"),
        Column(
            "decided_on",
            ColumnType.DATE,
            "day the decision was made; few feeds hold it",
        ),
    ),
)

ASSESSMENTS = spell(
    "assessments",
    "an assessment, from its actual start to its authorisation",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("referred_on", ColumnType.DATE, "the referral it answers, where told"),
        Column("support_required", ColumnType.BOOLEAN, "outcome: support is required"),
    ),
)

NEED_EPISODES = spell(
    "need_episodes",
    "a child's case open to children's social care, plans and care included",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("primary_need", ColumnType.CODE, "N0 to N9"),
        Column("closure_reason", ColumnType.CODE, "RC1 to RC9"),
        Column(
            "case_status",
            ColumnType.CODE,
            "as last told",
            codes=(
                "looked_after",
                "protection_plan",
                "need_plan",
                "assessment",
                "care_leaver",
                "closed",
                "not_known",
            ),
        ),
    ),
)

NEED_PLANS = spell(
    "need_plans",
    "a child in need plan, where the council holds one as such",
    told_by=("ssd", "annex_a"),
)

TABLES = (CONTACTS, REFERRALS, ASSESSMENTS, NEED_EPISODES, NEED_PLANS)
