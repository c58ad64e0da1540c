"""Whose turn it is to chair. The order and the length of a term are local [?], and so
values of each body's own plan; Working Together 2023, chapter 2, asks for a fixed term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import months_before


if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Turn:
    """A term: whose place in the order it is, and its first and last day."""

    place: int
    first_on: date
    last_on: date


def turn_on(day: date, *, first_from: date, months: int, partners: int) -> Turn | None:
    """The turn that stands on the day; None before the first one, or without partners."""
    if day < first_from or partners < 1 or months < 1:
        return None
    passed = (day.year - first_from.year) * 12 + day.month - first_from.month
    number = passed // months
    if months_before(first_from, -(number * months)) > day:
        number -= 1
    return turn_number(number, first_from=first_from, months=months, partners=partners)


def next_turn(turn: Turn, *, first_from: date, months: int, partners: int) -> Turn:
    """The turn after this one."""
    after = turn_on(
        turn.last_on + timedelta(days=1),
        first_from=first_from,
        months=months,
        partners=partners,
    )
    assert after is not None
    return after


def turn_number(number: int, *, first_from: date, months: int, partners: int) -> Turn:
    """The turn of a number, counted from nought."""
    first = months_before(first_from, -(number * months))
    after = months_before(first_from, -((number + 1) * months))
    return Turn(number % partners, first, after - timedelta(days=1))
