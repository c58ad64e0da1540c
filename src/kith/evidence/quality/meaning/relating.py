"""How rows of one table stand to rows of another: within reach, open, overlapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.quality.meaning.timing import after_days


if TYPE_CHECKING:
    import ibis.expr.types as ir


def same_child(one: ir.Table, other: ir.Table) -> list[ir.BooleanValue]:
    """The pairs of rows that are about one child, as one agency knows it."""
    return [one.child == other.child, one.agency == other.agency]


def open_on(spells: ir.Table, day: ir.Value) -> ir.BooleanValue:
    """Whether a spell is open on a day: begun by then, and not ended by then."""
    return (spells.start_on <= day) & (spells.end_on.isnull() | (spells.end_on > day))


def touches(spells: ir.Table, day: ir.Value) -> ir.BooleanValue:
    """Whether a spell holds a day, its last day included."""
    return (spells.start_on <= day) & (spells.end_on.isnull() | (spells.end_on >= day))


def overlapping(spells: ir.Table) -> ir.Table:
    """Spells that begin while an earlier one of the same child goes on."""
    earlier = spells.view()
    return spells.semi_join(
        earlier,
        [
            *same_child(spells, earlier),
            spells.area == earlier.area,
            earlier.start_on < spells.start_on,
            earlier.end_on.isnull() | (earlier.end_on > spells.start_on),
        ],
    )


def in_reach(
    rows: ir.Table,
    other: ir.Table,
    *,
    day: str,
    other_day: str,
    back: int = 0,
    ahead: int = 0,
) -> ir.Table:
    """The rows for which the other table would show a row, were there one.

    A return that holds six months says nothing of the months before; so a missing
    row means something only where the same agency tells the other table for the
    days from ``back`` days before to ``ahead`` days after.
    """
    reach = other.group_by(
        other.area.name("reach_area"), other.agency.name("reach_agency")
    ).agg(
        told_from=other.told_from.min(),
        first=other[other_day].cast("date").min(),
        last=other.told_to.max(),
    )
    return rows.semi_join(
        reach,
        [
            rows.area == reach.reach_area,
            rows.agency == reach.reach_agency,
            after_days(rows[day], -back) >= reach.told_from,
            after_days(rows[day], -back) >= reach.first,
            after_days(rows[day], ahead) <= reach.last,
        ],
    )
