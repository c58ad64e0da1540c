"""The glossary can be searched by eye: in order, and each word once."""

from __future__ import annotations

import re
from pathlib import Path


PAGE = Path(__file__).parents[3] / "GLOSSARY.md"
WORDS = re.findall(r"^\*\*(.+?)\*\*:", PAGE.read_text(), re.MULTILINE)


def test_words_stand_in_order_and_once() -> None:
    plain = [word.lower().replace("-", " ") for word in WORDS]
    assert plain == sorted(set(plain))


def test_the_words_most_often_mixed_up_are_there() -> None:
    assert {
        "Child in need",
        "Children missing education",
        "Ever in period",
        "Missing",
        "Need plan",
        "Relevant agency",
        "Section 11 body",
        "Snapshot",
    } <= set(WORDS)
