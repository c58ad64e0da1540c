"""HTML: GOV.UK's classes, numbers that lead to their counting, nothing unescaped."""

from __future__ import annotations

import pytest
from lxml import html

from kith.web.ui.documents.blocks import INVENTED
from kith.web.ui.documents.html import body_html, contents_html, file_html, report_html
from tests.unit.web.ui.documents.samples import EVERYTHING, document, heading, paragraph


def parsed(markup: str):
    return html.fromstring(f"<div>{markup}</div>")


def test_a_computed_number_leads_to_its_counting() -> None:
    page = parsed(body_html(EVERYTHING, counting=lambda what: f"/scorecard/{what}/"))
    links = page.xpath("//a[@class='kith-computed']")
    assert {link.get("href") for link in links} == {"/scorecard/referrals/"}
    assert {link.text for link in links} == {"906"}
    inside = parsed(body_html(EVERYTHING)).xpath("//a[@class='kith-computed']/@href")
    assert set(inside) == {"#counting-referrals"}


def test_the_contents_name_every_chapter_and_no_part_of_one() -> None:
    links = parsed(contents_html(EVERYTHING)).xpath("//a")
    assert [(a.text, a.get("href")) for a in links] == [
        ("Foreword", "#foreword"),
        ("How we counted", "#how-we-counted"),
    ]


def test_headings_go_down_one_level_at_a_time() -> None:
    page = parsed(report_html(EVERYTHING))
    found = page.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]")
    assert [mark.tag for mark in found] == ["h1", "h2", "h2", "h3", "h2", "h3"]
    assert found[1].text == "Contents"


def test_every_table_has_a_caption_and_its_headers() -> None:
    for table in parsed(report_html(EVERYTHING)).xpath("//table"):
        assert table.xpath("caption")
        assert table.xpath("thead/tr/th[@scope='col']")
        rows = table.xpath("tbody/tr")
        assert len(rows) == len(table.xpath("tbody/tr/th[@scope='row']")) > 0


def test_a_chart_has_its_table_folded_below_it() -> None:
    figures = parsed(report_html(EVERYTHING)).xpath("//figure")
    assert len(figures) == 3
    assert all(figure.xpath(".//details//table") for figure in figures)


def test_no_style_and_no_script_stands_in_the_page() -> None:
    page = report_html(EVERYTHING)
    assert " style=" not in page
    assert "<script" not in page
    assert "<style" not in page


def test_text_is_escaped() -> None:
    page = body_html(document(heading(1, "<i>&", "a"), paragraph("</p><script>")))
    assert "<script>" not in page
    assert "&lt;i&gt;&amp;" in page


@pytest.mark.parametrize("invented", [True, False])
def test_a_file_stands_alone_and_says_when_it_is_invented(invented) -> None:
    page = file_html(document(paragraph("x"), invented=invented), style="p{color:red}")
    assert "<style>p{color:red}</style>" in page
    assert 'lang="en-GB"' in page
    assert (INVENTED in page) is invented
    assert "src=" not in page
