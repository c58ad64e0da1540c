"""PDF: the tag tree that a reader by ear walks, read back with pikepdf."""

from __future__ import annotations

import io
import itertools
from collections import Counter

import pikepdf
import pytest

from kith.web.ui.documents.pdf import pdf, typst_source
from tests.unit.web.ui.documents.samples import EVERYTHING, document, paragraph


@pytest.fixture(scope="module")
def written():
    with pikepdf.open(io.BytesIO(pdf(EVERYTHING))) as file:
        yield file


def elements(node):
    """Every structure element of the tag tree, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tags(file) -> list[str]:
    return [str(one.S) for one in elements(file.Root.StructTreeRoot)]


def test_it_is_marked_titled_and_in_english(written) -> None:
    assert bool(written.Root.MarkInfo.Marked)
    assert str(written.Root.Lang) == "en-GB"
    assert bool(written.Root.ViewerPreferences.DisplayDocTitle)
    with written.open_metadata() as about:
        assert about["dc:title"] == "Annual report"
        assert about["pdfuaid:part"] == "1"
        assert about["xmp:CreateDate"].startswith("2021-01-15")


def test_headings_are_nested(written) -> None:
    found = [tag for tag in tags(written) if tag in {"/H1", "/H2", "/H3"}]
    # the outline's own title, then the chapters
    assert found[-4:] == ["/H1", "/H2", "/H1", "/H2"]
    for above, below in itertools.pairwise(found):
        assert int(below[2]) - int(above[2]) <= 1


def test_every_picture_has_its_text(written) -> None:
    figures = [
        one for one in elements(written.Root.StructTreeRoot) if one.S == "/Figure"
    ]
    assert len(figures) == 3
    for figure in figures:
        assert len(str(figure.get("/Alt", ""))) > 40


def test_tables_have_headers_and_lists_are_lists(written) -> None:
    counted = Counter(tags(written))
    assert counted["/Table"] == 4
    assert counted["/TH"] >= 2 + 3 + 2 + 3
    assert counted["/L"] >= 2
    assert counted["/Link"] > 0


def test_it_has_bookmarks_and_a_notice_on_every_page(written) -> None:
    with written.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == [
            "Foreword",
            "How we counted",
        ]


def test_the_same_document_is_the_same_bytes() -> None:
    assert pdf(EVERYTHING) == pdf(EVERYTHING)


def test_a_sign_that_no_face_holds_is_printed_as_its_code() -> None:
    source = typst_source(document(paragraph("a \u066e b")))
    assert "\u066e" in source
    assert pdf(document(paragraph("a \u066e b"))) == pdf(
        document(paragraph("a [U+066E] b"))
    )
