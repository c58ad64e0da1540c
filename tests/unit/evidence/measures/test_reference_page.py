"""The page of measures and indicators says what the code says."""

from __future__ import annotations

from pathlib import Path

from kith.evidence.measures.reference import reference


PAGE = Path(__file__).parents[4] / "docs" / "reference" / "indicators.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text() == reference(), "run `make docs`"
