"""The extract itself: dates beyond it, and months that came late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import ANY_DATED, check
from kith.evidence.quality.meaning.tables import PLACE
from kith.evidence.quality.meaning.timing import (
    days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_OWN = "Kith's own"
FILLERS = (
    *(date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)),
    *(date(1970, 1, 1), date(9999, 12, 31)),
)
"""Days that systems write where they hold none."""

WINDOW, WINDOWS_BEFORE, ENOUGH = 28, 3, 15


@check(
    "event_after_extract",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="Something is dated after the extract was taken.",
    remedy="Correct the date of the event, or of the extract in return.toml.",
    source=_OWN,
)
def event_after_extract(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(rows.day > rows.extracted_on)


@check(
    "end_after_extract",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="Something ends after the extract was taken.",
    remedy="Leave the end empty until it has ended; a planned end is none.",
    source=_OWN,
)
def end_after_extract(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(rows.ended_on > rows.extracted_on)


@check(
    "event_after_period",
    reads=(ANY_DATED,),
    severity=Severity.NOTE,
    says="Something is dated after the period that the return reports.",
    remedy="Nothing, where a later return reports it; this one does not count it.",
    source=_OWN,
)
def event_after_period(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter((rows.day > rows.told_to) & (rows.day <= rows.extracted_on))


@check(
    "filler_date",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="A date is one that systems write where they hold none, such as 1 January "
    "1900.",
    remedy="Leave the date empty where it is not known.",
    source=_OWN,
)
def filler_date(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(
        rows.day.isin(FILLERS)
        | rows.ended_on.isin(FILLERS)
        | rows.born_on.isin(FILLERS)
    )


@check(
    "last_weeks_empty",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="Nothing is told of the last 28 days of the period, although each of the "
    "three times 28 days before holds rows. This is the latest row told.",
    remedy="See whether rows were recorded late, and take the extract again.",
    source=_OWN,
)
def last_weeks_empty(facts: Tables) -> ir.Table:
    rows = facts.events
    series = ("fact", "feed", "agency", "area")
    ends = rows.group_by(*series).agg(period_end=rows.told_to.max())
    rows = rows.inner_join(ends, series)
    rows = rows.mutate(window=days(rows.period_end, rows.day) // WINDOW)
    before = rows.filter(rows.window.between(1, WINDOWS_BEFORE))
    held = before.group_by(*series).agg(
        windows=before.window.nunique(), rows=before.count()
    )
    held = held.filter((held.windows == WINDOWS_BEFORE) & (held["rows"] >= ENOUGH))
    told = rows.filter(rows.window == 0)
    stopped = held.anti_join(told, series)
    shown = rows.semi_join(stopped, series)
    shown = shown.filter(shown.window >= 1)
    newest = ibis.row_number().over(
        group_by=[shown[name] for name in series],
        order_by=[shown.day.desc(), *(shown[name] for name in PLACE)],
    )
    return shown.mutate(newest=newest).filter(_.newest == 0)
