"""Domestic abuse notifications and police protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    age_at,
    days,
    hours,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_LAW = "Children Act 1989 s46(6): at most 72 hours"
HOURS = 72
ADULT = 18


@check(
    "notification_of_an_adult",
    reads=("notifications.born_on",),
    severity=Severity.WARN,
    says="A domestic abuse notification names a person of 18 or older as the child.",
    remedy="Correct the date of birth, or take the row out.",
    source="Children Act 1989 s105: a child is under 18",
)
def notification_of_an_adult(facts: Tables) -> ir.Table:
    rows = facts.table("notifications")
    return rows.filter(age_at(rows.born_on, rows.notified_on) >= ADULT)


@check(
    "notification_twice_for_an_incident",
    reads=("notifications.incident_id",),
    severity=Severity.WARN,
    says="A child is notified more than once for the same incident.",
    remedy="Send one notification for each child and incident; each row is counted.",
    source="Kith's own: notifications, incidents and children are counted apart",
)
def notification_twice_for_an_incident(facts: Tables) -> ir.Table:
    rows = facts.table("notifications")
    other = rows.view()
    return rows.semi_join(
        other,
        [
            *same_child(rows, other),
            rows.incident_id == other.incident_id,
            rows.notification_id != other.notification_id,
        ],
    )


@check(
    "police_protection_of_an_adult",
    reads=("police_protections.born_on",),
    severity=Severity.WARN,
    says="A person of 18 or older is under police protection.",
    remedy="Correct the date of birth, or take the row out.",
    source="Children Act 1989 s46, s105: a child is under 18",
)
def police_protection_of_an_adult(facts: Tables) -> ir.Table:
    rows = facts.table("police_protections")
    return rows.filter(age_at(rows.born_on, rows.started_on) >= ADULT)


@check(
    "police_protection_over_72_hours",
    reads=("police_protections.ended_at",),
    severity=Severity.WARN,
    says="Police protection lasts longer than 72 hours.",
    remedy="Correct the moments; if they are right, the law's limit was passed.",
    source=_LAW,
)
def police_protection_over_72_hours(facts: Tables) -> ir.Table:
    rows = facts.table("police_protections")
    return rows.filter(hours(rows.ended_at, rows.started_at) > HOURS)


@check(
    "police_protection_ends_before_start",
    reads=("police_protections.ended_at",),
    severity=Severity.WARN,
    says="Police protection ends before it begins.",
    remedy="Correct the moment it began or ended.",
    source=_LAW,
)
def police_protection_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("police_protections")
    return rows.filter(rows.ended_at < rows.started_at)


@check(
    "police_protection_not_ended",
    reads=("police_protections.ended_at",),
    severity=Severity.WARN,
    says="Police protection has no end, and the extract was taken more than three days "
    "after it began.",
    remedy="Record the moment it ended.",
    source=_LAW,
)
def police_protection_not_ended(facts: Tables) -> ir.Table:
    rows = facts.table("police_protections")
    return rows.filter(
        rows.ended_at.isnull() & (days(rows.extracted_on, rows.started_on) > HOURS / 24)
    )


@check(
    "police_protection_overlaps",
    reads=("police_protections",),
    severity=Severity.WARN,
    says="Police protection of a child begins while an earlier one goes on.",
    remedy="See whether it is one use recorded twice.",
    source=_LAW,
)
def police_protection_overlaps(facts: Tables) -> ir.Table:
    rows = facts.table("police_protections")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            earlier.started_at < rows.started_at,
            earlier.ended_at > rows.started_at,
        ],
    )
