"""Writes a document as Word: real styles, marked header rows, text for pictures.

In: a document. Out: bytes, the same for the same document: the file's dates and the
times inside its zip are the edition's.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from kith.domain.vocabulary.periods import say_day
from kith.web.ui.charts.tables import table
from kith.web.ui.charts.wording import finding, sentence, subtitle, what
from kith.web.ui.documents.blocks import (
    INVENTED,
    Block,
    Callout,
    ChartBlock,
    Computed,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    anchors,
    counting_anchor,
    headings,
    well_nested,
    words_of,
)
from kith.web.ui.documents.pictures import chart_pictures
from kith.web.ui.documents.typesetting import printable
from kith.web.ui.documents.word_marks import (
    add_bookmark,
    add_field,
    describe_picture,
    describe_table,
    fresh_numbering,
    mark_header,
    number_with,
    set_language,
    set_properties,
    underline_dotted,
    with_fixed_times,
    wrap_in_link,
)


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

    from kith.web.ui.charts.values import Chart


FONT = "Arial"
"""A Word file is read with the reader's own fonts, so it names one that all have."""

_INK, _BRAND, _QUIET = RGBColor(11, 12, 12), RGBColor(11, 79, 92), RGBColor(72, 73, 73)
_WEB = ("http://", "https://", "mailto:", "tel:")
_SIZES = {"Title": 28, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}


def word(document: Document) -> bytes:
    """The document as a Word file."""
    writer = _Writer(document)
    writer.front()
    writer.write(writer.blocks)
    kept = io.BytesIO()
    writer.file.save(kept)
    return with_fixed_times(kept.getvalue(), document.dated)


