"""Which returns are owed for which days, when each is due, and who is reminded.

Local practice: no guidance sets a cadence or a day for a multi-agency data set. Days are
working days of England, counted from the period's last day; day 1 is the next working
day.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import (
    ENGLAND,
    add_working_days,
    subtract_working_days,
)
from kith.domain.vocabulary.periods import Period, months_before


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Cadence(StrEnum):
    """How often a return is owed."""

    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    HALF_YEARLY = "HALF_YEARLY"
    YEARLY = "YEARLY"


MONTHS = {
    Cadence.MONTHLY: 1,
    Cadence.QUARTERLY: 3,
    Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}
"""How many months each return is about."""

STEWARD_BEFORE = 10
"""Working days before a return is due from which its steward is reminded."""
LEAD_AFTER = 1
"""Working days late from which the agency's lead is reminded too."""
PARTNER_AFTER = 10
"""Working days late from which the agency's safeguarding partner is reminded too."""


class Reminded(StrEnum):
    """Who is reminded of a return that was not sent, each rung with those below."""

    NOBODY = "nobody"
    STEWARD = "steward"
    LEAD = "lead"
    PARTNER = "partner"


def owed_periods(cadence: Cadence, first: date, until: date) -> Iterator[Period]:
    """The periods from the first day on that are over by the day ``until``.

    ``first`` is the first of a month, and periods follow one another without a gap.
    """
    step, start = MONTHS[cadence], first
    while True:
        after = months_before(start, -step)
        period = Period(start, after - timedelta(days=1))
        if period.last >= until:
            return
        yield period
        start = after


def period_from(cadence: Cadence, first: date) -> Period:
    """The period that starts on this first of a month."""
    return Period(first, months_before(first, -MONTHS[cadence]) - timedelta(days=1))


def return_due_on(period: Period, days_to_send: int) -> date:
    """The last day on which the return is in time."""
    return add_working_days(period.last, days_to_send)


def has_due_days(cadence: Cadence, first: date, days_to_send: int) -> bool:
    """Whether the calendar of working days reaches the first return's due day.

    It has to reach the reminders as well, before that day and after it.
    """
    try:
        due_on = return_due_on(period_from(cadence, first), days_to_send)
        subtract_working_days(due_on, STEWARD_BEFORE)
        add_working_days(due_on, PARTNER_AFTER)
    except ValueError:
        return False
    return True


def calendar_years() -> tuple[int, int]:
    """The first and the last year whose working days are known."""
    return ENGLAND.first.year, ENGLAND.last.year


def reminded_on(day: date, due_on: date) -> Reminded:
    """Who is reminded on the day of a return that was due, or falls due, then."""
    if day >= add_working_days(due_on, PARTNER_AFTER):
        return Reminded.PARTNER
    if day >= add_working_days(due_on, LEAD_AFTER):
        return Reminded.LEAD
    if day >= subtract_working_days(due_on, STEWARD_BEFORE):
        return Reminded.STEWARD
    return Reminded.NOBODY
