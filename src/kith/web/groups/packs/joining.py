"""Joins papers behind a pack's own pages.

In: the pack's own PDF and the papers. Out: one PDF, the same bytes for the same papers.
Nothing of a paper comes along but its pages: no author, no comments, no attachments,
no history, no file name.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from kith.web.groups.packs.tags import join_tags


if TYPE_CHECKING:
    from kith.web.groups.packs.contents import Pack, PackPaper


_SAYS_MORE = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/B")
_WIDGET, _LINK = "/Widget", "/Link"


def joined(front: bytes, pack: Pack) -> bytes:
    """The pack's own pages with every paper behind them."""
    with pikepdf.open(BytesIO(front)) as made:
        entries: list[tuple[str, int]] = []
        for item, paper in pack.joined:
            entries.append((f"{item.number}. {paper.title}", len(made.pages)))
            _append(made, paper)
        with made.open_outline() as outline:
            for words, page in entries:
                outline.root.append(pikepdf.OutlineItem(words, page))
        if any(
            paper.reading and not paper.reading.claims_ua for _, paper in pack.joined
        ):
            _give_up_claim(made)
        out = BytesIO()
        made.save(out, deterministic_id=True)
        return out.getvalue()


def pages_of(content: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(content)) as opened:
        return len(opened.pages)


def _append(made: pikepdf.Pdf, paper: PackPaper) -> None:
    assert paper.content is not None
    with pikepdf.open(BytesIO(paper.content)) as opened:
        _clean(opened)
        start = len(made.pages)
        made.pages.extend(opened.pages)
        pages = [made.pages[number] for number in range(start, len(made.pages))]
        if paper.reading and paper.reading.is_tagged:
            join_tags(made, opened, pages, paper.title)
        else:
            for page in pages:
                # A number without its structure would lead into another paper's.
                if "/StructParents" in page.obj:
                    del page.obj["/StructParents"]


def _clean(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        kept = [one for one in page.obj.get("/Annots", []) if _may_stay(one)]
        if "/Annots" in page.obj:
            page.obj.Annots = pikepdf.Array(kept)
    if "/AcroForm" in opened.Root:
        # What was filled in becomes part of the page.
        opened.flatten_annotations("print")
    for part in opened.objects:
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            for name in _SAYS_MORE:
                if name in part and not _is_catalogue(part):
                    del part[name]


def _is_catalogue(part: pikepdf.Object) -> bool:
    return str(part.get("/Type", "")) == "/Catalog"


def _may_stay(mark: pikepdf.Object) -> bool:
    """Links to the web and what forms show; comments and their authors go."""
    kind = str(mark.get("/Subtype", ""))
    if kind == _WIDGET:
        return True
    if kind != _LINK:
        return False
    action = mark.get("/A", pikepdf.Dictionary())
    return str(action.get("/S", "")) == "/URI"


def _give_up_claim(made: pikepdf.Pdf) -> None:
    """A pack that holds a page nobody can hear does not say that it is accessible."""
    with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        for name in ("pdfuaid:part", "pdfuaid:rev"):
            if name in told:
                del told[name]
