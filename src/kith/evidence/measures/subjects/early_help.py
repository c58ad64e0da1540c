"""Early help episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Counted, Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


def _started(facts: Facts) -> ir.Table:
    told = facts.table("early_help")
    return told.mutate(happened_on=told.start_on, counted=told.is_counted)


def _episodes(facts: Facts) -> ir.Table:
    return facts.table("early_help")


STARTED = Selection("early help started", "early_help", _started, Time.EVENTS)
WITH_EARLY_HELP = Selection(
    "children with early help",
    "early_help",
    _episodes,
    Time.SPELLS_EVER,
    Counted.CHILDREN,
)

MEASURES = (
    Measure(
        code="early_help_started",
        title="Early help episodes started",
        unit=Unit.EPISODE,
        kind=Kind.FLOW,
        question="help",
        definition="Early help episodes by the day they started, one for each child.",
        numerator="episodes started in the period",
        authority="Children Act 2004 section 10; local count",
        selection=STARTED,
    ),
    Measure(
        code="children_with_early_help",
        title="Children with early help at some point",
        unit=Unit.CHILD,
        kind=Kind.EVER,
        question="help",
        definition="Children with an early help episode open on at least one day of "
        "the period, each counted once.",
        numerator="children with an episode open at some point in the period",
        authority="As the partnership's annual report counts them; local",
        doubt="There is no national definition of an early help episode.",
        selection=WITH_EARLY_HELP,
    ),
)
