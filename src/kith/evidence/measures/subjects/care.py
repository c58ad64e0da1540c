"""Children looked after, and care leavers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Counted, Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


SSDA903 = "DfE, Children looked after return (SSDA903): guide"


def _spells(facts: Facts) -> ir.Table:
    return facts.table("care_spells")


def _leavers(facts: Facts) -> ir.Table:
    return facts.table("care_leavers")


LOOKED_AFTER_EVER = Selection(
    "children looked after",
    "care_spells",
    _spells,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)
LOOKED_AFTER_AT_END = Selection(
    "children looked after at the end",
    "care_spells",
    _spells,
    Time.SPELLS_AT_END,
    Counted.CHILDREN,
)
CARE_LEAVERS = Selection(
    "care leavers",
    "care_leavers",
    _leavers,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)

MEASURES = (
    Measure(
        code="children_looked_after",
        title="Children looked after at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="care",
        definition="Children looked after by the council on at least one day of the "
        "period, each counted once.",
        numerator="children looked after at some point in the period",
        authority="As the partnership's annual report counts them; local",
        doubt="A series of short breaks is left out only where the council's return "
        "leaves it out.",
        selection=LOOKED_AFTER_EVER,
    ),
    Measure(
        code="care_leavers_served",
        title="Care leavers served at some point",
        unit=Unit.PERSON,
        kind=Kind.EVER,
        question="care",
        definition="Young people served as care leavers at some point in the "
        "period, each counted once.",
        numerator="care leavers served at some point in the period",
        authority="As the partnership's annual report counts them; local",
        doubt="A list of care leavers says who was served in the days it reports, "
        "not on which of them; by month a person counts in every month it reports.",
        selection=CARE_LEAVERS,
        ages=(16, 25),
    ),
    Measure(
        code="children_looked_after_at_date",
        title="Children looked after at the end of the period",
        unit=Unit.CHILD,
        kind=Kind.SNAPSHOT,
        question="care",
        definition="Children looked after by the council on the last day of the "
        "period. A spell that ended that day is not open.",
        numerator="children looked after on the last day",
        authority=SSDA903,
        rulebook=SSDA903,
        selection=LOOKED_AFTER_AT_END,
    ),
)
