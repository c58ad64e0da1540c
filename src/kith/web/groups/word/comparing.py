"""Compares an edited copy with what stands, item by item, and writes nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from kith.web.groups.word.reading import Chapter


@dataclass(frozen=True)
class Standing:
    """What an item says now. ``mark`` changes when anybody writes to it."""

    key: UUID
    number: int
    title: str
    words: str
    mark: str


@dataclass(frozen=True)
class Piece:
    """Some words: kept, added or removed."""

    kind: str
    words: str


@dataclass(frozen=True)
class Difference:
    """An item that reads otherwise in the file."""

    standing: Standing
    words: str
    pieces: tuple[Piece, ...]
    has_other_title: bool


@dataclass(frozen=True)
class Compared:
    """Every difference, how many items read the same, and what matched no item."""

    differences: tuple[Difference, ...]
    same: int
    missing: tuple[Standing, ...]
    unknown: tuple[str, ...]


def mark_of(words: str) -> str:
    """A mark that tells one text from another."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def compared(standing: Sequence[Standing], chapters: Iterable[Chapter]) -> Compared:
    """Match each chapter with its item, by number first and by title otherwise."""
    by_number = {one.number: one for one in standing}
    by_title = {_plain(one.title): one for one in standing}
    met: set[UUID] = set()
    differences: list[Difference] = []
    unknown: list[str] = []
    for chapter in chapters:
        found = by_title.get(_plain(chapter.title))
        if found is None and chapter.number is not None:
            found = by_number.get(chapter.number)
        if found is None or found.key in met:
            unknown.append(chapter.title)
            continue
        met.add(found.key)
        if _lines(found.words) != _lines(chapter.words):
            other = _plain(chapter.title) != _plain(found.title)
            pieces = tuple(_pieces(found.words, chapter.words))
            differences.append(Difference(found, chapter.words, pieces, other))
    return Compared(
        differences=tuple(differences),
        same=len(met) - len(differences),
        missing=tuple(one for one in standing if one.key not in met),
        unknown=tuple(unknown),
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]


def _pieces(before: str, after: str) -> list[Piece]:
    """What was kept, removed and added, word by word."""
    old, new = _signs(before), _signs(after)
    found: list[Piece] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, first, last, start, end in steps:
        if kind == "equal":
            found.append(Piece("kept", _together(old[first:last])))
            continue
        if last > first:
            found.append(Piece("removed", _together(old[first:last])))
        if end > start:
            found.append(Piece("added", _together(new[start:end])))
    return found


def _signs(words: str) -> list[str]:
    return "\n".join(_lines(words)).replace("\n", " \n ").split(" ")


def _together(words: Sequence[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n")
