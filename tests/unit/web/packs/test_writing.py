"""A pack as a PDF: tagged, the same each time, and holding nothing it should not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from kith.domain.vocabulary.markings import Marking
from kith.web.groups.packs.contents import Pack, PackAction, PackItem, PackPaper
from kith.web.groups.packs.reading import NO_TEXT, UNTAGGED, read_pdf
from kith.web.groups.packs.writing import written
from tests.lib import papers


if TYPE_CHECKING:
    from collections.abc import Iterator


def paper(title: str, content: bytes) -> PackPaper:
    return PackPaper(title, content, read_pdf(content))


def pack(*papers_of_item_two: PackPaper) -> Pack:
    return Pack(
        body="North Somerset Executive",
        day=date(2021, 2, 8),
        times="10:00 to 12:00",
        place="Town Hall",
        audience=Marking.PARTNER,
        invented=True,
        items=(
            PackItem(1, "Welcome", "To note", minutes=5, cover="Hello.\n\nAgain."),
            PackItem(2, "Early help", "To decide", papers=papers_of_item_two),
            PackItem(3, "", gone="No longer on this agenda"),
        ),
    )


def texts(content: bytes) -> str:
    """The words that a tagged page of ours draws, by its own fonts' tables."""
    return " ".join(_words(content))


def _words(content: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(content)) as opened:
        for part in opened.objects:
            if isinstance(part, pikepdf.String):
                yield str(part)
            if isinstance(part, pikepdf.Dictionary):
                yield from (
                    str(one)
                    for _, one in part.items()
                    if isinstance(one, pikepdf.String)
                )


def structure(part: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = part.get("/K")
    if isinstance(kids, pikepdf.Dictionary):
        kids = [kids]
    for kid in kids if isinstance(kids, pikepdf.Array | list) else ():
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from structure(kid)


def test_a_pack_of_tagged_papers_is_one_tagged_pdf() -> None:
    made = written(
        pack(
            paper("Plan", papers.tagged_pdf("Plan", 2)),
            paper("Figures", papers.tagged_pdf("Figures")),
        )
    )
    assert made.unreadable == ()
    with pikepdf.open(BytesIO(made.content)) as opened:
        assert len(opened.pages) == made.pages
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en-GB"
        assert str(opened.docinfo["/Title"]) == "Papers for 8 February 2021"
        with opened.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
        with opened.open_outline() as outline:
            titles = [str(one.title) for one in outline.root]
        assert titles[-2:] == ["2. Plan", "2. Figures"]
        assert "Agenda" in titles


def test_each_mark_on_each_page_leads_to_its_own_part() -> None:
    made = written(
        pack(
            paper("Plan", papers.tagged_pdf("Plan", 2)),
            paper("Figures", papers.tagged_pdf("Figures")),
        )
    )
    with pikepdf.open(BytesIO(made.content)) as opened:
        root = opened.Root.StructTreeRoot
        held = list(root.ParentTree.Nums)
        looked_up = {int(held[n]): held[n + 1] for n in range(0, len(held), 2)}
        numbers = [int(page.obj.StructParents) for page in opened.pages]
        assert len(set(numbers)) == len(numbers)
        for page in opened.pages:
            for part in looked_up[int(page.obj.StructParents)]:
                if part is not None and "/Pg" in part:
                    assert part.Pg.objgen == page.obj.objgen
        sections = [str(one.get("/T", "")) for one in structure(root)]
        assert sections.count("Plan") == 1
        headings = [one for one in structure(root) if str(one.S) == "/H1"]
        assert len(headings) == 3 + 3
        for part in structure(root):
            up = part
            for _ in range(30):
                if up.objgen == root.objgen:
                    break
                up = up.P
            assert up.objgen == root.objgen


def test_the_agenda_says_on_which_page_the_papers_start() -> None:
    made = written(pack(paper("Scan", papers.plain_pdf("Scanned"))))
    # The front's own pages come first, the one page of the paper last.
    assert made.unreadable[0].first == made.pages
    assert made.unreadable[0].why == UNTAGGED
    assert made.unreadable[0].pages == f"Page {made.pages}"


def test_a_pack_with_a_page_nobody_can_hear_says_so_and_does_not_claim() -> None:
    made = written(
        pack(
            paper("Plan", papers.tagged_pdf("Plan")),
            paper("Scan", papers.plain_pdf()),
        )
    )
    assert [one.why for one in made.unreadable] == [NO_TEXT]
    with pikepdf.open(BytesIO(made.content)) as opened:
        with opened.open_metadata() as told:
            assert "pdfuaid:part" not in told
        assert opened.Root.MarkInfo.Marked


def test_what_is_still_open_stands_behind_the_items() -> None:
    promise = PackAction("QA/2021/01", "Write to schools", "A. Owner", date(2021, 2, 1))
    made = written(replace(pack(), actions=(promise,)))
    with pikepdf.open(BytesIO(made.content)) as opened:
        marks = [str(one.title) for one in opened.open_outline().root]
    assert marks[-1] == "Open actions of this group"


def test_the_same_papers_are_the_same_bytes() -> None:
    one = pack(
        paper("Plan", papers.tagged_pdf("Plan", 2)),
        paper("Scan", papers.plain_pdf("Scan")),
    )
    assert written(one).content == written(replace(one)).content


def test_nothing_of_a_paper_comes_along_but_its_pages() -> None:
    with pikepdf.open(
        BytesIO(papers.plain_pdf("Words", author="Ada Invented"))
    ) as told:
        page = told.pages[0].obj
        page.PieceInfo = pikepdf.Dictionary(App=pikepdf.String("Secret history"))
        page.Metadata = told.make_stream(b"<x>Ada Invented</x>")
        comment = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=[0, 0, 9, 9],
            T=pikepdf.String("Ada Invented"),
            Contents=pikepdf.String("Secret remark"),
        )
        page.Annots = pikepdf.Array([told.make_indirect(comment)])
        told.Root.Metadata = told.make_stream(b"<x>Ada Invented</x>")
        out = BytesIO()
        told.save(out)
    made = written(pack(paper("Plan", out.getvalue())))
    with pikepdf.open(BytesIO(made.content)) as opened:
        everything = b"".join(
            one.read_bytes()
            for one in opened.objects
            if isinstance(one, pikepdf.Stream)
            and str(one.get("/Subtype", "")) != "/Image"
        )
        assert "Ada" not in str(dict(opened.docinfo))
    for word in ("Ada Invented", "Secret"):
        assert word not in texts(made.content)
        assert word.encode() not in everything
        assert word.encode() not in made.content


