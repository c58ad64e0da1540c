"""Who neighbours whom, as a table says it; and the middle one of their numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kith.domain.rules.statistical_neighbours import (
    NotNeighboursError,
    median_of,
    read_neighbours,
)


HEAD = ("la_code", "neighbour_rank", "neighbour_code", "neighbour_name")
HERE, NEAR, FAR = "E06000024", "E06000025", "E06000054"


def table(*rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [HEAD, *rows]


def test_neighbours_are_read_by_rank_whatever_their_order() -> None:
    rows = table((HERE, "2", FAR, "Wiltshire"), (HERE, "1", NEAR, "Near"), ("",) * 4)
    found = [(one.area, one.rank, one.code) for one in read_neighbours(rows)]
    assert found == [(HERE, 1, NEAR), (HERE, 2, FAR)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "no column la_code"),
        ([HEAD[:2]], "no column neighbour_code, neighbour_name"),
        ([HEAD], "names no neighbour"),
        (table(("802", "1", NEAR, "Near")), "Row 2: an area is an ONS code"),
        (table((HERE, "0", NEAR, "Near")), "Row 2: a rank is a whole number"),
        (table((HERE, "²", NEAR, "Near")), "Row 2: a rank is a whole number"),
        (table((HERE, "1", HERE, "Here")), "Row 2: the area is its own neighbour"),
        (table((HERE, "1", NEAR, "")), "Row 2: the area has a nameless one"),
        (
            table((HERE, "1", NEAR, "Near"), (HERE, "1", FAR, "Far")),
            "E06000024 has the rank 1 twice",
        ),
        (
            table((HERE, "1", NEAR, "Near"), (HERE, "2", NEAR, "Near")),
            "has the neighbour E06000025 twice",
        ),
    ],
)
def test_what_is_no_such_table_says_where(
    rows: list[tuple[str, ...]], said: str
) -> None:
    with pytest.raises(NotNeighboursError, match=said):
        read_neighbours(rows)


@pytest.mark.parametrize(
    ("values", "middle"),
    [("10 20", None), ("30 10 20", "20"), ("40 10 20 30", "25"), ("", None)],
)
def test_the_middle_of_three_or_more(values: str, middle: str | None) -> None:
    found = median_of([Decimal(one) for one in values.split()])
    assert found == (Decimal(middle) if middle else None)
