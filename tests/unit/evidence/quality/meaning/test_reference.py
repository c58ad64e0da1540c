"""The reference page of checks says what the checks say."""

from pathlib import Path

from kith.evidence.quality.meaning.every import ALL
from kith.evidence.quality.meaning.reference import reference


PAGE = Path(__file__).parents[5] / "docs" / "reference" / "checks.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run `make docs`"


def test_the_page_names_every_check_once() -> None:
    headings = [line for line in reference().splitlines() if line.startswith("### ")]
    assert headings == [f"### {one.name}" for one in ALL]
