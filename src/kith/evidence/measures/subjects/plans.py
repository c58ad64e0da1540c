"""Child protection plans."""

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


CENSUS = "DfE, Children in need census: guide to submitting data"
REPEAT_MONTHS = 24


def _plans(facts: Facts) -> ir.Table:
    return facts.table("protection_plans")


def _plans_started(facts: Facts) -> ir.Table:
    told = facts.table("protection_plans")
    before = ibis.window(
        group_by=["area", "child"], order_by="start_on", preceding=(None, 1)
    )
    # An earlier plan still open is a date error, and no reason to miss a repeat.
    ended = ibis.coalesce(told.end_on, ibis.date(9999, 12, 31)).max().over(before)
    since = told.start_on - ibis.interval(months=REPEAT_MONTHS)
    return told.mutate(
        happened_on=told.start_on,
        counted=told.is_counted,
        knows_previous=told.previous_plans.notnull(),
        had_plan_before=certainly(told.previous_plans > 0),
        had_plan_lately=certainly(ended >= since),
    )


PLANS_STARTED = Selection(
    "plans started",
    "protection_plans",
    _plans_started,
    Time.EVENTS,
    flags=("knows_previous", "had_plan_before", "had_plan_lately"),
)
PLANS_EVER = Selection(
    "children on plans",
    "protection_plans",
    _plans,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)
PLANS_AT_END = Selection(
    "children on plans at the end",
    "protection_plans",
    _plans,
    Time.SPELLS_AT_END,
    Counted.CHILDREN,
)

_PREVIOUS = Needed("previous_plans", "the number of earlier plans", ("ssd", "annex_a"))

MEASURES = (
    Measure(
        code="protection_plans_started",
        title="Child protection plans started",
        unit=Unit.PLAN,
        kind=Kind.FLOW,
        question="protection",
        definition="Child protection plans by the day they started, one for each "
        "child, unborn children included.",
        numerator="plans started in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=PLANS_STARTED,
    ),
    Measure(
        code="children_on_protection_plans",
        title="Children on a child protection plan at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="protection",
        definition="Children whose protection plan was open on at least one day of "
        "the period, each counted once.",
        numerator="children on a plan at some point in the period",
        authority="As the partnership's annual report counts them; local",
        doubt="Not comparable with national figures, which count children on a "
        "plan on 31 March.",
        selection=PLANS_EVER,
    ),
    Measure(
        code="protection_plans_at_date",
        title="Children on a child protection plan at the end of the period",
        unit=Unit.CHILD,
        kind=Kind.SNAPSHOT,
        question="protection",
        definition="Children whose protection plan was open on the last day of the "
        "period. A plan that ended that day is not open.",
        numerator="children on a plan on the last day",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=PLANS_AT_END,
    ),
    Measure(
        code="repeat_plan_share",
        title="Share of new plans for a child who ever had one before",
        unit=Unit.PER_CENT,
        kind=Kind.RATIO,
        question="protection",
        definition="Of plans started in the period that say how many came before, "
        "the share for a child with at least one earlier plan with this council, "
        "however long ago. The return's own number is used, not our rows.",
        numerator="plans started for a child with an earlier plan",
        denominator="plans started in the period that say how many came before",
        authority="DfE, Characteristics of children in need: second or subsequent "
        "plans",
        rulebook=CENSUS,
        polarity=Polarity.LOWER_IS_BETTER,
        selection=PLANS_STARTED,
        flag="had_plan_before",
        denominator_flag="knows_previous",
        needs=(_PREVIOUS,),
    ),
    Measure(
        code="repeat_plan_share_within_two_years",
        title="Share of new plans within two years of an earlier one",
        unit=Unit.PER_CENT,
        kind=Kind.RATIO,
        question="protection",
        definition="Of plans started in the period, the share for a child whose "
        "earlier plan ended no more than two years before, by the rows at hand.",
        numerator="plans started within two years of an earlier plan's end",
        denominator="plans started in the period",
        authority="Local variant of DfE's second or subsequent plans",
        polarity=Polarity.LOWER_IS_BETTER,
        selection=PLANS_STARTED,
        flag="had_plan_lately",
        look_back_months=REPEAT_MONTHS,
        denominator_measure="protection_plans_started",
    ),
)
