"""Word: real styles, marked header rows, text for pictures, read with python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from kith.web.ui.documents.blocks import INVENTED
from kith.web.ui.documents.word import word
from tests.unit.web.ui.documents.samples import DAY, EVERYTHING, document, paragraph


@pytest.fixture(scope="module")
def written():
    return docx.Document(io.BytesIO(word(EVERYTHING)))


def test_headings_and_title_have_their_styles(written) -> None:
    styled = [(p.style.name, p.text) for p in written.paragraphs]
    assert ("Title", "Annual report") in styled
    assert [line for line in styled if line[0].startswith("Heading")] == [
        ("Heading 1", "Foreword"),
        ("Heading 2", "Figures"),
        ("Heading 1", "How we counted"),
        ("Heading 2", "Referrals"),
    ]


def test_lists_have_their_styles_and_each_numbering_is_its_own() -> None:
    made = word(document(*EVERYTHING.blocks[4:5], *EVERYTHING.blocks[4:5]))
    file = docx.Document(io.BytesIO(made))
    numbers = [
        p._p.pPr.numPr.numId.val
        for p in file.paragraphs
        if p.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_every_table_has_a_marked_header_row_and_a_name(written) -> None:
    assert len(written.tables) == 4
    for table in written.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_every_picture_has_its_text(written) -> None:
    described = [
        mark.get("descr") for mark in written.element.body.iter(qn("wp:docPr"))
    ]
    assert len(described) == 3
    assert all(len(text) > 40 for text in described)
    numbers = [mark.get("id") for mark in written.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == 3


def test_it_knows_its_title_its_language_and_the_editions_day(written) -> None:
    about = written.core_properties
    assert about.title == "Annual report"
    assert about.created.date() == about.modified.date() == DAY
    languages = {m.get(qn("w:val")) for m in written.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


@pytest.mark.parametrize("invented", [True, False])
def test_an_invented_document_says_so_on_every_page(invented) -> None:
    file = docx.Document(io.BytesIO(word(document(paragraph("x"), invented=invented))))
    assert (file.sections[0].header.paragraphs[0].text == INVENTED) is invented


def test_a_number_leads_to_its_counting_in_the_file(written) -> None:
    marks = {
        m.get(qn("w:name")) for m in written.element.body.iter(qn("w:bookmarkStart"))
    }
    links = [
        m.get(qn("w:anchor")) for m in written.element.body.iter(qn("w:hyperlink"))
    ]
    inside = [link for link in links if link]
    assert "a_counting_referrals" in inside
    assert set(inside) <= marks


def test_the_same_document_is_the_same_bytes_with_the_editions_times() -> None:
    first = word(EVERYTHING)
    assert first == word(EVERYTHING)
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[:3] for part in parts.infolist()} == {(2021, 1, 15)}
