"""Strategy discussions and section 47 enquiries: what must come before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    after_days,
    numbered,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Working Together 2018 chapter 1"
_LAW = "Children Act 1989 s47"
LIMIT = 15


@check(
    "enquiry_before_discussion",
    reads=("section_47.strategy_discussion_on",),
    severity=Severity.WARN,
    says="A section 47 enquiry starts before the strategy discussion that began it.",
    remedy="Correct the date of the enquiry or of the discussion.",
    source=f"{_GUIDE}: a strategy discussion decides whether to enquire",
)
def enquiry_before_discussion(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    return rows.filter(rows.started_on < rows.strategy_discussion_on)


@check(
    "enquiry_without_discussion",
    reads=("section_47", "strategy_discussions"),
    severity=Severity.WARN,
    says="A section 47 enquiry has no strategy discussion in the 15 working days "
    "before it.",
    remedy="See whether the discussion is recorded, and under which number.",
    source=f"{_GUIDE}: a strategy discussion decides whether to enquire",
)
def enquiry_without_discussion(facts: Tables) -> ir.Table:
    rows, talks = facts.table("section_47"), facts.table("strategy_discussions")
    rows = in_reach(rows, talks, day="started_on", other_day="held_on", back=21)
    rows = numbered(rows, facts, "started_on", "begun")
    talks = numbered(talks, facts, "held_on", "held")
    return rows.anti_join(
        talks,
        [
            *same_child(rows, talks),
            talks.held_on <= rows.started_on,
            rows.begun - talks.held <= LIMIT,
        ],
    )


@check(
    "conference_before_enquiry",
    reads=("section_47.conference_on",),
    severity=Severity.WARN,
    says="An initial conference is held before its section 47 enquiry starts.",
    remedy="Correct the date of the conference or of the enquiry.",
    source=_GUIDE,
)
def conference_before_enquiry(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    return rows.filter(rows.conference_on < rows.started_on)


@check(
    "conference_unnecessary_yet_held",
    reads=("section_47.conference_unnecessary", "section_47.conference_on"),
    severity=Severity.WARN,
    says="A conference was deemed unnecessary, yet one is dated.",
    remedy="Correct the answer, or take the date away.",
    source="Ofsted, ILACS annex A, list 5",
)
def conference_unnecessary_yet_held(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    return rows.filter(rows.conference_unnecessary & rows.conference_on.notnull())


@check(
    "conference_past_limit",
    reads=("section_47.conference_on",),
    severity=Severity.NOTE,
    says="An initial conference is held more than 15 working days after its enquiry "
    "started.",
    remedy="See whether the dates are right; if they are, the delay is real.",
    source=f"{_GUIDE}; Department for Education, children in need census guide",
)
def conference_past_limit(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    rows = numbered(rows, facts, "started_on", "begun")
    rows = numbered(rows, facts, "conference_on", "met")
    return rows.filter(rows.met - rows.begun > LIMIT)


@check(
    "enquiry_ends_before_start",
    reads=("section_47.ended_on",),
    severity=Severity.WARN,
    says="A section 47 enquiry ends before it starts.",
    remedy="Correct the day it started or ended.",
    source=_LAW,
)
def enquiry_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    return rows.filter(rows.ended_on < rows.started_on)


@check(
    "enquiry_conference_not_told",
    reads=("section_47.conference_on", "conferences"),
    severity=Severity.WARN,
    says="An enquiry names its conference's day, and no conference of the child is "
    "told on that day.",
    remedy="Correct the day, or send the conference.",
    source="Kith's own: references between tables",
)
def enquiry_conference_not_told(facts: Tables) -> ir.Table:
    rows, met = facts.table("section_47"), facts.table("conferences")
    rows = rows.filter(rows.conference_on.notnull())
    rows = in_reach(rows, met, day="conference_on", other_day="held_on")
    return rows.anti_join(
        met, [*same_child(rows, met), met.held_on == rows.conference_on]
    )


@check(
    "enquiry_undecided_past_limit",
    reads=("section_47",),
    severity=Severity.NOTE,
    says="Fifteen working days after an enquiry started there is no conference, "
    "nothing says that none was needed, and the enquiry has not ended.",
    remedy="Record the conference, or that it was unnecessary.",
    source=_GUIDE,
)
def enquiry_undecided_past_limit(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    rows = rows.filter(
        rows.conference_on.isnull()
        & rows.ended_on.isnull()
        & ~rows.conference_unnecessary.fill_null(False)  # noqa: FBT003 (Ibis's own)
    )
    rows = numbered(rows, facts, "started_on", "begun")
    rows = numbered(rows, facts, "extracted_on", "seen")
    return rows.filter(rows.seen - rows.begun > LIMIT)


@check(
    "discussion_without_its_enquiry",
    reads=("strategy_discussions.led_to_enquiry", "section_47"),
    severity=Severity.WARN,
    says="A strategy discussion led to an enquiry, and none of the child starts within "
    "ten days.",
    remedy="Send the enquiry, or correct what the discussion led to.",
    source=_GUIDE,
)
def discussion_without_its_enquiry(facts: Tables) -> ir.Table:
    rows, made = facts.table("strategy_discussions"), facts.table("section_47")
    rows = rows.filter(rows.led_to_enquiry)
    rows = in_reach(rows, made, day="held_on", other_day="started_on", ahead=10)
    return rows.anti_join(
        made,
        [
            *same_child(rows, made),
            made.started_on >= rows.held_on,
            made.started_on <= after_days(rows.held_on, 10),
        ],
    )


@check(
    "discussion_without_enquiry_yet_one_starts",
    reads=("strategy_discussions.led_to_enquiry", "section_47"),
    severity=Severity.WARN,
    says="A strategy discussion led to no enquiry, yet one of the child starts on the "
    "same day.",
    remedy="Correct what the discussion led to, or the date of the enquiry.",
    source=_GUIDE,
)
def discussion_without_enquiry_yet_one_starts(facts: Tables) -> ir.Table:
    rows, made = facts.table("strategy_discussions"), facts.table("section_47")
    rows = rows.filter(~rows.led_to_enquiry)
    return rows.semi_join(
        made, [*same_child(rows, made), made.started_on == rows.held_on]
    )


@check(
    "enquiry_again_within_days",
    reads=("section_47",),
    severity=Severity.NOTE,
    says="A second enquiry about a child starts within three days.",
    remedy="See whether it is one enquiry recorded twice.",
    source="Kith's own",
)
def enquiry_again_within_days(facts: Tables) -> ir.Table:
    rows = facts.table("section_47")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            earlier.started_on < rows.started_on,
            earlier.started_on >= after_days(rows.started_on, -3),
        ],
    )
