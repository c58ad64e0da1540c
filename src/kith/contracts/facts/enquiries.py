"""Strategy discussions, section 47 enquiries and conferences."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form


STRATEGY_DISCUSSIONS = FactTable(
    "strategy_discussions",
    "a strategy discussion about one child",
    Form.EVENT,
    key=("child", "held_on"),
    date="held_on",
    told_by=("strategy_discussions", "annex_a"),
    columns=(
        Column("held_on", ColumnType.DATE, "date of the discussion", required=True),
        Column("led_to_enquiry", ColumnType.BOOLEAN, "a section 47 enquiry followed"),
    ),
)

SECTION_47 = FactTable(
    "section_47",
    "an enquiry under section 47 about one child",
    Form.EVENT,
    key=("child", "started_on"),
    date="started_on",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("started_on", ColumnType.DATE, "start of the enquiry", required=True),
        Column("ended_on", ColumnType.DATE, "end of the enquiry"),
        Column(
            "strategy_discussion_on",
            ColumnType.DATE,
            "the discussion that started it, where told",
        ),
        Column("conference_unnecessary", ColumnType.BOOLEAN, "no conference needed"),
        Column("conference_on", ColumnType.DATE, "its initial conference, where held"),
    ),
)

CONFERENCES = FactTable(
    "conferences",
    "an initial child protection conference about one child",
    Form.EVENT,
    key=("child", "held_on"),
    date="held_on",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("held_on", ColumnType.DATE, "date of the conference", required=True),
        Column("is_transfer_in", ColumnType.BOOLEAN, "the plan came from elsewhere"),
        Column("section_47_started_on", ColumnType.DATE, "start of its enquiry"),
        Column(
            "strategy_discussion_on",
            ColumnType.DATE,
            "the discussion that started its enquiry, where told",
        ),
        Column("led_to_plan", ColumnType.BOOLEAN, "a protection plan followed"),
    ),
)

TABLES = (STRATEGY_DISCUSSIONS, SECTION_47, CONFERENCES)
