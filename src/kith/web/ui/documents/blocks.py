"""The block model: what a document says, before it is a page, a PDF or a Word file.

A number in a document is never typed: it is a `Computed` span that knows what it
counts, so that each writer can lead the reader to how it was counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kith.web.ui.charts.values import Chart


@dataclass(frozen=True)
class Text:
    """Plain words."""

    words: str


@dataclass(frozen=True)
class Strong:
    """Words of weight."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True)
class Emphasis:
    """Words set apart."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """Words that lead elsewhere: a web address, or ``#anchor`` in the document."""

    inside: tuple[Inline, ...]
    address: str


@dataclass(frozen=True)
class Computed:
    """A computed number, or the words in its place; ``counts`` names its counting."""

    words: str
    counts: str


Inline = Text | Strong | Emphasis | Link | Computed


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter. ``anchor`` is unique in the document."""

    level: int
    inside: tuple[Inline, ...]
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True)
class Items:
    """A list, each item a few blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header row; the first cell of a row names it.

    ``widths`` are the columns' shares of the width, equal where not said.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class ChartBlock:
    """A chart, with its heading, sentence, source and table."""

    chart: Chart


@dataclass(frozen=True)
class Callout:
    """Something a reader should not miss."""

    title: str
    inside: tuple[Block, ...]


@dataclass(frozen=True)
class Contents:
    """The list of chapters."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a page, where there are pages."""


Block = (
    Heading | Paragraph | Items | Table | ChartBlock | Callout | Contents | PageBreak
)


@dataclass(frozen=True)
class Document:
    """A whole document. ``dated`` is the edition's day, never a clock's.

    An invented document says so on every page. A short one is a paper among others: on
    paper its title is small and its text is set close.
    """

    title: str
    subtitle: str
    author: str
    dated: date
    invented: bool
    blocks: tuple[Block, ...]
    language: str = "en"
    region: str = "GB"
    is_short: bool = False


INVENTED = "Invented data: an example, about no real child, person or place"
"""What every page of an invented document says."""


def words_of(inside: Iterable[Inline]) -> str:
    """The plain words of a run of inline parts."""
    return "".join(
        part.words if isinstance(part, Text | Computed) else words_of(part.inside)
        for part in inside
    )


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading, in order, those inside lists and callouts too."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Callout):
            yield from headings(block.inside)
        elif isinstance(block, Items):
            for item in block.items:
                yield from headings(item)


def anchors(document: Document) -> frozenset[str]:
    """What a link inside the document may lead to."""
    return frozenset(heading.anchor for heading in headings(document.blocks))


def counting_anchor(counts: str) -> str:
    """Where the document itself says how a number is counted."""
    return f"counting-{anchor_of(counts)}"


def anchor_of(words: str) -> str:
    """An anchor made of words: ``Early help`` → ``early-help``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"


def well_nested(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with headings that skip no level and anchors that are unique.

    A reader by ear moves by heading: a level that is skipped sounds like a part
    that is missing, and PDF/UA forbids it.
    """
    taken: dict[str, int] = {}
    last = [0]
    return tuple(_nested(block, last, taken) for block in blocks)


def _nested(block: Block, last: list[int], taken: dict[str, int]) -> Block:
    match block:
        case Heading():
            last[0] = min(block.level, last[0] + 1)
            return replace(block, level=last[0], anchor=_unique(block.anchor, taken))
        case Callout():
            inside = tuple(_nested(part, last, taken) for part in block.inside)
            return replace(block, inside=inside)
        case Items():
            items = tuple(
                tuple(_nested(part, last, taken) for part in item)
                for item in block.items
            )
            return replace(block, items=items)
        case _:
            return block


def _unique(anchor: str, taken: dict[str, int]) -> str:
    name = anchor
    while name in taken:
        taken[anchor] += 1
        name = f"{anchor}-{taken[anchor]}"
    taken[name] = 1
    return name
