"""Writes a document as tagged PDF (PDF/UA-1) by Typst.

In: a document. Out: bytes, the same for the same document. What can go wrong: a
picture without its text, which Typst refuses: ours always come with theirs.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import typst

from kith.domain.vocabulary.periods import say_day
from kith.web.ui.charts.svg import standalone_svg
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
    well_nested,
)
from kith.web.ui.documents.fonts import faces, families
from kith.web.ui.documents.typesetting import call, content, literal


if TYPE_CHECKING:
    from kith.web.ui.charts.tables import ChartTable


_NO_FACE = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_TO_COUNT = 4
"""Dots an inch: pages that are only counted."""
_WEB = ("http://", "https://", "mailto:", "tel:")


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1, dated by the edition and not by a clock.

    A sign that no face holds would be an empty box, which PDF/UA forbids: it is
    printed as its code, ``[U+066E]``, so that a reader sees that something stood there.
    """
    source = typst_source(document)
    while True:
        try:
            return _compiled(source, document)
        except typst.TypstError as fault:
            spelt = _spelt_out(source, fault.diagnostic)
            if spelt == source:
                raise
            source = spelt


def pages_of(document: Document) -> int:
    """How many pages the document takes on paper."""
    compiler = typst.Compiler(font_paths=faces(), ignore_system_fonts=True)
    made = compiler.compile(
        typst_source(document).encode("utf-8"), format="png", ppi=_TO_COUNT
    )
    return 1 if isinstance(made, bytes) else len(made or ())


