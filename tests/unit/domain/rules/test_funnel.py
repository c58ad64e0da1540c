"""Five areas in a funnel: which differ by more than chance."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.funnel import AreaCount, Place, funnel
from kith.domain.vocabulary.figures import Unit


def placed(drawn: str, unit: Unit) -> dict[str, str]:
    """The place of each area of a drawn table."""
    rows = [line.split("|")[1:4] for line in drawn.strip().splitlines()[1:]]
    counts = [AreaCount(a.strip(), int(n), int(d)) for a, n, d in rows]
    found = funnel(counts, unit)
    return {one.area: one.place.value for one in found.judged} if found else {}


def test_the_same_share_of_few_is_chance_and_of_many_is_not() -> None:
    drawn = """
    | area     | count | of    |
    | small    |     6 |    20 |
    | middling |    60 |   200 |
    | large    |   600 |  2000 |
    | others   |  1800 |  9000 |
    """
    # around 22.0 %: 30 % of 20 or of 200 may be chance, 30 % of 2,000 is not
    assert placed(drawn, Unit.PER_CENT) == {
        "small": "no",
        "middling": "perhaps",
        "large": "yes",
        "others": "yes",
    }


def test_a_rate_is_held_against_all_areas_together() -> None:
    drawn = """
    | area | count | of     |
    | one  |   500 |  50000 |
    | two  |   480 |  48000 |
    | few  |    12 |    900 |
    | high |   900 |  60000 |
    | low  |   300 |  40000 |
    """
    assert placed(drawn, Unit.PER_10_000) == {
        "one": "perhaps",
        "two": "perhaps",
        "few": "no",
        "high": "yes",
        "low": "yes",
    }


def test_too_few_areas_or_counts_alone_make_no_funnel() -> None:
    three = [AreaCount(name, 5, 10) for name in "abc"]
    assert funnel(three, Unit.PER_CENT) is not None
    assert funnel(three[:2], Unit.PER_CENT) is None
    assert funnel([*three[:2], AreaCount("none", 0, 0)], Unit.PER_CENT) is None
    assert funnel(three, Unit.CHILD) is None


areas = st.lists(
    st.integers(1, 5000).flatmap(
        lambda size: st.tuples(st.integers(0, size), st.just(size))
    ),
    min_size=3,
    max_size=8,
)


@given(areas)
def test_areas_that_are_alike_never_differ(drawn: list[tuple[int, int]]) -> None:
    counts = [AreaCount(str(i), n, d) for i, (n, d) in enumerate(drawn)]
    found = funnel(counts, Unit.PER_CENT)
    assert found is not None
    lowest = min(one.value for one in found.judged)
    highest = max(one.value for one in found.judged)
    assert lowest - Decimal("0.001") <= found.centre <= highest + Decimal("0.001")
    alike = [AreaCount(str(i), 1, 4) for i in range(len(drawn))]
    same = funnel(alike, Unit.PER_CENT)
    assert same is not None
    assert {one.place for one in same.judged} == {Place.WITHIN}
