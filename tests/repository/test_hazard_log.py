"""The hazard log names tests that exist: a control without its test is a hope."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]
LOG = ROOT / "docs" / "explanation" / "hazard-log.md"
ROWS = [
    line for line in LOG.read_text("utf-8").splitlines() if re.match(r"\| \d", line)
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_every_control_is_shown_by_a_test_that_exists(row: str) -> None:
    named = re.findall(r"`(tests/[^`]+)`", row)
    assert named, "name the test that shows the control"
    for one in named:
        place, _, test = one.partition("::")
        assert (ROOT / place).exists(), one
        if test:
            assert f"def {test}(" in (ROOT / place).read_text("utf-8"), one
