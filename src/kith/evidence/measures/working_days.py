"""Working days on a million rows: differences of the calendar's numbers.

The calendar numbers each day with the working days there are up to and including
it, so that the difference of two days' numbers is the count of working days after
the first, up to and including the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.measures.measure import Facts


def with_working_days(
    rows: ir.Table, facts: Facts, *, start: str, end: str, name: str
) -> ir.Table:
    """The rows with how many working days lie between two of their days.

    Null where either day is missing or outside the calendar.
    """
    numbered = _with_number(rows, facts, start, f"{name}_at_start")
    numbered = _with_number(numbered, facts, end, f"{name}_at_end")
    elapsed = numbered[f"{name}_at_end"] - numbered[f"{name}_at_start"]
    return numbered.mutate(elapsed.name(name))


def with_first_day_past(
    rows: ir.Table, facts: Facts, *, start: str, limit: int, name: str
) -> ir.Table:
    """The rows with the first day on which more than ``limit`` working days passed."""
    number = f"{name}_number"
    numbered = _with_number(rows, facts, start, number)
    numbered = numbered.mutate((numbered[number] + limit + 1).name(number))
    calendar = facts.calendar
    firsts = calendar.group_by(calendar.working_day_number.name(number)).agg(
        calendar.date.min().name(name)
    )
    return numbered.left_join(firsts, number).drop(f"{number}_right")


def _with_number(rows: ir.Table, facts: Facts, day: str, name: str) -> ir.Table:
    calendar = facts.calendar
    numbers = calendar.select(
        calendar.date.name(f"{name}_day"), calendar.working_day_number.name(name)
    )
    joined = rows.left_join(numbers, rows[day] == numbers[f"{name}_day"])
    return joined.drop(f"{name}_day")
