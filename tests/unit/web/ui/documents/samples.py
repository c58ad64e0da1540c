"""Documents for tests: one of every block."""

from __future__ import annotations

from datetime import date

from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    ChartBlock,
    Computed,
    Contents,
    Document,
    Emphasis,
    Heading,
    Items,
    Link,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)
from tests.unit.web.ui.charts.drawn import EVERY_CHART


DAY = date(2021, 1, 15)


def document(*blocks: Block, invented: bool = True) -> Document:
    """A document of these blocks."""
    return Document(
        title="Annual report",
        subtitle="What was done",
        author="North Somerset Safeguarding Children Partnership",
        dated=DAY,
        invented=invented,
        blocks=blocks,
    )


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(words),))


def heading(level: int, words: str, anchor: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, (Text(words),), anchor)


NUMBERS = Table(
    "The figures",
    ("What", "How many"),
    (
        ((Text("Referrals"),), (Computed("906", "referrals"),)),
        ((Text("Reviews"),), (Text("hidden to protect children"),)),
    ),
    (False, True),
)

EVERYTHING = document(
    Contents("Contents"),
    heading(1, "Foreword", "foreword"),
    Paragraph(
        (
            Text("There were "),
            Computed("906", "referrals"),
            Text(' #referrals [sic] \\ "quoted" '),
            Strong((Text("strong"),)),
            Emphasis((Text("soft"),)),
            Link((Text("a site"),), "https://example.org/a?b=1&c=2"),
            Link((Text("below"),), "#counting-referrals"),
            Link((Text("nowhere"),), "#no-such-part"),
            Link((Text("a page"),), "/worried/"),
        )
    ),
    Items((((paragraph("one"), paragraph("more of one"))), (paragraph("two"),))),
    Items(((paragraph("first"),), (paragraph("second"),)), ordered=True),
    heading(2, "Figures", "figures"),
    NUMBERS,
    *(ChartBlock(EVERY_CHART[name]) for name in ("with gaps", "bars", "structure")),
    Callout("Mind this", (paragraph("called out"),)),
    PageBreak(),
    heading(1, "How we counted", "how-we-counted"),
    heading(2, "Referrals", "counting-referrals"),
    paragraph("Counted from rows."),
)
"""One of every block, with marks that each writer must escape."""
