"""An edited copy read back: its words, and nothing that could do harm."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from uuid import UUID

import docx
import pytest
from docx.oxml import parse_xml

from kith.web.documents.files import NotAcceptedError
from kith.web.groups.word.comparing import Standing, compared
from kith.web.groups.word.reading import Chapter, read_word
from tests.lib import papers


if TYPE_CHECKING:
    from collections.abc import Callable


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def file(*parts: tuple[str, str], change: Callable[..., None] | None = None) -> bytes:
    made = docx.Document()
    for style, words in parts:
        made.add_paragraph(words, style=style)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_plain_paragraphs_below_each_heading_are_read() -> None:
    read = read_word(
        file(
            ("Title", "Minutes"),
            ("Heading 1", "1. Welcome"),
            ("Normal", "All  were welcome."),
            ("Normal", ""),
            ("List Bullet", "A point"),
            ("Intense Quote", "A box that is not read"),
            ("Heading 1", "Any other business"),
        )
    )
    assert read.chapters == (
        Chapter(1, "Welcome", "All were welcome.\n- A point"),
        Chapter(None, "Any other business", ""),
    )
    assert not read.has_tracked_changes


def test_tables_are_not_read() -> None:
    def add(made: docx.document.Document) -> None:
        made.add_table(1, 1).cell(0, 0).text = "An action"

    read = read_word(file(("Heading 1", "1. Welcome"), change=add))
    assert read.chapters == (Chapter(1, "Welcome", ""),)


def test_tracked_changes_count_as_made() -> None:
    def add(made: docx.document.Document) -> None:
        paragraph = made.add_paragraph("We ")._p
        paragraph.append(parse_xml(f"<w:ins {W}><w:r><w:t>agreed</w:t></w:r></w:ins>"))
        paragraph.append(
            parse_xml(f"<w:del {W}><w:r><w:delText>argued</w:delText></w:r></w:del>")
        )

    read = read_word(file(("Heading 1", "1. Welcome"), change=add))
    assert read.chapters[0].words == "We agreed"
    assert read.has_tracked_changes


def macros() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/vbaProject.bin", b"\0")


def bomb() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/big.xml", b" " * 30_000_000)


def entity() -> bytes:
    part = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    return papers.with_part(papers.word_file("x"), "word/document.xml", part)


def not_a_document() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/document.xml", b"<a/>")


def endless() -> bytes:
    return papers.word_file(*("x" for _ in range(5_001)))


@pytest.mark.parametrize(
    "make", [macros, bomb, entity, not_a_document, endless, papers.plain_pdf, bytes]
)
def test_what_could_do_harm_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(NotAcceptedError):
        read_word(make())


def standing(number: int, title: str, words: str) -> Standing:
    return Standing(UUID(int=number), number, title, words, "1")


def test_each_difference_is_found_and_nothing_else() -> None:
    now = [
        standing(1, "Welcome", "All were welcome.\nApologies."),
        standing(2, "Early help", "The plan was seen."),
        standing(3, "Money", "Nothing."),
    ]
    found = compared(
        now,
        [
            Chapter(1, "Welcome", "All  were welcome.\n\nApologies."),
            Chapter(2, "Early help plan", "The plan was agreed."),
            Chapter(9, "Something else", "Words"),
            Chapter(1, "Welcome", "A second time"),
        ],
    )
    assert found.same == 1
    assert [one.number for one in found.missing] == [3]
    assert found.unknown == ("Something else", "Welcome")
    difference = found.differences[0]
    assert difference.has_other_title
    assert [(one.kind, one.words) for one in difference.pieces] == [
        ("kept", "The plan was"),
        ("removed", "seen."),
        ("added", "agreed."),
    ]


def test_an_item_that_moved_is_matched_by_its_title() -> None:
    now = [standing(1, "Welcome", ""), standing(2, "Money", "")]
    found = compared(now, [Chapter(1, "Money", "Ten pounds")])
    assert found.differences[0].standing.number == 2