class _Writer:
    """Writes blocks into a Word file, from top to bottom."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = well_nested(document.blocks)
        self.known = anchors(document)
        self.pictures = iter(chart_pictures(list(_charts(self.blocks))))
        self.numbered = 0
        self.file: WordFile = docx.Document()
        _set_styles(self.file)

    def front(self) -> None:
        """Title, subtitle, author and date; the notice and page number of every page."""
        about = self.document
        at = datetime.combine(about.dated, time(12), tzinfo=UTC)
        set_properties(self.file, title=about.title, author=about.author, at=at)
        set_language(self.file, f"{about.language}-{about.region}")
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)
        if about.invented:
            section.header.paragraphs[0].add_run(INVENTED).bold = True
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{printable(about.author)}: {printable(about.title)}, page ")
        add_field(foot, "PAGE")
        self.file.add_paragraph(printable(about.title), style="Title")
        self.file.add_paragraph(printable(about.subtitle), style="Subtitle")
        self.file.add_paragraph(f"{printable(about.author)}, {say_day(about.dated)}")

    def write(self, blocks: Sequence[Block], style: str = "Normal") -> None:
        """Each block in turn; ``style`` is that of its paragraphs."""
        for block in blocks:
            self._block(block, style)

    def _block(self, block: Block, style: str) -> None:  # noqa: C901 - one case a kind of block
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._spans(self.file.add_paragraph(style=style), block.inside)
            case Items():
                self._items(block)
            case Table():
                self._table(block)
            case ChartBlock():
                self._chart(block.chart)
            case Callout():
                self._callout(block)
            case Contents():
                self._contents(block)
            case PageBreak():
                self._break_page()

    def _heading(self, block: Heading) -> None:
        paragraph = self.file.add_paragraph(style=f"Heading {min(block.level, 9)}")
        self._spans(paragraph, block.inside)
        self.numbered += 1
        add_bookmark(paragraph, block.anchor, self.numbered)

    def _items(self, block: Items) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        numbering = fresh_numbering(self.file) if block.ordered else None
        for item in block.items:
            for position, part in enumerate(item):
                if position == 0 and isinstance(part, Paragraph):
                    paragraph = self.file.add_paragraph(style=style)
                    if numbering is not None:
                        number_with(paragraph, numbering)
                    self._spans(paragraph, part.inside)
                else:
                    self._block(part, "List Continue")

    def _callout(self, block: Callout) -> None:
        if block.title:
            title = self.file.add_paragraph(style="Intense Quote")
            title.add_run(printable(block.title)).bold = True
        self.write(block.inside, "Intense Quote")

    def _contents(self, block: Contents) -> None:
        title = self.file.add_paragraph(style="TOC Heading")
        title.add_run(printable(block.title))
        for heading in headings(self.blocks):
            if heading.level == 1:
                paragraph = self.file.add_paragraph(style="Normal")
                run = paragraph.add_run(printable(words_of(heading.inside)))
                wrap_in_link(paragraph, [run], f"#{heading.anchor}")
        self._break_page()

    def _table(self, block: Table) -> None:
        rows = [list(row) for row in block.rows]
        self._grid(block.caption, block.header, rows, block.numeric)

    def _chart(self, chart: Chart) -> None:
        title = self.file.add_paragraph()
        title.add_run(printable(finding(chart))).bold = True
        title.paragraph_format.keep_with_next = True
        self._quiet(subtitle(chart)).paragraph_format.keep_with_next = True
        self.numbered += 1
        run = self.file.add_paragraph().add_run()
        run.add_picture(io.BytesIO(next(self.pictures)), width=Cm(16))
        text = f"{finding(chart)}. {subtitle(chart)}. {sentence(chart)}"
        describe_picture(run, printable(text), self.numbered)
        self.file.add_paragraph(printable(sentence(chart)))
        if chart.source:
            self._quiet(f"Source: {chart.source}")
        rows = table(chart)
        cells = [[(Text(cell),) for cell in row] for row in rows.rows]
        self._grid(f"{what(chart)}, as a table", rows.header, cells, rows.numeric)

    def _break_page(self) -> None:
        self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _quiet(self, words: str) -> WordParagraph:
        paragraph = self.file.add_paragraph()
        run = paragraph.add_run(printable(words))
        run.font.size, run.font.color.rgb = Pt(9.5), _QUIET
        return paragraph

    def _grid(
        self,
        caption: str,
        header: Sequence[str],
        rows: Sequence[Sequence[tuple[Inline, ...]]],
        numeric: Sequence[bool],
    ) -> None:
        title = self.file.add_paragraph(printable(caption), style="Caption")
        title.paragraph_format.keep_with_next = True
        grid = self.file.add_table(rows=1 + len(rows), cols=len(header))
        grid.style = "Table Grid"
        mark_header(grid)
        describe_table(grid, printable(caption))
        lines = [[(Strong((Text(words),)),) for words in header], *rows]
        for cells, line in zip(grid.rows, lines, strict=True):
            for cell, inside, is_number in zip(cells.cells, line, numeric, strict=True):
                paragraph = cell.paragraphs[0]
                self._spans(paragraph, inside)
                if is_number:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.file.add_paragraph()

    def _spans(self, paragraph: WordParagraph, inside: tuple[Inline, ...]) -> None:
        for part in inside:
            self._span(paragraph, part)

    def _span(self, paragraph: WordParagraph, part: Inline) -> list[Run]:
        match part:
            case Text():
                return [paragraph.add_run(printable(part.words))]
            case Strong():
                return _each(self._inside(paragraph, part.inside), bold=True)
            case Emphasis():
                return _each(self._inside(paragraph, part.inside), italic=True)
            case Link():
                runs = self._inside(paragraph, part.inside)
                self._link(paragraph, runs, part.address)
                return runs
            case Computed():
                run = paragraph.add_run(printable(part.words))
                underline_dotted(run, _BRAND)
                self._link(paragraph, [run], f"#{counting_anchor(part.counts)}")
                return [run]

    def _inside(
        self, paragraph: WordParagraph, inside: tuple[Inline, ...]
    ) -> list[Run]:
        return [run for part in inside for run in self._span(paragraph, part)]

    def _link(self, paragraph: WordParagraph, runs: list[Run], address: str) -> None:
        known = address.startswith("#") and address[1:] in self.known
        if runs and (known or address.startswith(_WEB)):
            wrap_in_link(paragraph, runs, address)


def _each(runs: list[Run], *, bold: bool = False, italic: bool = False) -> list[Run]:
    for run in runs:
        run.bold = bold or run.bold
        run.italic = italic or run.italic
    return runs


def _charts(blocks: Sequence[Block]) -> Iterator[Chart]:
    for block in blocks:
        match block:
            case ChartBlock():
                yield block.chart
            case Callout():
                yield from _charts(block.inside)
            case Items():
                for item in block.items:
                    yield from _charts(item)
            case _:
                pass


def _set_styles(file: WordFile) -> None:
    for style in file.styles:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None:
            fonts.attrib.clear()
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{script}"), FONT)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    for name, size in _SIZES.items():
        style = file.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), _BRAND
    for name in ("Intense Quote", "Caption", "Subtitle"):
        style = file.styles[name]
        style.font.color.rgb, style.font.italic = _INK, False
