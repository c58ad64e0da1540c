"""Days, ages and working days as column expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


def days(later: ir.Value, earlier: ir.Value) -> ir.Value:
    """How many days lie between two days; negative where they are the other way."""
    return later.delta(earlier, unit="day")


def hours(later: ir.Value, earlier: ir.Value) -> ir.Value:
    """How many hours lie between two moments, by the clock on the wall."""
    return (later.epoch_seconds() - earlier.epoch_seconds()) / 3600


def after_days(day: ir.Value, count: int) -> ir.Value:
    """The day so many days later."""
    return day + ibis.interval(days=count)


def after_months(day: ir.Value, count: int) -> ir.Value:
    """The same day so many months later, or the last day of a month without it."""
    return day + ibis.interval(months=count)


def age_at(born: ir.Value, day: ir.Value) -> ir.Value:
    """Age in whole years on a day; negative before birth (as `ages.age_on`)."""
    before_birthday = day.month() * 100 + day.day() < born.month() * 100 + born.day()
    return day.year() - born.year() - before_birthday.cast("int64")


def numbered(rows: ir.Table, facts: Tables, day: str, name: str) -> ir.Table:
    """The rows with the working day number of one of their days.

    Two numbers differ by the working days after the first day up to and including
    the second. Rows whose day the calendar does not hold are left out.
    """
    calendar = facts.calendar
    numbers = calendar.select(
        calendar.date.name(f"{name}_day"), calendar.working_day_number.name(name)
    )
    joined = rows.inner_join(numbers, rows[day] == numbers[f"{name}_day"])
    return joined.drop(f"{name}_day")
