"""From a figure back to its rows: where each counted unit was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from kith.contracts.facts import FACTS
from kith.evidence.measures.counting import in_period
from kith.evidence.measures.measure import CHILDHOOD, Counted, Time
from kith.evidence.measures.supplied import SuppliedFigures


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.measure import Measure, Selection
    from kith.evidence.store.fact_store import FactStore


LINEAGE = {
    "return": "source_return",
    "file": "source_file",
    "sheet": "source_sheet",
    "row": "source_row",
}
"""Where a row was told, as printed and as facts hold it."""

COLUMNS = ("measure", "area", "date", "ended_on", "agency", "feed", *LINEAGE)
"""What is printed of a row: no child, no date of birth."""


def counted_rows(
    store: FactStore, measure: Measure, area: str, period: Period
) -> pa.Table:
    """One row for each unit a figure counts; the numerator's for shares and rates."""
    selection = measure.selection
    if selection is None:
        return _population(store, measure, area, period)
    rows = selection.rows(store)
    rows = in_period(rows.filter(rows.area == area), selection.time, period)
    if measure.flag:
        rows = rows.filter(rows[measure.flag])
    if selection.counted is Counted.CHILDREN:
        rows = _first_of_each_child(rows, selection)
    dated = FACTS[selection.fact].date
    happened = selection.time is Time.EVENTS
    date = rows.happened_on if happened else rows[dated]
    ended = ibis.null("date") if happened else rows.end_on
    extra = {selection.duration: rows[selection.duration]} if measure.is_median else {}
    printed = rows.select(
        measure=ibis.literal(measure.code),
        area=rows.area,
        date=date,
        ended_on=ended,
        agency=rows.agency,
        feed=rows.feed,
        **{name: rows[column] for name, column in LINEAGE.items()},
        **extra,
    )
    return printed.order_by(["date", *LINEAGE]).to_pyarrow()


def sent_rows(store: FactStore, code: str, area: str, period: Period) -> pa.Table:
    """The figures agencies sent of an indicator, within the period."""
    sent = SuppliedFigures.of_store(store, [area]).sent(code, area)
    inside = [
        s for s in sent if period.first <= s.days.first and s.days.last <= period.last
    ]
    rows = [
        {
            "measure": s.measure,
            "area": s.area,
            "date": s.days.first,
            "ended_on": s.days.last,
            "agency": s.agency,
            "feed": "aggregate",
            **dict(zip(LINEAGE, s.lineage, strict=True)),
        }
        for s in inside
    ]
    schema = pa.schema(
        [
            (name, pa.date32() if name in ("date", "ended_on") else pa.string())
            for name in COLUMNS[:-1]
        ]
        + [("row", pa.int64())]
    )
    return pa.Table.from_pylist(rows, schema)


def _first_of_each_child(rows: ir.Table, selection: Selection) -> ir.Table:
    """A child's first row in the period; ties go to the lesser key."""
    day = "happened_on" if selection.time is Time.EVENTS else "start_on"
    each = ibis.window(group_by="child", order_by=[day, "fact_key"])
    numbered = rows.mutate(which=ibis.row_number().over(each))
    return numbered.filter(numbered.which == 0).drop("which")


def _population(
    store: FactStore, measure: Measure, area: str, period: Period
) -> pa.Table:
    """The estimate's rows, each with the persons it stands for."""
    told = store.table("population")
    told = told.filter(
        told.area == area,
        told.basis == "mid_year",
        told.age.between(*CHILDHOOD),
        told.estimate_on <= period.last,
    )
    latest = told.filter(told.year == told.year.max())
    return (
        latest.select(
            measure=ibis.literal(measure.code),
            area=latest.area,
            date=latest.estimate_on,
            ended_on=ibis.null("date"),
            agency=latest.agency,
            feed=latest.feed,
            **{name: latest[column] for name, column in LINEAGE.items()},
            persons=latest.persons,
        )
        .order_by(["date", *LINEAGE])
        .to_pyarrow()
    )