def test_papers_that_cannot_be_joined_are_named_with_where_to_get_them() -> None:
    away = PackPaper("Budget", apart="Excel workbook", address="https://example.org/d/")
    made = written(pack(away))
    with pikepdf.open(BytesIO(made.content)) as opened:
        links = [
            str(mark.A.URI)
            for page in opened.pages
            for mark in page.obj.get("/Annots", [])
            if "/URI" in mark.get("/A", {})
        ]
    assert links == ["https://example.org/d/"]


def test_hidden_layers_stay_apart() -> None:
    with pikepdf.open(BytesIO(papers.plain_pdf("Layered"))) as told:
        layer = told.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Draft"))
        )
        told.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer])
        )
        out = BytesIO()
        told.save(out)
    assert read_pdf(out.getvalue()).why_apart == "PDF with hidden layers"


def test_a_form_that_was_filled_in_becomes_part_of_the_page() -> None:
    with pikepdf.open(BytesIO(papers.plain_pdf("Form"))) as told:
        look = told.make_stream(b"BT /F1 9 Tf (Filled) Tj ET")
        look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.BBox = [0, 0, 100, 20]
        field = told.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T=pikepdf.String("name"),
                V=pikepdf.String("Filled"),
                Rect=[10, 10, 110, 30],
                F=4,
                AP=pikepdf.Dictionary(N=look),
            )
        )
        told.pages[0].obj.Annots = pikepdf.Array([field])
        told.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        out = BytesIO()
        told.save(out)
    made = written(pack(paper("Form", out.getvalue())))
    with pikepdf.open(BytesIO(made.content)) as opened:
        last = opened.pages[-1].obj
        assert len(last.get("/Annots", [])) == 0
        assert "/AcroForm" not in opened.Root
        drawn = b"".join(
            one.read_bytes()
            for one in opened.objects
            if isinstance(one, pikepdf.Stream)
        )
    assert re.search(rb"\(Filled\)", drawn)
