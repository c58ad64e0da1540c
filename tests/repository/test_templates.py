"""Templates keep the content security policy and never print unescaped text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


WEB = Path(__file__).parents[2] / "src" / "kith" / "web"
TEMPLATES = sorted(
    path
    for path in WEB.rglob("*")
    if path.suffix in {".html", ".jinja", ".xml", ".txt"} and "built" not in path.parts
)
BANNED = {
    r"\|\s*safe\b": "escape it, or make it Markup where it is made",
    r"\son[a-z]+\s*=": "no inline handlers: the policy refuses them",
    r"\sstyle\s*=": "no style attributes: the policy refuses them",
    r"<style\b": "put it into the style sheet",
    r"<script(?![^>]*\bsrc=)": "no inline script",
}


def test_there_are_templates() -> None:
    assert TEMPLATES


@pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: path.relative_to(WEB).as_posix()
)
def test_a_template_holds_nothing_the_policy_refuses(path: Path) -> None:
    text = path.read_text()
    for pattern, remedy in BANNED.items():
        assert not re.search(pattern, text), remedy
