"""Whose turn it is to chair."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.rotation import next_turn, turn_on


PLAN = {"first_from": date(2019, 11, 14), "months": 12, "partners": 3}


@pytest.mark.parametrize(
    ("day", "place", "first", "last"),
    [
        (date(2019, 11, 14), 0, date(2019, 11, 14), date(2020, 11, 13)),
        (date(2020, 11, 13), 0, date(2019, 11, 14), date(2020, 11, 13)),
        (date(2020, 11, 14), 1, date(2020, 11, 14), date(2021, 11, 13)),
        (date(2022, 12, 1), 0, date(2022, 11, 14), date(2023, 11, 13)),
    ],
)
def test_each_partner_chairs_in_turn(
    day: date, place: int, first: date, last: date
) -> None:
    turn = turn_on(day, **PLAN)
    assert turn is not None
    assert (turn.place, turn.first_on, turn.last_on) == (place, first, last)


def test_nobody_chairs_before_the_first_term_or_without_partners() -> None:
    assert turn_on(date(2019, 11, 13), **PLAN) is None
    assert turn_on(date(2020, 1, 1), **{**PLAN, "partners": 0}) is None


def test_the_last_hands_to_the_first() -> None:
    turn = turn_on(date(2022, 1, 1), **PLAN)
    assert turn is not None
    assert turn.place == 2
    assert next_turn(turn, **PLAN).place == 0


def test_a_term_from_the_end_of_a_month_ends_with_a_shorter_one() -> None:
    plan = {"first_from": date(2020, 8, 31), "months": 6, "partners": 2}
    turn = turn_on(date(2021, 2, 28), **plan)
    assert turn is not None
    assert (turn.place, turn.first_on) == (1, date(2021, 2, 28))
