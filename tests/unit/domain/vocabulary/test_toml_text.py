"""What people write stands in TOML as they wrote it."""

from __future__ import annotations

import tomllib

import pytest

from kith.domain.vocabulary.toml_text import toml_text


@pytest.mark.parametrize(
    "words",
    ["Kept 😀", 'a "quoted" \\ path', "two\nlines\tand", '"""', "\x7f\x00", "Zoë"],
)
def test_any_words_come_back(words: str) -> None:
    assert tomllib.loads(f"words = {toml_text(words)}") == {"words": words}
