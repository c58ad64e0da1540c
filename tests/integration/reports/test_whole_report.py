"""The whole annual report of the example, in each format: bytes, tags, styles, time."""

from __future__ import annotations

import io
import itertools

import docx
import pikepdf
import pytest

from kith.web.reports.annual_report import annual_report
from kith.web.ui.documents.html import report_html
from kith.web.ui.documents.pdf import pdf
from kith.web.ui.documents.word import word
from tests.unit.web.reports.invented_figures import (
    InventedFigures,
    asked_for,
    example_folder,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return example_folder(tmp_path_factory.mktemp("home"))


def told(folder):
    return annual_report(folder, InventedFigures(asked_for(folder)))


@pytest.fixture(scope="module")
def as_pdf(folder) -> bytes:
    return pdf(told(folder))


@pytest.fixture(scope="module")
def as_word(folder) -> bytes:
    return word(told(folder))


def test_the_three_formats_are_the_same_bytes_again(folder, as_pdf, as_word) -> None:
    assert report_html(told(folder)) == report_html(told(folder))
    assert pdf(told(folder)) == as_pdf
    assert word(told(folder)) == as_word


def tags(node):
    """Each structure element of the tag tree."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def test_the_pdf_is_a_tree_that_can_be_walked(as_pdf) -> None:
    with pikepdf.open(io.BytesIO(as_pdf)) as file:
        found = list(tags(file.Root.StructTreeRoot))
        charts = [one for one in found if one.S == "/Figure"]
        assert len(charts) >= 10
        assert all(len(str(one.get("/Alt", ""))) > 40 for one in charts)
        levels = [
            int(str(one.S)[2]) for one in found if str(one.S) in ("/H1", "/H2", "/H3")
        ]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        assert levels.count(1) >= 22
        with file.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"


def test_the_word_file_has_its_chapters_as_headings(as_word) -> None:
    file = docx.Document(io.BytesIO(as_word))
    chapters = [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert len(chapters) == 22
    assert chapters[-1] == "How we counted"
    assert len(file.tables) >= 12
