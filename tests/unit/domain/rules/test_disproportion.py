"""A group of children beside all of them: what may be said, and what may not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kith.domain.rules.disproportion import Beside, beside_all
from kith.domain.vocabulary.figures import Unit


@pytest.mark.parametrize(
    ("count", "size", "verdict"),
    [
        # all children: 200 per 10,000
        (821, 40_999, Beside.NO_TELLING),
        (38, 902, Beside.HIGHER),
        (2, 50, Beside.TOO_FEW),
        (0, 600, Beside.TOO_FEW),
        (6, 1_000, Beside.LOWER),
        (5, 127, Beside.NO_TELLING),
    ],
)
def test_a_group_beside_all(count: int, size: int, verdict: Beside) -> None:
    found = beside_all(count, size, Decimal(200), Unit.PER_10_000)
    assert found is not None
    assert found.verdict is verdict
    assert found.low <= found.ratio <= found.high


def test_what_is_neither_share_nor_rate_is_not_compared() -> None:
    assert beside_all(12, 38, Decimal(21), Unit.PER_CENT) is not None
    assert beside_all(12, 38, Decimal(21), Unit.CHILD) is None
    assert beside_all(0, 38, Decimal(0), Unit.PER_CENT) is None
