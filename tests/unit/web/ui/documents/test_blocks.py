"""Headings skip no level, anchors are unique: a document can be moved through."""

from __future__ import annotations

import pytest

from kith.web.ui.documents.blocks import Callout, Items, headings, well_nested
from tests.unit.web.ui.documents.samples import heading


@pytest.mark.parametrize(
    ("levels", "become"),
    [
        ((1, 2, 3), [1, 2, 3]),
        ((3, 3, 3), [1, 2, 3]),
        ((1, 4, 2, 6), [1, 2, 2, 3]),
        ((2, 1, 1), [1, 1, 1]),
    ],
)
def test_a_heading_is_at_most_one_level_below_the_last(levels, become) -> None:
    blocks = [heading(level, "x", f"x-{n}") for n, level in enumerate(levels)]
    assert [block.level for block in headings(well_nested(blocks))] == become


def test_a_heading_inside_a_list_or_a_callout_counts_too() -> None:
    blocks = (
        heading(1, "a", "a"),
        Callout("", (heading(4, "b", "b"),)),
        Items(((heading(4, "c", "c"),),)),
    )
    assert [block.level for block in headings(well_nested(blocks))] == [1, 2, 3]


def test_anchors_are_made_unique() -> None:
    blocks = [heading(1, "x", "x"), heading(1, "x", "x"), heading(1, "x", "x-2")]
    anchors = [block.anchor for block in headings(well_nested(blocks))]
    assert len(set(anchors)) == 3
    assert anchors[0] == "x"
