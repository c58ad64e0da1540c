"""A file to keep: what its answer says to the browser."""

from __future__ import annotations

import pytest

from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text


def test_a_file_is_saved_never_guessed_at_and_never_cached() -> None:
    answer = attached("one,two\r\n", "actions.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="actions.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ['a"; filename="b.exe', "a\\b.csv", "é.csv"])
def test_no_name_adds_to_the_header(name: str) -> None:
    said = attached(b"", name)["Content-Disposition"]
    assert said.count("filename") == 1 or '\\"' in said
    assert "\n" not in said


def test_a_formula_behind_a_space_stays_words_below_the_notice() -> None:
    text = csv_text(["who"], [[" =1+1"]], notice="Invented data")
    assert text == "\ufeffInvented data\r\nwho\r\n' =1+1\r\n"
