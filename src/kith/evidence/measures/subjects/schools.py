"""Education, health and care plans; children educated at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Counted, Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


SEN2 = "DfE, SEN2 return: Children and Families Act 2014 Part 3"
HOME = "Education Act 1996 sections 7 and 436A; local register"


def _ehc_plans(facts: Facts) -> ir.Table:
    return facts.table("ehc_plans")


def _home_education(facts: Facts) -> ir.Table:
    return facts.table("home_education")


EHC_PLANS = Selection("EHC plans open", "ehc_plans", _ehc_plans, Time.SPELLS_AT_END)
HOME_EVER = Selection(
    "children home educated",
    "home_education",
    _home_education,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)
HOME_AT_END = Selection(
    "children home educated at the end",
    "home_education",
    _home_education,
    Time.SPELLS_AT_END,
    Counted.CHILDREN,
)

MEASURES = (
    Measure(
        code="children_home_educated",
        title="Children educated at home at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="education",
        definition="Children known to be electively educated at home on at least one "
        "day of the period, each counted once.",
        numerator="children educated at home at some point in the period",
        authority=HOME,
        doubt="A council knew only of the families who told it; registers of "
        "children not in school came later.",
        selection=HOME_EVER,
    ),
    Measure(
        code="ehc_plans_open",
        title="Education, health and care plans open at the end of the period",
        unit=Unit.PLAN,
        kind=Kind.SNAPSHOT,
        question="education",
        definition="Plans the council maintained on the last day of the period, for "
        "children and young people aged 0 to 25.",
        numerator="plans open on the last day",
        authority=SEN2,
        rulebook="SEND regulations 2014",
        selection=EHC_PLANS,
        ages=(0, 25),
    ),
    Measure(
        code="home_educated_at_date",
        title="Children educated at home at the end of the period",
        unit=Unit.CHILD,
        kind=Kind.SNAPSHOT,
        question="education",
        definition="Children known to be electively educated at home on the last day "
        "of the period.",
        numerator="children educated at home on the last day",
        authority=HOME,
        selection=HOME_AT_END,
    ),
)
