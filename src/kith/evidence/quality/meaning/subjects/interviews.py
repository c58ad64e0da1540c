"""Return interviews: offered, accepted and held, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.timing import (
    days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Department for Education, children who run away or go missing, 2014"
LONG = 30


@check(
    "interview_before_return",
    reads=("return_interviews.interviewed_on",),
    severity=Severity.WARN,
    says="A return interview is held before the child returns.",
    remedy="Correct the moment of the interview or of the return.",
    source=_GUIDE,
)
def interview_before_return(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    by_moment = rows.times_held & (rows.interviewed_at < rows.returned_at)
    return rows.filter((rows.interviewed_on < rows.returned_on) | by_moment)


@check(
    "interview_offered_before_return",
    reads=("return_interviews.offered_on",),
    severity=Severity.WARN,
    says="A return interview is offered before the child returns.",
    remedy="Correct the day of the offer or of the return.",
    source=_GUIDE,
)
def interview_offered_before_return(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.offered_on < rows.returned_on)


@check(
    "interview_held_before_offer",
    reads=("return_interviews.offered_on", "return_interviews.interviewed_on"),
    severity=Severity.WARN,
    says="A return interview is held before it is offered.",
    remedy="Correct the day of the offer or of the interview.",
    source=_GUIDE,
)
def interview_held_before_offer(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.interviewed_on < rows.offered_on)


@check(
    "interview_accepted_without_offer",
    reads=("return_interviews.accepted",),
    severity=Severity.WARN,
    says="A return interview is accepted that was not offered.",
    remedy="Record the offer, or correct what the child answered.",
    source=_GUIDE,
)
def interview_accepted_without_offer(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.accepted & (rows.offered.isnull() | ~rows.offered))


@check(
    "interview_held_without_offer",
    reads=("return_interviews.offered", "return_interviews.interviewed_on"),
    severity=Severity.WARN,
    says="A return interview is held that was not offered.",
    remedy="Record the offer, or take the interview away.",
    source=_GUIDE,
)
def interview_held_without_offer(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.interviewed_on.notnull() & ~rows.offered)


@check(
    "interview_held_yet_declined",
    reads=("return_interviews.accepted", "return_interviews.interviewed_on"),
    severity=Severity.WARN,
    says="A return interview is held that the child did not accept.",
    remedy="Correct what the child answered, or take the interview away.",
    source=_GUIDE,
)
def interview_held_yet_declined(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.interviewed_on.notnull() & ~rows.accepted)


@check(
    "interview_accepted_yet_not_held",
    reads=("return_interviews.accepted", "return_interviews.interviewed_on"),
    severity=Severity.NOTE,
    says="A return interview was accepted, and 30 days after the return none is held.",
    remedy="Record the interview, or hold it.",
    source=_GUIDE,
)
def interview_accepted_yet_not_held(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    waited = days(rows.extracted_on, rows.returned_on) > LONG
    return rows.filter(rows.accepted & rows.interviewed_on.isnull() & waited)


@check(
    "interview_long_after_return",
    reads=("return_interviews.interviewed_on",),
    severity=Severity.NOTE,
    says="A return interview is held more than 30 days after the return.",
    remedy="See whether the dates are right, and belong to one episode.",
    source=f"{_GUIDE}: within 72 hours",
)
def interview_long_after_return(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(days(rows.interviewed_on, rows.returned_on) > LONG)


@check(
    "interview_after_extract",
    reads=("return_interviews.interviewed_on",),
    severity=Severity.WARN,
    says="A return interview is dated after the extract was taken.",
    remedy="Correct the moment of the interview; a planned one is not held.",
    source="Kith's own",
)
def interview_after_extract(facts: Tables) -> ir.Table:
    rows = facts.table("return_interviews")
    return rows.filter(rows.interviewed_on > rows.extracted_on)
