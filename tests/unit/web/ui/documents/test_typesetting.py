"""Text is only text to Typst, whatever it holds."""

from __future__ import annotations

import pytest

from kith.web.ui.documents.typesetting import literal, printable


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("plain", '"plain"'),
        ('a "quoted" word', '"a \\"quoted\\" word"'),
        ("back\\slash", '"back\\\\slash"'),
        ("two\nlines", '"two lines"'),
        ("#set page()", '"#set page()"'),
        ("bell\x07", '"bell"'),
        ("\ue000private", '"private"'),
        ("£ é 教", '"£ é 教"'),
    ],
)
def test_a_literal(words, written) -> None:
    assert literal(words) == written


def test_what_no_document_can_hold_is_left_out() -> None:
    assert printable("a\x00b\ufffec") == "abc"
