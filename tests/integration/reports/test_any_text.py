"""No text that a return or a narrative may hold breaks a writer or is lost."""

from __future__ import annotations

import io

import docx
from hypothesis import example, given
from hypothesis import strategies as st

from kith.web.ui.documents.pdf import pdf
from kith.web.ui.documents.word import word
from tests.unit.web.ui.documents.samples import document, heading, paragraph


TEXTS = st.lists(st.text(max_size=40), max_size=4)


@given(words=TEXTS)
@example(words=["#set page(fill: red)", '"]#x["', "\\", "// /* `", "\x00\ue000"])
@example(words=["\u066e \U00010756", "e\u0301"])
def test_any_text_can_be_set_as_pdf(words) -> None:
    made = pdf(document(heading(1, "A", "a"), *(paragraph(one) for one in words)))
    assert made.startswith(b"%PDF")


@given(words=TEXTS)
@example(words=["\x00\x0b", "<w:p/>&", "\ufffe"])
def test_any_text_can_be_written_as_word_and_is_kept(words) -> None:
    file = docx.Document(io.BytesIO(word(document(*(paragraph(w) for w in words)))))
    said = " ".join(p.text for p in file.paragraphs)
    for part in " ".join(words).split():
        if part.isascii() and part.isprintable():
            assert part in said
