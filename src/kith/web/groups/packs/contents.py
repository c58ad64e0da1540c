"""What a pack holds, before it is a PDF: values, read for one circle of readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.vocabulary.markings import Marking
    from kith.web.groups.packs.reading import Reading


@dataclass(frozen=True)
class PackPaper:
    """A paper of an item. ``content`` is the PDF that is joined in, where it can be.

    ``apart`` says why it is not, and what it is instead; ``address`` is where to get it.
    """

    title: str
    content: bytes | None = None
    reading: Reading | None = None
    apart: str = ""
    address: str = ""

    @property
    def pages(self) -> int:
        """How many pages it adds to the pack."""
        return self.reading.pages if self.content and self.reading else 0


@dataclass(frozen=True)
class PackItem:
    """One line of the agenda, in this circle's numbers."""

    number: int
    title: str
    purpose: str = ""
    sponsor: str = ""
    minutes: int = 0
    cover: str = ""
    gone: str = ""
    papers: tuple[PackPaper, ...] = ()


@dataclass(frozen=True)
class PackAction:
    """What the group still has open, as the pack shows it."""

    reference: str
    wording: str
    owner: str
    due_on: date


@dataclass(frozen=True)
class Pack:
    """A meeting's papers for one circle of readers."""

    body: str
    day: date
    times: str
    place: str
    audience: Marking
    invented: bool
    items: tuple[PackItem, ...]
    actions: tuple[PackAction, ...] = ()

    @property
    def joined(self) -> tuple[tuple[PackItem, PackPaper], ...]:
        """The papers that are joined in, in the order of the agenda."""
        return tuple(
            (item, paper)
            for item in self.items
            for paper in item.papers
            if paper.content
        )

    @property
    def apart(self) -> tuple[tuple[PackItem, PackPaper], ...]:
        """The papers that are not joined in."""
        return tuple(
            (item, paper)
            for item in self.items
            for paper in item.papers
            if not paper.content
        )


@dataclass(frozen=True)
class Unreadable:
    """Pages of a paper that a screen reader cannot read, by their numbers in the pack."""

    item: int
    title: str
    first: int
    last: int
    why: str

    @property
    def pages(self) -> str:
        """Which pages, in words."""
        if self.first == self.last:
            return f"Page {self.first}"
        return f"Pages {self.first} to {self.last}"


def unreadable(pack: Pack, front: int) -> tuple[Unreadable, ...]:
    """The pages that are not accessible, where the pack's own part has ``front`` pages."""
    found, start = [], front + 1
    for item, paper in pack.joined:
        reading = paper.reading
        assert reading is not None
        for first, last, why in reading.unreadable:
            pages = (start + first - 1, start + last - 1)
            found.append(Unreadable(item.number, paper.title, *pages, why))
        start += paper.pages
    return tuple(found)


def first_pages(pack: Pack, front: int) -> dict[int, int]:
    """The page on which each item's papers start, by the item's number."""
    found: dict[int, int] = {}
    start = front + 1
    for item, paper in pack.joined:
        found.setdefault(item.number, start)
        start += paper.pages
    return found
