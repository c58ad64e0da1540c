"""Reads narrative: Markdown in, blocks out, with places that are filled by figures.

``{{ figure referrals }}`` within a sentence and ``{{ chart referrals by month }}`` on a
line of its own are places. What they become is decided by whoever asks (`Places`); a
place nobody knows is an error that names the file and the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from markdown_it import MarkdownIt

from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    PageBreak,
    Paragraph,
    Strong,
    Text,
    anchor_of,
    words_of,
)


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


_PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")


class UnknownPlaceError(ValueError):
    """A place that nobody can fill; the sentence says which, and what would do."""


class NarrativeError(ValueError):
    """The narrative cannot be read; the sentence names the file and the line."""


class Places(Protocol):
    """Fills places. Both raise `UnknownPlaceError` for what they do not know."""

    def inline(self, words: str) -> tuple[Inline, ...]:
        """What stands within a sentence."""

    def block(self, words: str) -> tuple[Block, ...]:
        """What stands on a line of its own."""


class NoPlaces:
    """Narrative without any place."""

    def inline(self, words: str) -> tuple[Inline, ...]:
        """No place is known."""
        raise UnknownPlaceError(f"there is nothing called '{words}'")

    def block(self, words: str) -> tuple[Block, ...]:
        """No place is known."""
        return (Paragraph(self.inline(words)),)


def read_narrative(text: str, *, name: str, places: Places) -> tuple[Block, ...]:
    """The blocks of a narrative; ``name`` is the file, for errors.

    Raises:
        NarrativeError: a place is not known.
    """
    parser = MarkdownIt("commonmark", {"html": False})
    # Raw HTML has no meaning in a PDF: it is printed as the text it is.
    parser.disable(["html_block", "html_inline"])
    reader = _Reader(name, places)
    return tuple(reader.blocks(_Cursor(parser.parse(text))))


@dataclass
class _Cursor:
    """Where reading stands in the parser's flat list of tokens."""

    tokens: Sequence[Token]
    position: int = 0

    def next(self) -> Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def more(self, until: str = "") -> bool:
        if self.position >= len(self.tokens):
            return False
        if self.tokens[self.position].type == until:
            self.position += 1
            return False
        return True


class _Reader:
    def __init__(self, name: str, places: Places) -> None:
        self.name, self.places = name, places
        self.line = 1

    def blocks(self, cursor: _Cursor, until: str = "") -> Iterator[Block]:
        while cursor.more(until):
            token = cursor.next()
            if token.map:
                self.line = token.map[0] + 1
            yield from self._block(token, cursor)

    def _block(self, token: Token, cursor: _Cursor) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                inside = self._line_of(cursor, "heading_close")
                level = int(token.tag[1:])
                yield Heading(level, inside, anchor_of(words_of(inside)))
            case "paragraph_open":
                yield from self._paragraph(cursor)
            case "bullet_list_open" | "ordered_list_open":
                ordered = token.type.startswith("ordered")
                closing = token.type.replace("_open", "_close")
                yield Items(tuple(self._items(cursor, closing)), ordered)
            case "blockquote_open":
                yield Callout("", tuple(self.blocks(cursor, "blockquote_close")))
            case "hr":
                yield PageBreak()
            case _:
                # Code, fenced or indented: in a narrative it is only text.
                yield Paragraph((Text(token.content),))

    def _items(self, cursor: _Cursor, closing: str) -> Iterator[tuple[Block, ...]]:
        while cursor.more(closing):
            cursor.next()
            yield tuple(self.blocks(cursor, "list_item_close"))

    def _line_of(self, cursor: _Cursor, closing: str) -> tuple[Inline, ...]:
        inside: tuple[Inline, ...] = ()
        while cursor.more(closing):
            inside += self._inline(cursor.next().children or [])
        return inside

    def _paragraph(self, cursor: _Cursor) -> Iterator[Block]:
        inline = cursor.next()
        cursor.more("paragraph_close")
        alone = _PLACE.fullmatch(inline.content.strip())
        if alone:
            yield from self._fill_block(alone.group(1))
        else:
            yield Paragraph(self._inline(inline.children or []))

    def _inline(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        return tuple(self._spans(_Cursor(tokens)))

    def _spans(self, cursor: _Cursor, until: str = "") -> Iterator[Inline]:
        while cursor.more(until):
            token = cursor.next()
            match token.type:
                case "strong_open":
                    yield Strong(tuple(self._spans(cursor, "strong_close")))
                case "em_open":
                    yield Emphasis(tuple(self._spans(cursor, "em_close")))
                case "link_open":
                    address = str(token.attrs.get("href", ""))
                    yield Link(tuple(self._spans(cursor, "link_close")), address)
                case "softbreak" | "hardbreak":
                    self.line += 1
                    yield Text(" ")
                case "image":
                    # A picture in words: its alternative text, leading to it.
                    inside = self._inline(token.children or [])
                    yield Link(inside, str(token.attrs.get("src", "")))
                case "code_inline":
                    yield Text(token.content)
                case _:
                    yield from self._text(token.content)

    def _text(self, words: str) -> Iterator[Inline]:
        position = 0
        for place in _PLACE.finditer(words):
            if place.start() > position:
                yield Text(words[position : place.start()])
            yield from self._fill(place.group(1))
            position = place.end()
        if position < len(words):
            yield Text(words[position:])

    def _fill(self, words: str) -> tuple[Inline, ...]:
        try:
            return self.places.inline(words)
        except UnknownPlaceError as unknown:
            raise self._unknown(words, unknown) from None

    def _fill_block(self, words: str) -> tuple[Block, ...]:
        try:
            return self.places.block(words)
        except UnknownPlaceError as unknown:
            raise self._unknown(words, unknown) from None

    def _unknown(self, words: str, why: UnknownPlaceError) -> NarrativeError:
        return NarrativeError(
            f"{self.name}, line {self.line}: the place '{words}' cannot be filled: {why}"
        )
