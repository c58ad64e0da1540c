"""Says of a PDF what a screen reader can make of it, and whether it can be joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf


if TYPE_CHECKING:
    from collections.abc import Iterator


UNTAGGED = "no structure for screen readers"
NO_TEXT = "a picture of text, with no words that can be read aloud"
_SHOWS_TEXT = re.compile(rb"[)>\]]\s*(?:Tj|TJ|'|\")")
_DEEPEST = 4


@dataclass(frozen=True)
class Reading:
    """How many pages, which of them are not accessible and why, and what it claims.

    ``unreadable`` holds first page, last page and reason, counted from 1. ``why_apart``
    says why it cannot be joined with others.
    """

    pages: int
    is_tagged: bool
    claims_ua: bool
    unreadable: tuple[tuple[int, int, str], ...]
    why_apart: str = ""


def read_pdf(content: bytes) -> Reading:
    """Look through a PDF that was accepted."""
    with pikepdf.open(BytesIO(content)) as opened:
        root = opened.Root
        marked = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
        is_tagged = "/StructTreeRoot" in root and bool(marked)
        texts = [_has_text(page.obj, 0) for page in opened.pages]
        return Reading(
            pages=len(texts),
            is_tagged=is_tagged,
            claims_ua=is_tagged and _claims_ua(opened),
            unreadable=tuple(_spans(texts, is_tagged=is_tagged)),
            why_apart=_why_apart(root),
        )


def _claims_ua(opened: pikepdf.Pdf) -> bool:
    with opened.open_metadata(set_pikepdf_as_editor=False) as told:
        return str(told.get("pdfuaid:part", "")) == "1"


def _why_apart(root: pikepdf.Object) -> str:
    """Hidden layers would come to light when a file is joined with others."""
    layers = root.get("/OCProperties")
    shown = layers.get("/D", pikepdf.Dictionary()) if layers is not None else None
    if shown is not None and len(shown.get("/OFF", pikepdf.Array())) > 0:
        return "PDF with hidden layers"
    return ""


def _spans(texts: list[bool], *, is_tagged: bool) -> Iterator[tuple[int, int, str]]:
    first = 1
    whys = [_why(has_text, is_tagged=is_tagged) for has_text in texts]
    for number, why in enumerate(whys, start=1):
        if number == len(whys) or whys[number] != why:
            if why:
                yield first, number, why
            first = number + 1


def _why(has_text: bool, *, is_tagged: bool) -> str:
    if not has_text:
        return NO_TEXT
    return "" if is_tagged else UNTAGGED


def _has_text(drawn: pikepdf.Object, depth: int) -> bool:
    """Whether a page, or a form drawn on it, shows any text."""
    if depth > _DEEPEST:
        return False
    if any(_SHOWS_TEXT.search(part) for part in _streams(drawn)):
        return True
    forms = drawn.get("/Resources", pikepdf.Dictionary()).get("/XObject")
    if forms is None:
        return False
    return any(
        str(form.get("/Subtype", "")) == "/Form" and _has_text(form, depth + 1)
        for _, form in forms.items()
    )


def _streams(drawn: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(drawn, pikepdf.Stream):
        yield drawn.read_bytes()
        return
    contents = drawn.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        yield contents.read_bytes()
    elif isinstance(contents, pikepdf.Array):
        # One instruction may be cut in two, so the parts are read as one.
        yield b"\n".join(one.read_bytes() for one in contents)
