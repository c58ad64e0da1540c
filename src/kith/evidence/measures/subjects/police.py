"""What the police tell: domestic abuse notifications and police protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


def _notifications(facts: Facts) -> ir.Table:
    told = facts.table("notifications")
    return told.mutate(happened_on=told.notified_on, counted=told.is_counted)


def _protections(facts: Facts) -> ir.Table:
    told = facts.table("police_protections")
    return told.mutate(happened_on=told.started_on, counted=told.is_counted)


NOTIFICATIONS = Selection(
    "domestic abuse notifications", "notifications", _notifications, Time.EVENTS
)
PROTECTIONS = Selection(
    "police protections", "police_protections", _protections, Time.EVENTS
)

MEASURES = (
    Measure(
        code="domestic_abuse_notifications",
        title="Domestic abuse notifications by the police about a child",
        unit=Unit.NOTIFICATION,
        kind=Kind.FLOW,
        question="home",
        definition="Notifications of domestic abuse sent by the police to the "
        "council, by the day sent, one for each child named. They are neither "
        "incidents nor children: an incident with three children is three.",
        numerator="notifications in the period",
        authority="No national definition; as the police send them",
        doubt="Reports often don't say whether they count notifications, incidents "
        "or children.",
        selection=NOTIFICATIONS,
    ),
    Measure(
        code="police_protections",
        title="Uses of police protection, one for each child",
        unit=Unit.EVENT,
        kind=Kind.FLOW,
        question="protection",
        definition="Uses of police protection by the day it began, one for each child.",
        numerator="uses of police protection begun in the period",
        authority="Children Act 1989 section 46",
        rulebook="Children Act 1989 section 46",
        selection=PROTECTIONS,
    ),
)
