"""Children in need: cases open to children's social care, and need plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Counted, Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


CENSUS = "DfE, Children in need census: guide to submitting data"


def _episodes(facts: Facts) -> ir.Table:
    return facts.table("need_episodes")


def _plans(facts: Facts) -> ir.Table:
    return facts.table("need_plans")


IN_NEED_EVER = Selection(
    "children in need",
    "need_episodes",
    _episodes,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)
IN_NEED_AT_END = Selection(
    "children in need at the end",
    "need_episodes",
    _episodes,
    Time.SPELLS_AT_END,
    Counted.CHILDREN,
)
NEED_PLANS = Selection(
    "children on need plans",
    "need_plans",
    _plans,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)

MEASURES = (
    Measure(
        code="children_in_need",
        title="Children in need at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="help",
        definition="Children whose case was open to children's social care on at "
        "least one day of the period, each counted once: as the national census "
        "counts, children on protection plans and in care included.",
        numerator="children with a case open at some point in the period",
        authority=CENSUS,
        rulebook=CENSUS,
        doubt="Published reports often don't say whether their “children in need” "
        "are these, plans and care included, or children on need plans, who are "
        "counted apart.",
        selection=IN_NEED_EVER,
    ),
    Measure(
        code="children_on_need_plans",
        title="Children on a child in need plan at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="help",
        definition="Children with a child in need plan open on at least one day of "
        "the period, each counted once. A local count: children on protection plans "
        "or in care are not in it unless they also had a need plan.",
        numerator="children on a need plan at some point in the period",
        authority="Children Act 1989 section 17; local count",
        doubt="There is no national definition of a count of need plans.",
        selection=NEED_PLANS,
    ),
    Measure(
        code="children_in_need_at_date",
        title="Children in need at the end of the period",
        unit=Unit.CHILD,
        kind=Kind.SNAPSHOT,
        question="help",
        definition="Children whose case was open to children's social care on the "
        "last day of the period, children on protection plans and in care included.",
        numerator="children with a case open on the last day",
        authority=CENSUS,
        rulebook=CENSUS,
        selection=IN_NEED_AT_END,
    ),
)
