"""Writes a pack: cover, agenda and each item's words by Typst, the papers behind.

In: a pack. Out: a tagged PDF, the same bytes for the same pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.domain.vocabulary.periods import say_day
from kith.web.groups.packs.contents import (
    Pack,
    PackItem,
    Unreadable,
    first_pages,
    unreadable,
)
from kith.web.groups.packs.joining import joined, pages_of
from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    Document,
    Heading,
    Inline,
    Items,
    Link,
    PageBreak,
    Paragraph,
    Table,
    Text,
    well_nested,
)
from kith.web.ui.documents.pdf import pdf


if TYPE_CHECKING:
    from collections.abc import Iterator


MOST_ROUNDS = 4


@dataclass(frozen=True)
class Written:
    """A pack as PDF, and the pages of it that are not accessible."""

    content: bytes
    pages: int
    unreadable: tuple[Unreadable, ...]


def written(pack: Pack) -> Written:
    """The pack as a PDF.

    The agenda says on which page each paper starts, which depends on how long the
    agenda is: it is set again until both agree.
    """
    front, pages = b"", 2
    for _ in range(MOST_ROUNDS):
        front = pdf(pack_document(pack, pages))
        counted = pages_of(front)
        if counted == pages:
            break
        pages = counted
    content = joined(front, pack)
    return Written(content, pages_of(content), unreadable(pack, pages))


def pack_document(pack: Pack, front: int) -> Document:
    """The pack's own pages, where they are ``front`` pages long."""
    starts = first_pages(pack, front)
    blocks: list[Block] = [*_notice(pack), *_accessible(pack, front), PageBreak()]
    blocks += [_heading(1, "Agenda"), _agenda(pack, starts)]
    for item in pack.items:
        blocks += _item(item, starts)
    blocks += _actions(pack)
    where = f", {pack.place}" if pack.place else ""
    return Document(
        title=f"Papers for {say_day(pack.day)}",
        subtitle=f"{pack.times}{where}",
        author=pack.body,
        dated=pack.day,
        invented=pack.invented,
        blocks=well_nested(blocks),
    )


def _notice(pack: Pack) -> Iterator[Block]:
    readers = {
        Marking.PUBLIC: "Anybody may read these papers.",
        Marking.PARTNER: "For the partners in this group. Do not publish them.",
        Marking.EXECUTIVE: "For the executive. Do not pass them on.",
        Marking.RESTRICTED: "For those named to read them. Do not copy or pass them on.",
    }
    yield Callout(WORDS[pack.audience], (_words(readers[pack.audience]),))


def _accessible(pack: Pack, front: int) -> Iterator[Block]:
    found = unreadable(pack, front)
    if not found:
        yield _words("Every page of this pack can be read by a screen reader.")
        return
    rows = tuple(
        (
            (Text(one.pages),),
            (Text(f"Item {one.item}: {one.title}"),),
            (Text(one.why[0].upper() + one.why[1:]),),
        )
        for one in found
    )
    yield _heading(1, "Pages that are not accessible")
    yield _words(
        "A screen reader cannot read these pages properly. Ask whoever brings the "
        "paper for one that it can read."
    )
    yield Table(
        "Which pages, and why",
        ("Pages", "Paper", "Why"),
        rows,
        (False, False, False),
        (2, 4, 4),
    )


def _agenda(pack: Pack, starts: dict[int, int]) -> Block:
    rows = tuple(
        (
            (Text(str(item.number)),),
            (Text(item.gone or item.title),),
            (Text(item.purpose),),
            (Text(item.sponsor),),
            (Text(f"{item.minutes} min" if item.minutes else ""),),
            (Text(str(starts.get(item.number, ""))),),
        )
        for item in pack.items
    )
    header = ("Item", "Title", "What is asked", "From", "Time", "Papers on page")
    numeric = (False, False, False, False, True, True)
    return Table("Items, in order", header, rows, numeric, (2, 8, 4, 5, 3, 3))


def _item(item: PackItem, starts: dict[int, int]) -> Iterator[Block]:
    if item.gone:
        return
    yield _heading(1, f"{item.number}. {item.title}")
    said = [
        item.purpose,
        item.sponsor,
        f"{item.minutes} minutes" if item.minutes else "",
    ]
    yield _words(", ".join(one for one in said if one))
    for part in item.cover.split("\n\n"):
        if part.strip():
            yield _words(" ".join(part.split()))
    page = starts.get(item.number)
    if page:
        count = sum(one.pages for one in item.papers)
        last = page + count - 1
        pages = f"page {page}" if count == 1 else f"pages {page} to {last}"
        yield _words(f"Papers: {pages} of this pack.")
    apart = [one for one in item.papers if not one.content]
    if apart:
        yield _words("Not in this pack:")
        lines = [_words_of(f"{one.title} ({one.apart})", one.address) for one in apart]
        yield Items(tuple((line,) for line in lines))


def _actions(pack: Pack) -> Iterator[Block]:
    if not pack.actions:
        return
    rows = tuple(
        (
            (Text(one.reference),),
            (Text(one.wording),),
            (Text(one.owner),),
            (Text(say_day(one.due_on)),),
        )
        for one in pack.actions
    )
    yield _heading(1, "Open actions of this group")
    yield Table(
        "Most urgent first",
        ("Action", "What was promised", "Owner", "Due"),
        rows,
        (False, False, False, False),
        (4, 8, 4, 4),
    )


def _words_of(words: str, address: str) -> Paragraph:
    inside: tuple[Inline, ...] = (Text(words),)
    return Paragraph((Link(inside, address),) if address else inside)


def _words(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def _heading(level: int, words: str) -> Heading:
    return Heading(level, (Text(words),), _anchor(words))


def _anchor(words: str) -> str:
    # A title may be in any letters; an anchor is not.
    plain = "".join(
        sign if sign.isascii() and sign.isalnum() else "-" for sign in words
    )
    return f"part-{plain.strip('-').lower()}"[:60].rstrip("-")
