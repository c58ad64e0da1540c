"""One agenda, a numbering for each circle of readers, and nothing betrayed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.agenda_numbers import Placing, numbered_for, numbers_for
from kith.domain.vocabulary.markings import WIDEST_FIRST, Marking, up_to


placings = st.lists(
    st.builds(Placing, item=st.integers(0, 12), marking=st.sampled_from(list(Marking))),
    max_size=25,
)
circles = st.sets(st.sampled_from(list(Marking))).map(frozenset)


def first_of_each(rows: list[Placing[int]]) -> list[Placing[int]]:
    """Items placed once each: nothing was closed or opened later."""
    seen: dict[int, Placing[int]] = {}
    for one in rows:
        seen.setdefault(one.item, one)
    return list(seen.values())


@given(placings, circles)
def test_numbers_run_from_one_without_a_gap(rows, circle) -> None:
    numbers = [one.number for one in numbered_for(rows, circle)]
    assert numbers == list(range(1, len(numbers) + 1))


@given(placings, placings, circles)
def test_a_number_once_given_is_that_items_for_ever(before, after, circle) -> None:
    then = {one.item: one.number for one in numbered_for(before, circle)}
    now = {one.item: one.number for one in numbered_for(before + after, circle)}
    assert all(now[item] == number for item, number in then.items())


@given(placings, circles)
def test_what_a_circle_may_not_read_changes_nothing_that_it_sees(rows, circle) -> None:
    once = first_of_each(rows)
    readable = [one for one in once if one.marking in circle]
    assert numbered_for(once, circle) == numbered_for(readable, circle)


@given(placings, circles, st.integers(0, 12))
def test_an_item_hidden_from_one_reader_leaves_no_place(rows, circle, hidden) -> None:
    without = [one for one in rows if one.item != hidden]
    assert numbered_for(rows, circle, hidden={hidden}) == numbered_for(without, circle)


@given(placings, circles)
def test_only_what_may_be_read_now_has_a_number_to_read_it_by(rows, circle) -> None:
    now = {one.item: one.marking for one in rows}
    assert all(now[item] in circle for item in numbers_for(rows, circle))


def test_an_agenda_of_four_markings() -> None:
    rows = [Placing(place, marking) for place, marking in enumerate(Marking)]
    rows.append(Placing(4, Marking.PUBLIC))
    shown = {
        audience: [one.item for one in numbered_for(rows, up_to(audience))]
        for audience in WIDEST_FIRST
    }
    assert shown == {
        Marking.PUBLIC: [0, 4],
        Marking.PARTNER: [0, 1, 4],
        Marking.EXECUTIVE: [0, 1, 2, 4],
        Marking.RESTRICTED: [0, 1, 2, 3, 4],
    }


def test_an_item_that_is_closed_later_keeps_its_place_and_says_no_more() -> None:
    rows = [Placing("a", Marking.PUBLIC), Placing("b", Marking.PUBLIC)]
    rows.append(Placing("a", Marking.RESTRICTED))
    shown = numbered_for(rows, up_to(Marking.PUBLIC))
    assert [(one.number, one.is_closed) for one in shown] == [(1, True), (2, False)]
