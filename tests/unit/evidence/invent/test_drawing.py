"""What the draw is made of: days, children, shares, dirt."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.working_days import is_working_day
from kith.domain.vocabulary.ages import age_on
from kith.domain.vocabulary.periods import Period
from kith.evidence.invent.example_data import read_example
from kith.evidence.invent.population import share_out
from kith.evidence.invent.seasons import ANY_DAY, Seasons
from kith.evidence.invent.world import empty_world
from kith.evidence.invent.writing.untidy import NO_SUCH_DAY, Dirt, Row, Smudge


if TYPE_CHECKING:
    from kith.evidence.invent.targets import Targets


SPRING = Period(date(2020, 3, 1), date(2020, 5, 31))


def seasons(weights: list[float], *, weekend: float = 0.0) -> Seasons:
    return Seasons(random.Random(1), SPRING, weights, weekend=weekend)


def test_offices_work_on_working_days_only() -> None:
    many = seasons([1, 1, 1])
    drawn = [many.day(SPRING.first, SPRING.last) for _ in range(400)]
    assert all(is_working_day(day) and day in SPRING for day in drawn)


def test_the_police_work_on_any_day() -> None:
    many = seasons([1, 1, 1], weekend=ANY_DAY)
    drawn = [many.day(SPRING.first, SPRING.last) for _ in range(400)]
    assert any(day.weekday() >= 5 for day in drawn)


def test_months_are_drawn_by_their_weights() -> None:
    many = seasons([1, 0, 3])
    drawn = [many.day(SPRING.first, SPRING.last).month for _ in range(800)]
    assert drawn.count(4) == 0
    assert 2.3 < drawn.count(5) / drawn.count(3) < 3.9


def test_what_is_left_makes_up_for_what_was_drawn() -> None:
    """Of sixty days, twenty a month: with March full, the rest go elsewhere."""
    march = [date(2020, 3, 2)] * 20
    rest = seasons([1, 1, 1]).less(march, of=60, within=SPRING)
    drawn = [rest.day(SPRING.first, SPRING.last).month for _ in range(300)]
    assert drawn.count(3) < 25
    assert drawn.count(4) > 100


def test_before_the_span_any_working_day_may_be_drawn() -> None:
    first, last = date(2019, 1, 7), date(2019, 12, 20)
    many = seasons([1, 1, 1])
    drawn = {many.day(first, last) for _ in range(200)}
    assert len(drawn) > 100
    assert all(first <= day <= last and is_working_day(day) for day in drawn)


@given(first=st.integers(0, 91), length=st.integers(0, 91), seed=st.integers(0, 99))
def test_a_day_drawn_lies_between_its_ends(first: int, length: int, seed: int) -> None:
    start = SPRING.first + timedelta(days=first)
    end = min(start + timedelta(days=length), SPRING.last)
    if start <= end:
        drawn = Seasons(random.Random(seed), SPRING, [2, 0.5, 1]).day(start, end)
        assert start <= drawn <= end


@pytest.mark.parametrize(
    ("ages", "youngest", "oldest"),
    [
        ("referred", -1, 17),
        ("protected", -1, 17),
        ("looked_after", 0, 17),
        ("unaccompanied", 10, 17),
        ("missing", 10, 17),
        ("home_educated", 5, 15),
        ("ehc_plan", 1, 25),
    ],
)
def test_children_are_as_old_as_the_proportions_say(
    targets: Targets, ages: str, youngest: int, oldest: int
) -> None:
    day = date(2020, 2, 29)
    cradle = empty_world(targets).cradle
    drawn = [age_on(cradle.child(day, ages).born_on, day) for _ in range(150)]
    assert min(drawn) >= youngest
    assert max(drawn) <= oldest


def test_siblings_are_different_children_of_different_ages(targets: Targets) -> None:
    family = empty_world(targets).cradle.family(4, date(2020, 6, 1), "referred")
    born = sorted(child.born_on for child in family)
    gaps = [(b - a).days for a, b in pairwise(born)]
    assert len({child.number for child in family}) == 4
    assert min(gaps) >= 300


@given(
    total=st.integers(0, 100_000),
    weights=st.lists(st.floats(0.1, 50), min_size=1, max_size=30),
)
def test_shares_are_whole_and_come_to_the_total(
    total: int, weights: list[float]
) -> None:
    parts = share_out(total, dict(enumerate(weights)))
    assert sum(parts.values()) == total
    assert all(part >= 0 for part in parts.values())


def test_dirt_spoils_copies_and_leaves_the_rows() -> None:
    rows: list[Row] = [[n, date(2020, 4, n + 1)] for n in range(9)]
    whole = [list(row) for row in rows]
    dirt = Dirt(2, impossible_dates=1, missing_numbers=1, blank_rows_at_end=3)
    smudge = Smudge(dirt, random.Random(5))
    smudge.second_copies(rows, day=1, number=True)
    assert rows[:9] == whole
    twice, undated, unnumbered = rows[9:11], rows[11], rows[12]
    assert all(row in whole for row in twice)
    assert undated[1] == NO_SUCH_DAY
    assert unnumbered[0] is None
    assert len(smudge.blank_rows(2)) == 3


def test_the_example_s_people_can_be_nobody() -> None:
    for person in read_example("people.toml")["people"]:
        assert person["email"].endswith("@example.org")


def test_meetings_are_held_on_working_days() -> None:
    for body in read_example("meetings.toml")["bodies"]:
        assert all(is_working_day(day) for day in body["meetings"]), body["code"]
        closed = body.get("closed_on")
        assert closed is None or closed == max(body["meetings"])
