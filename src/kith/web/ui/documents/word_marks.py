"""The marks of a Word file that python-docx has no words for, and reading aloud needs:
bookmarks, links, header rows, alternative text, language, fixed times.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


if TYPE_CHECKING:
    from datetime import date, datetime

    from docx.document import Document as WordFile
    from docx.shared import RGBColor
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run


def add_bookmark(paragraph: WordParagraph, name: str, number: int) -> None:
    """A place that a link may lead to. Word allows 40 letters and no hyphen."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), bookmark_name(name))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def bookmark_name(anchor: str) -> str:
    """A bookmark's name for an anchor; long ones keep their end, which tells apart."""
    name = anchor.replace("-", "_")
    return f"a_{name[-37:]}"


def wrap_in_link(paragraph: WordParagraph, runs: list[Run], address: str) -> None:
    """Makes runs a link: to ``#anchor`` in the file, or to a web address."""
    link = OxmlElement("w:hyperlink")
    if address.startswith("#"):
        link.set(qn("w:anchor"), bookmark_name(address[1:]))
    else:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    link.set(qn("w:history"), "1")
    for run in runs:
        link.append(run._r)
    paragraph._p.append(link)


def fresh_numbering(file: WordFile) -> int:
    """A numbering of its own for one list: else Word counts on from the one before."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element
    standing = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    kept = numbering.num_having_numId(int(standing))
    fresh = numbering.add_num(kept.abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def number_with(paragraph: WordParagraph, numbering: int) -> None:
    """Puts a paragraph in a numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined] # made at run time, unknown to the types
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def underline_dotted(run: Run, colour: RGBColor) -> None:
    """The light underline of a computed number."""
    mark = OxmlElement("w:u")
    mark.set(qn("w:val"), "dotted")
    mark.set(qn("w:color"), str(colour))
    run._r.get_or_add_rPr().append(mark)


def mark_header(table: WordTable) -> None:
    """The first row is the header, said again on each page; the first column names."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "1")
        look.set(qn("w:noVBand"), "1")


def describe_table(table: WordTable, caption: str) -> None:
    """The table's name, for those who hear it."""
    mark = OxmlElement("w:tblCaption")
    mark.set(qn("w:val"), caption)
    table._tbl.tblPr.append(mark)


def describe_picture(run: Run, text: str, number: int) -> None:
    """A picture's alternative text, and a number of its own."""
    for mark in run._r.iter(qn("wp:docPr")):
        mark.set("descr", text)
        mark.set("name", f"Chart {number}")
        mark.set("id", str(number))


def add_field(paragraph: WordParagraph, instruction: str) -> None:
    """A field that Word fills, such as the page's number."""
    for kind in ("begin", "text", "end"):
        run = paragraph.add_run()._r
        if kind == "text":
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = instruction
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        run.append(mark)


def set_language(file: WordFile, language: str) -> None:
    """The language of all text, so that it is read aloud rightly."""
    for mark in file.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    settings = file.settings.element
    for mark in settings.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), language)


def set_properties(file: WordFile, *, title: str, author: str, at: datetime) -> None:
    """What the file says about itself, dated by the edition."""
    about = file.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.created = about.modified = at
    about.comments = about.keywords = about.subject = about.category = ""
    about.revision = 1


def with_fixed_times(written: bytes, day: date) -> bytes:
    """The same file with one date on every part of its zip: the same bytes again."""
    fixed = io.BytesIO()
    stamp = (day.year, day.month, day.day, 12, 0, 0)
    with (
        zipfile.ZipFile(io.BytesIO(written)) as given,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in given.namelist():
            part = zipfile.ZipInfo(name, date_time=stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(part, given.read(name))
    return fixed.getvalue()
