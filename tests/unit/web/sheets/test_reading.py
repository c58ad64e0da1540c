"""A table as text: what says the same is held once."""

from __future__ import annotations

from kith.web.sheets.reading import first_table


def test_a_place_that_stands_in_every_row_is_held_once() -> None:
    rows = first_table(b"area,count\nNorth Somerset,7\nNorth Somerset,8\n", most=10)
    assert rows[1][0] == "North Somerset"
    assert rows[1][0] is rows[2][0]
