"""Our value and a published one: the same as far as both are printed, or apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kith.domain.rules.local_and_national import agree, difference


@pytest.mark.parametrize(
    ("ours", "theirs", "places", "apart"),
    [
        ("776", "776", 0, "0"),
        ("776", "781", 0, "-5"),
        ("169.94", "169.9", 1, "0.0"),
        ("169.95", "169.9", 1, "0.1"),
        ("63.4", "63", 0, "0"),
        ("63.5", "63", 0, "1"),
    ],
)
def test_rounding_alone_makes_no_difference(
    ours: str, theirs: str, places: int, apart: str
) -> None:
    both = Decimal(ours), Decimal(theirs)
    assert agree(*both, places=places) is (Decimal(apart) == 0)
    assert str(difference(*both, places=places)) == apart
