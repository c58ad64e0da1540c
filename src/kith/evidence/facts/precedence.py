"""Which of several tellings of one event stands.

The fuller feed (as the fact table declares), then the later extract, then the return
that reports later days, then the return's name, then the place in it. The order is
total, so the same inputs always leave the same rows standing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.contracts.facts import FactTable


ORDER = (
    "feed_rank, extracted_on DESC, told_to DESC, source_return, "
    "source_file, source_sheet, source_row"
)


def feed_rank(fact: FactTable, column: str = "feed") -> str:
    """The place of a feed among those that may tell a fact, 0 the fullest."""
    cases = " ".join(
        f"WHEN '{feed}' THEN {rank}" for rank, feed in enumerate(fact.told_by)
    )
    return f"CASE {column} {cases} ELSE {len(fact.told_by)} END"
