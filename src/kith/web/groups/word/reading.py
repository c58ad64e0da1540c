"""Reads an edited copy back: the plain paragraphs below each heading.

In: a Word file that was accepted (no macros, no outside entities, no bomb). Out: each
heading with its words. Tables and boxes are not read. What was inserted with tracked
changes counts as written, what was deleted as gone; comments are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from kith.web.documents.files import NotAcceptedError, accepted
from kith.web.documents.models import FileKind


if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


MOST_BYTES = 5 * 1024 * 1024
MOST_PARAGRAPHS = 5_000
MOST_SIGNS = 500_000
NOT_WORD = "The file must be a Word file (.docx) of less than 5 MB"
TOO_LONG = "The file is too long to be minutes or an agenda"
_NUMBERED = re.compile(r"^(\d{1,3})\.\s+(\S.*)$")
_BOXES = frozenset({"IntenseQuote", "Caption", "Title", "Subtitle", "TOCHeading"})
_GONE = frozenset({qn("w:del"), qn("w:moveFrom")})
_TRACKED = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))


@dataclass(frozen=True)
class Chapter:
    """One heading of the file, its number where it has one, and the words below."""

    number: int | None
    title: str
    words: str


@dataclass(frozen=True)
class ReadFile:
    """What an edited copy says."""

    chapters: tuple[Chapter, ...]
    has_tracked_changes: bool


def read_word(content: bytes) -> ReadFile:
    """The chapters of the file.

    Raises:
        NotAcceptedError: it is no Word file, is too long, or could do harm.
    """
    if len(content) > MOST_BYTES or accepted(content).kind is not FileKind.DOCX:
        raise NotAcceptedError(NOT_WORD)
    try:
        body = docx.Document(BytesIO(content)).element.body
    except (KeyError, ValueError, AttributeError) as broken:
        raise NotAcceptedError(NOT_WORD) from broken
    return ReadFile(
        tuple(_chapters(body)),
        any(next(body.iter(name), None) is not None for name in _TRACKED),
    )


def _chapters(body: _Element) -> Iterator[Chapter]:
    title, lines, signs = "", list[str](), 0
    for count, paragraph in enumerate(body.iter(qn("w:p")), start=1):
        style = _style(paragraph)
        if count > MOST_PARAGRAPHS:
            raise NotAcceptedError(TOO_LONG)
        if style in _BOXES or _is_in_table(paragraph):
            continue
        words = _words(paragraph)
        signs += len(words)
        if signs > MOST_SIGNS:
            raise NotAcceptedError(TOO_LONG)
        if style == "Heading1" or (
            style == "" and _NUMBERED.match(words) and not title
        ):
            yield from _chapter(title, lines)
            title, lines = words, []
        elif words:
            lines.append(f"- {words}" if style.startswith("ListBullet") else words)
    yield from _chapter(title, lines)


def _chapter(title: str, lines: list[str]) -> Iterator[Chapter]:
    if title:
        found = _NUMBERED.match(title)
        number = int(found.group(1)) if found else None
        yield Chapter(number, found.group(2) if found else title, "\n".join(lines))


def _style(paragraph: _Element) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _is_in_table(paragraph: _Element) -> bool:
    return any(True for _ in paragraph.iterancestors(qn("w:tbl")))


def _words(paragraph: _Element) -> str:
    said = []
    for part in paragraph.iter(
        qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")
    ):
        if any(up.tag in _GONE for up in part.iterancestors()):
            continue
        said.append((part.text or "") if part.tag == qn("w:t") else _sign(part))
    return " ".join("".join(said).split())


def _sign(part: _Element) -> str:
    return "-" if part.tag == qn("w:noBreakHyphen") else " "
