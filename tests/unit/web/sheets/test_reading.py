"""A table as text: what says the same is held once."""

from __future__ import annotations

import pytest

from kith.web.sheets.reading import (
    MOST_COLUMNS,
    UnreadableError,
    first_table,
    read_sheets,
    table_rows,
)


def test_a_place_that_stands_in_every_row_is_held_once() -> None:
    rows = first_table(b"area,count\nNorth Somerset,7\nNorth Somerset,8\n", most=10)
    assert rows[1][0] == "North Somerset"
    assert rows[1][0] is rows[2][0]


def test_a_long_table_comes_a_row_at_a_time_and_ends_at_its_bound() -> None:
    rows = table_rows(b"area,count\n\nHere,7\nThere,8\n", most=3)
    assert next(rows) == ["area", "count"]
    assert next(rows) == ["Here", "7"]
    with pytest.raises(UnreadableError, match="more than 3 rows"):
        list(table_rows(b"area\na\nb\nc\n", most=3))


@pytest.mark.parametrize("last", ["", "kept"])
def test_a_column_too_many_is_said_and_never_cut(last: str) -> None:
    content = (",".join([*"a" * MOST_COLUMNS, last]) + "\n").encode()
    if not last:
        assert len(read_sheets(content)[0].rows[0]) == MOST_COLUMNS
        return
    with pytest.raises(UnreadableError, match=r"more than 200 columns\. Leave out"):
        read_sheets(content)