def _compiled(source: str, document: Document) -> bytes:
    compiler = typst.Compiler(font_paths=faces(), ignore_system_fonts=True)
    made = compiler.compile(
        source.encode("utf-8"),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(document.dated, time(12), tzinfo=UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst wrote no PDF")
    return made


def _spelt_out(source: str, diagnostic: str) -> str:
    # Our own mark-up is ASCII, so any other sign stands inside a string literal.
    said = _CODE.sub(lambda code: chr(int(code.group(1), 16)), diagnostic)
    signs = {sign for text in _NO_FACE.findall(said) for sign in text}
    for sign in sorted(signs):
        if not sign.isascii():
            source = source.replace(sign, f"[U+{ord(sign):04X}]")
    return source


def typst_source(document: Document) -> str:
    """The document in Typst's language."""
    writer = _Writer(anchors(document))
    body = "\n\n".join(writer.block(block) for block in well_nested(document.blocks))
    closer = _CLOSER if document.is_short else ""
    return "\n".join([_settings(document), closer, _title(document), body, ""])


_CLOSER = """
#set text(size: 10pt)
#set par(leading: 0.6em, spacing: 0.9em)
#set table(inset: (x: 4pt, y: 3pt))
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading: set block(above: 1.2em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set block(above: 1.4em, below: 0.7em)
"""


def _settings(document: Document) -> str:
    day = document.dated
    faces_set = ", ".join(literal(name) for name in families())
    notice = content(INVENTED) if document.invented else ""
    foot = f"{document.author}: {document.title}"
    return f"""
#set document(title: {literal(document.title)}, author: {literal(document.author)},
  date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))
#set text(font: ({faces_set},), size: 11pt, lang: {literal(document.language)},
  region: {literal(document.region)}, fill: rgb("#0b0c0c"), number-type: "lining")
#set page(paper: "a4", margin: (x: 24mm, top: 26mm, bottom: 24mm), numbering: "1",
  header: text(size: 9pt, weight: 600, fill: rgb("#8a4b00"))[{notice}],
  footer: context [#set text(size: 9pt, fill: rgb("#484949"))
    {content(foot)} #h(1fr) Page #counter(page).display()])
#set par(leading: 0.72em, spacing: 1.15em, justify: false)
#set list(indent: 6pt, spacing: 0.8em)
#set enum(indent: 6pt, spacing: 0.8em)
#set table(stroke: (x, y) => (bottom: if y == 0 {{ 1pt + rgb("#0b0c0c") }} else {{ 0.5pt + rgb("#b1b4b6") }}), inset: (x: 5pt, y: 5pt))
#set table.cell(breakable: false)
#show heading: set text(fill: rgb("#0b4f5c"))
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading: set block(above: 1.6em, below: 0.9em, sticky: true)
#show heading.where(level: 1): set block(above: 2.2em, below: 1em)
#show link: set text(fill: rgb("#1a5a96"))
#show table: set text(size: 0.9em)
#show table: set par(leading: 0.55em)
#let computed(words) = underline(stroke: (paint: rgb("#0b4f5c"), thickness: 0.5pt, dash: "dotted"), offset: 2pt, text(fill: rgb("#0b0c0c"), words))
#let quiet(words) = text(size: 9.5pt, fill: rgb("#484949"), words)
#let callout(words) = block(width: 100%, inset: 10pt, fill: rgb("#e8f1f2"), stroke: (left: 3pt + rgb("#0b4f5c")), words)
"""


def _title(document: Document) -> str:
    if document.is_short:
        day = say_day(document.dated)
        return f"""
#block(above: 0mm, below: 3mm)[#set text(size: 12pt, fill: rgb("#0b4f5c"))
#title()]
{content(document.subtitle)}

#quiet[{content(f"{document.author}, {day}")}]
"""
    return f"""
#block(above: 40mm, below: 6mm)[#set text(size: 30pt, fill: rgb("#0b4f5c"))
#title()]
#text(size: 16pt)[{content(document.subtitle)}]

#text(size: 12pt)[{content(document.author)} #linebreak() {content(say_day(document.dated))}]
"""


class _Writer:
    """Writes blocks; knows which anchors a link may lead to."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known

    def block(self, block: Block) -> str:  # noqa: C901 - one case a kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return call("par", self.inline(block.inside))
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case ChartBlock():
                return self._chart(block)
            case Callout():
                return self._callout(block)
            case Contents():
                return (
                    f"#outline(title: {literal(block.title)}, depth: 1)\n#pagebreak()"
                )
            case PageBreak():
                return "#pagebreak(weak: true)"

    def _heading(self, block: Heading) -> str:
        words = self.inline(block.inside)
        return f"#heading(level: {block.level})[{words}] <{block.anchor}>"

    def _items(self, block: Items) -> str:
        kind = "enum" if block.ordered else "list"
        items = [
            "[" + "\n\n".join(self.block(part) for part in item) + "]"
            for item in block.items
        ]
        return f"#{kind}({', '.join(items)})"

    def _callout(self, block: Callout) -> str:
        title = f"*{content(block.title)}*\n\n" if block.title else ""
        inside = "\n\n".join(self.block(part) for part in block.inside)
        return call("callout", f"{title}{inside}")

    def _table(self, block: Table) -> str:
        rows = [[self.inline(cell) for cell in row] for row in block.rows]
        header = [content(words) for words in block.header]
        columns = [f"{width}fr" for width in block.widths or [1] * len(header)]
        return _table(block.caption, header, rows, block.numeric, columns)

    def _chart(self, block: ChartBlock) -> str:
        chart = block.chart
        text = f"{finding(chart)}. {subtitle(chart)}. {sentence(chart)}"
        drawing = literal(standalone_svg(chart))
        source = (
            f"\n\n#quiet[{content(f'Source: {chart.source}')}]" if chart.source else ""
        )
        return (
            f"#block(breakable: false)[*{content(finding(chart))}*\n\n"
            f"#quiet[{content(subtitle(chart))}]\n\n"
            f'#figure(image(bytes({drawing}), format: "svg", width: 100%, '
            f"alt: {literal(text)}))]\n\n{content(sentence(chart))}{source}\n\n"
            f"{_chart_table(what(chart), table(chart))}"
        )

    def inline(self, inside: tuple[Inline, ...]) -> str:
        """Inline parts as content."""
        return "".join(self._span(part) for part in inside)

    def _span(self, part: Inline) -> str:
        match part:
            case Text():
                return content(part.words)
            case Strong():
                return call("strong", self.inline(part.inside))
            case Emphasis():
                return call("emph", self.inline(part.inside))
            case Link():
                return self._link(part.address, self.inline(part.inside))
            case Computed():
                words = f"#computed[{content(part.words)}]"
                return self._link(f"#{counting_anchor(part.counts)}", words)

    def _link(self, address: str, words: str) -> str:
        if address.startswith("#") and address[1:] in self.known:
            return f"#link(<{address[1:]}>)[{words}]"
        if address.startswith(_WEB):
            return f"#link({literal(address)})[{words}]"
        # An address of the site leads nowhere on paper: the words stand alone.
        return words


def _chart_table(name: str, rows: ChartTable) -> str:
    # Smaller than a table of the text: it repeats what the drawing showed.
    cells = [[content(cell) for cell in row] for row in rows.rows]
    header = [content(words) for words in rows.header]
    columns = ["auto"] * len(header)
    made = _table(f"{name}, as a table", header, cells, rows.numeric, columns)
    return f"#block(breakable: false)[#set text(size: 10pt)\n#set table(inset: (x: 6pt, y: 2.5pt))\n{made}]"


def _table(
    caption: str,
    header: list[str],
    rows: list[list[str]],
    numeric: tuple[bool, ...],
    columns: list[str],
) -> str:
    align = ", ".join("right" if is_number else "left" for is_number in numeric)
    head = ", ".join(f"[#strong[{words}]]" for words in header)
    body = ",\n".join(
        ", ".join([f"[#strong[{row[0]}]]", *(f"[{cell}]" for cell in row[1:])])
        for row in rows
    )
    tail = f",\n{body}" if body else ""
    return (
        f"#block(sticky: true, below: 0.6em)[*{content(caption)}*]\n"
        f"#table(columns: ({', '.join(columns)},), align: ({align},), "
        f"table.header({head}){tail})"
    )
