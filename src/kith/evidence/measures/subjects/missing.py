"""Children missing, and the interviews they are owed on return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.evidence.measures.certainty import certainly
from kith.evidence.measures.measure import (
    Counted,
    Facts,
    Measure,
    Needed,
    Selection,
    Time,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir


GUIDANCE = (
    "DfE, Statutory guidance on children who run away or go missing from home or "
    "care, January 2014"
)
LIMIT_HOURS = 72
LIMIT_DAYS = 3
"""The limit where a return holds days only."""


def _episodes(facts: Facts) -> ir.Table:
    told = facts.table("missing_episodes")
    return told.mutate(happened_on=told.missing_on, counted=told.is_counted)


def _interviews(facts: Facts) -> ir.Table:
    told = facts.table("return_interviews")
    by_hours = told.interviewed_at <= told.returned_at + ibis.interval(
        hours=LIMIT_HOURS
    )
    by_days = told.interviewed_on <= told.returned_on + ibis.interval(days=LIMIT_DAYS)
    times = _knows_times(told)
    in_time = certainly(ibis.ifelse(times, by_hours, by_days))
    return told.mutate(
        happened_on=told.returned_on,
        counted=told.is_counted,
        was_offered=certainly(told.offered),
        was_held=told.interviewed_on.notnull(),
        in_time=in_time,
        offered_in_time=in_time & certainly(told.offered),
    )


def _interviews_owed(facts: Facts) -> ir.Table:
    """Returns from the day their interview was late until it was held."""
    told = facts.table("return_interviews")
    told = told.filter(~certainly(~told.accepted) | told.interviewed_on.notnull())
    by_hours = (told.returned_at + ibis.interval(hours=LIMIT_HOURS)).date()
    by_days = told.returned_on + ibis.interval(days=LIMIT_DAYS + 1)
    times = certainly(told.times_held) & told.returned_at.notnull()
    return told.mutate(
        start_on=ibis.ifelse(times, by_hours, by_days), end_on=told.interviewed_on
    )


def _knows_times(told: ir.Table) -> ir.BooleanValue:
    return (
        certainly(told.times_held)
        & told.returned_at.notnull()
        & told.interviewed_at.notnull()
    )


EPISODES = Selection("missing episodes", "missing_episodes", _episodes, Time.EVENTS)
CHILDREN = Selection(
    "children missing",
    "missing_episodes",
    _episodes,
    Time.EVENTS,
    Counted.CHILDREN,
)
INTERVIEWS = Selection(
    "return interviews",
    "return_interviews",
    _interviews,
    Time.EVENTS,
    flags=("was_offered", "was_held", "in_time", "offered_in_time"),
)
INTERVIEWS_OWED = Selection(
    "return interviews owed",
    "return_interviews",
    _interviews_owed,
    Time.SPELLS_AT_END,
)

_OFFER = Needed(
    "offered",
    "whether an interview was offered",
    ("missing_and_return_interviews", "ssd"),
)
_HELD = Needed(
    "interviewed_on",
    "the day of a return interview",
    ("missing_and_return_interviews",),
    empty_is_told=True,
)
_BY_DAYS = (
    "Where a return holds days and no times, within three days of the day of return."
)

MEASURES = (
    Measure(
        code="missing_episodes",
        title="Missing episodes",
        unit=Unit.EPISODE,
        kind=Kind.FLOW,
        question="missing",
        definition="Reports of a child missing, by the day of the report. One child "
        "may have several.",
        numerator="missing episodes reported in the period",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        selection=EPISODES,
    ),
    Measure(
        code="return_interviews_offered",
        title="Return interviews offered",
        unit=Unit.INTERVIEW,
        kind=Kind.FLOW,
        question="missing",
        definition="Missing episodes that ended in the period after which an "
        "interview was offered, by the day of return.",
        numerator="interviews offered after a return in the period",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        selection=INTERVIEWS,
        flag="was_offered",
        needs=(_OFFER,),
    ),
    Measure(
        code="return_interviews_completed",
        title="Return interviews completed",
        unit=Unit.INTERVIEW,
        kind=Kind.FLOW,
        question="missing",
        definition="Missing episodes that ended in the period after which an "
        "interview was held, by the day of return.",
        numerator="interviews held after a return in the period",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        selection=INTERVIEWS,
        flag="was_held",
        needs=(_HELD,),
    ),
    Measure(
        code="children_missing",
        title="Children missing at least once",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="missing",
        definition="Children reported missing at least once in the period, each "
        "counted once.",
        numerator="children with a missing report in the period",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        selection=CHILDREN,
    ),
    Measure(
        code="return_interview_timeliness",
        title="Share of completed return interviews held within 72 hours",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="missing",
        definition="Of return interviews completed after a return in the period, "
        "the share held within 72 hours of the return. " + _BY_DAYS,
        numerator="interviews held within 72 hours of the return",
        denominator="return interviews completed",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        polarity=Polarity.HIGHER_IS_BETTER,
        doubt="The guidance does not say what to divide by, so three shares are "
        "given: of interviews completed, of those offered, and of all episodes that "
        "ended.",
        limit_in_hours=True,
        selection=INTERVIEWS,
        flag="in_time",
        denominator_flag="was_held",
        needs=(_HELD,),
        denominator_measure="return_interviews_completed",
    ),
    Measure(
        code="return_interview_timeliness_of_offered",
        title="Share of offered return interviews held within 72 hours",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="missing",
        definition="Of return interviews offered after a return in the period, the "
        "share held within 72 hours of the return. " + _BY_DAYS,
        numerator="interviews offered and held within 72 hours of the return",
        denominator="return interviews offered",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        polarity=Polarity.HIGHER_IS_BETTER,
        limit_in_hours=True,
        selection=INTERVIEWS,
        flag="offered_in_time",
        denominator_flag="was_offered",
        needs=(_OFFER, _HELD),
        denominator_measure="return_interviews_offered",
    ),
    Measure(
        code="return_interview_timeliness_of_ended",
        title="Share of ended missing episodes with an interview within 72 hours",
        unit=Unit.PER_CENT,
        kind=Kind.TIMELINESS,
        question="missing",
        definition="Of missing episodes that ended in the period, the share after "
        "which an interview was held within 72 hours of the return. " + _BY_DAYS,
        numerator="interviews held within 72 hours of the return",
        denominator="missing episodes that ended in the period",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        polarity=Polarity.HIGHER_IS_BETTER,
        limit_in_hours=True,
        selection=INTERVIEWS,
        flag="in_time",
        needs=(_HELD,),
    ),
    Measure(
        code="return_interview_timeliness_open_past_limit",
        title="Return interviews still owed after 72 hours",
        unit=Unit.INTERVIEW,
        kind=Kind.SNAPSHOT,
        question="missing",
        definition="On the last day of the period, ended missing episodes with no "
        "interview held and none declined, more than 72 hours after the return. "
        + _BY_DAYS,
        numerator="interviews owed and past the limit on the last day",
        authority=GUIDANCE,
        rulebook="Missing children guidance 2014",
        polarity=Polarity.LOWER_IS_BETTER,
        doubt="An interview never held stays owed, however long ago the return.",
        limit_in_hours=True,
        selection=INTERVIEWS_OWED,
        needs=(_HELD,),
    ),
)
