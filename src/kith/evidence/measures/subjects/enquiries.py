"""Strategy discussions, section 47 enquiries and initial conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import Facts, Measure, Needed, Selection, Time
from kith.evidence.measures.working_days import (
    with_first_day_past,
    with_working_days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir


CENSUS = "DfE, Children in need census: guide to submitting data"
GUIDANCE = "Working Together to Safeguard Children, chapter 1: 15 working days"
CONFERENCE_LIMIT = 15


def _strategy_discussions(facts: Facts) -> ir.Table:
    told = facts.table("strategy_discussions")
    return told.mutate(happened_on=told.held_on, counted=told.is_counted)


def _section_47(facts: Facts) -> ir.Table:
    told = facts.table("section_47")
    return told.mutate(happened_on=told.started_on, counted=told.is_counted)


def _initial_conferences(facts: Facts) -> ir.Table:
    told = facts.table("conferences")
    told = told.filter(~certainly(told.is_transfer_in))
    rows = with_working_days(
        told,
        facts,
        start="strategy_discussion_on",
        end="held_on",
        name="from_discussion",
    )
    rows = with_working_days(
        rows, facts, start="section_47_started_on", end="held_on", name="from_enquiry"
    )
    discussion = (rows.from_discussion <= CONFERENCE_LIMIT) & (
        rows.held_on >= rows.strategy_discussion_on
    )
    enquiry = (rows.from_enquiry <= CONFERENCE_LIMIT) & (
        rows.held_on >= rows.section_47_started_on
    )
    return rows.mutate(
        happened_on=rows.held_on,
        counted=rows.is_counted,
        knows_discussion=rows.strategy_discussion_on.notnull(),
        in_time_from_discussion=certainly(discussion),
        knows_enquiry=rows.section_47_started_on.notnull(),
        in_time_from_enquiry=certainly(enquiry),
    )


def _transfer_in_conferences(facts: Facts) -> ir.Table:
    told = facts.table("conferences")
    told = told.filter(told.is_transfer_in)
    return told.mutate(happened_on=told.held_on, counted=told.is_counted)


def _conferences_due(facts: Facts) -> ir.Table:
    return _due_and_not_held(facts, "strategy_discussion_on")


def _conferences_due_from_enquiry(facts: Facts) -> ir.Table:
    return _due_and_not_held(facts, "started_on")


def _due_and_not_held(facts: Facts, start: str) -> ir.Table:
    """Enquiries from the day their conference was late until it was held.

    An enquiry that ended with nothing said of a conference is taken to have
    needed none; one said to need none never counts.
    """
    told = facts.table("section_47")
    told = told.filter(~certainly(told.conference_unnecessary))
    rows = with_first_day_past(
        told, facts, start=start, limit=CONFERENCE_LIMIT, name="past_from"
    )
    closed = ibis.ifelse(
        rows.conference_unnecessary.isnull(), rows.ended_on, ibis.null("date")
    )
    return rows.mutate(
        start_on=rows.past_from, end_on=ibis.coalesce(rows.conference_on, closed)
    )


STRATEGY_DISCUSSIONS = Selection(
    "strategy discussions", "strategy_discussions", _strategy_discussions, Time.EVENTS
)
SECTION_47 = Selection("section 47 enquiries", "section_47", _section_47, Time.EVENTS)
INITIAL_CONFERENCES = Selection(
    "initial conferences",
    "conferences",
    _initial_conferences,
    Time.EVENTS,
    flags=(
        "knows_discussion",
        "in_time_from_discussion",
        "knows_enquiry",
        "in_time_from_enquiry",
    ),
)
TRANSFER_IN = Selection(
    "transfer-in conferences", "conferences", _transfer_in_conferences, Time.EVENTS
)
CONFERENCES_DUE = Selection(
    "conferences due", "section_47", _conferences_due, Time.SPELLS_AT_END
)
CONFERENCES_DUE_FROM_ENQUIRY = Selection(
    "conferences due from enquiry",
    "section_47",
    _conferences_due_from_enquiry,
    Time.SPELLS_AT_END,
)

_DISCUSSION = Needed(
    "strategy_discussion_on", "the day of the strategy discussion", ("ssd", "annex_a")
)
_ENQUIRY = Needed(
    "section_47_started_on", "the day the enquiry started", ("ssd", "annex_a")
)
_TRANSFER = Needed(
    "is_transfer_in", "whether a conference was for a plan from elsewhere", ("ssd",)
)

MEASURES = (
    Measure(
        code="strategy_discussions",
        title="Strategy discussions, one for each child discussed",
        unit=Unit.DISCUSSION,
        kind=Kind.FLOW,
        question="protection",
        definition="Strategy discussions by the day held, one for each child "
        "discussed: three brothers in one discussion count as three.",
        numerator="children's strategy discussions held in the period",
        authority="Working Together to Safeguard Children, chapter 1",
        rulebook="Working Together 2018",
        doubt="Areas differ in whether they count discussions or children; here "
        "each child discussed counts.",
        selection=STRATEGY_DISCUSSIONS,
    ),
    Measure(
        code="section_47_enquiries",
        title="Section 47 enquiries started",
        unit=Unit.ENQUIRY,
        kind=Kind.FLOW,
        question="protection",
        definition="Enquiries under section 47 of the Children Act 1989 by the day "
        "they started, one for each child.",
        numerator="enquiries started in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=SECTION_47,
    ),
    Measure(
        code="initial_conferences",
        title="Initial child protection conferences, one for each child",
        unit=Unit.CONFERENCE,
        kind=Kind.FLOW,
        question="protection",
        definition="Children who were the subject of an initial child protection "
        "conference, by the day held. Conferences for a plan that came from another "
        "area are counted apart.",
        numerator="initial conferences held in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=INITIAL_CONFERENCES,
    ),
    Measure(
        code="transfer_in_conferences",
        title="Transfer-in conferences, one for each child",
        unit=Unit.CONFERENCE,
        kind=Kind.FLOW,
        question="protection",
        definition="Conferences for a child whose protection plan came from another "
        "area, by the day held.",
        numerator="transfer-in conferences held in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=TRANSFER_IN,
        needs=(_TRANSFER,),
    ),
    Measure(
        code="conference_timeliness",
        title="Share of initial conferences within 15 working days of the strategy "
        "discussion",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="protection",
        definition="Of initial conferences held in the period whose strategy "
        "discussion is told, the share held no later than 15 working days after the "
        "discussion that started the enquiry.",
        numerator="initial conferences within 15 working days of the discussion",
        denominator="initial conferences in the period whose discussion is told",
        authority=GUIDANCE + " after the strategy discussion",
        rulebook="Working Together 2018",
        polarity=Polarity.HIGHER_IS_BETTER,
        doubt="The guidance counts from the strategy discussion, the census from "
        "the enquiry's start; both are given.",
        selection=INITIAL_CONFERENCES,
        flag="in_time_from_discussion",
        denominator_flag="knows_discussion",
        needs=(_DISCUSSION,),
    ),
    Measure(
        code="conference_timeliness_open_past_limit",
        title="Conferences due and not held 15 working days after the strategy "
        "discussion",
        unit=Unit.ENQUIRY,
        kind=Kind.SNAPSHOT,
        question="protection",
        definition="On the last day of the period, enquiries not said to need no "
        "conference, more than 15 working days after the strategy discussion, with "
        "no initial conference yet held.",
        numerator="enquiries whose conference is due and not held on the last day",
        authority=GUIDANCE + " after the strategy discussion",
        rulebook="Working Together 2018",
        polarity=Polarity.LOWER_IS_BETTER,
        doubt="An enquiry that ended with nothing said of a conference is taken to "
        "have needed none.",
        selection=CONFERENCES_DUE,
        needs=(_DISCUSSION,),
    ),
    Measure(
        code="conference_timeliness_from_enquiry",
        title="Share of initial conferences within 15 working days of the enquiry's "
        "start",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="protection",
        definition="Of initial conferences held in the period whose enquiry is "
        "told, the share held no later than 15 working days after the section 47 "
        "enquiry started.",
        numerator="initial conferences within 15 working days of the enquiry",
        denominator="initial conferences in the period whose enquiry is told",
        authority=CENSUS,
        rulebook=CENSUS,
        polarity=Polarity.HIGHER_IS_BETTER,
        doubt="The guidance counts from the strategy discussion, the census from "
        "the enquiry's start; both are given.",
        selection=INITIAL_CONFERENCES,
        flag="in_time_from_enquiry",
        denominator_flag="knows_enquiry",
        needs=(_ENQUIRY,),
    ),
    Measure(
        code="conference_timeliness_from_enquiry_open_past_limit",
        title="Conferences due and not held 15 working days after the enquiry's start",
        unit=Unit.ENQUIRY,
        kind=Kind.SNAPSHOT,
        question="protection",
        definition="On the last day of the period, enquiries not said to need no "
        "conference, more than 15 working days after they started, with no initial "
        "conference yet held.",
        numerator="enquiries whose conference is due and not held on the last day",
        authority=CENSUS,
        rulebook=CENSUS,
        polarity=Polarity.LOWER_IS_BETTER,
        doubt="An enquiry that ended with nothing said of a conference is taken to "
        "have needed none.",
        selection=CONFERENCES_DUE_FROM_ENQUIRY,
    ),
)
