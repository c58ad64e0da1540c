"""What the how-to on nouns names is there."""

from __future__ import annotations

import re
from pathlib import Path


ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "how-to" / "add-a-noun.md"
OF_PYTEST = {"django_db"}
NAMED = re.compile(r"`((?:src|tests|docs|bench)/[\w./-]+)`")


def test_every_file_that_it_names_is_there() -> None:
    named = NAMED.findall(PAGE.read_text())
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_every_function_that_it_names_is_there() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "src").rglob("*.py"))
    named = set(re.findall(r"`([a-z_]+)\(", PAGE.read_text())) - OF_PYTEST
    assert named
    assert [one for one in named if f"def {one}(" not in code] == []
