"""Which measures count the same children again from one month to the next."""

from __future__ import annotations

import pytest

from kith.evidence.measures import catalogue


@pytest.mark.parametrize(
    ("code", "carries_over"),
    [
        ("referrals", False),
        ("referral_rate", False),
        ("re_referral_share", False),
        ("children_in_need", True),
        ("children_looked_after_at_date", True),
        ("looked_after_rate", True),
        ("assessment_timeliness", False),
        ("assessment_timeliness_open_past_limit", True),
    ],
)
def test_stocks_and_those_ever_in_a_state_carry_over(code, carries_over) -> None:
    row = next(row for row in catalogue() if row["code"] == code)
    assert row["carries_over"] is carries_over
